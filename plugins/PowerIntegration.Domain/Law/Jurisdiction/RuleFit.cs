namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Whether a rule applies to a contract: yes, no, or not to be said before a fact is known.</summary>
public sealed record RuleFit
{
    // Invariant: facts are missing only where no known fact excludes the rule.
    private RuleFit(bool isExcluded, IReadOnlyList<string> missingFacts)
    {
        IsExcluded = isExcluded;
        MissingFacts = missingFacts;
    }

    /// <summary>True where a known fact excludes the rule.</summary>
    public bool IsExcluded { get; }

    /// <summary>Facts that must be known first; empty where none is missing or the rule is excluded anyway.</summary>
    public IReadOnlyList<string> MissingFacts { get; }

    /// <summary>True where the rule applies for certain.</summary>
    public bool IsCertain => !IsExcluded && MissingFacts.Count == 0;

    /// <summary>Compares the conditions with what is known of a contract.</summary>
    public static RuleFit Of(RuleConditions conditions, JurisdictionFacts facts)
    {
        var missing = new List<string>();
        bool[] fits =
        [
            Sector(conditions, facts, missing),
            Date(conditions, facts, missing),
            Value(conditions, facts, missing),
            Dwellings(conditions, facts, missing),
            Bond(conditions, facts, missing),
        ];
        var isExcluded = Array.IndexOf(fits, false) >= 0;
        return new RuleFit(isExcluded, isExcluded ? [] : missing);
    }

    private static bool Sector(RuleConditions conditions, JurisdictionFacts facts, List<string> missing) =>
        conditions.Sector is not { } wanted
        || Known(facts.Sector, "sector (private, public or federal)", missing) is not { } sector
        || sector == wanted;

    private static bool Date(RuleConditions conditions, JurisdictionFacts facts, List<string> missing)
    {
        if (conditions.EffectiveFrom is null && conditions.EffectiveTo is null)
        {
            return true;
        }

        return Known(facts.ContractDate, "contract date", missing) is not { } date
            || ((conditions.EffectiveFrom is not { } first || first <= date) && (conditions.EffectiveTo is not { } last || date <= last));
    }

    private static bool Value(RuleConditions conditions, JurisdictionFacts facts, List<string> missing)
    {
        if (!conditions.HasValueLimit)
        {
            return true;
        }

        // A limit in another currency cannot be compared; saying so is better than converting at a rate nobody agreed.
        var currency = (conditions.ValueMin ?? conditions.ValueBelow)!.Value.Currency;
        if (currency != facts.Currency)
        {
            missing.Add("value in " + currency.Code);
            return true;
        }

        return Known(ValueOf(conditions, facts), NameOf(conditions.ValueBasis), missing) is not { } value
            || ((conditions.ValueMin is not { } min || value >= min.Amount) && (conditions.ValueBelow is not { } below || value < below.Amount));
    }

    private static bool Dwellings(RuleConditions conditions, JurisdictionFacts facts, List<string> missing) =>
        conditions.DwellingsMin is not { } min
        || Known(facts.Dwellings, "number of dwellings", missing) is not { } dwellings
        || dwellings == 0
        || dwellings >= min;

    private static bool Bond(RuleConditions conditions, JurisdictionFacts facts, List<string> missing) =>
        conditions.Bond is not { } bond || Known(facts.IsBonded, "bond", missing) is not { } isBonded || isBonded == (bond == BondCondition.Bonded);

    private static decimal? ValueOf(RuleConditions conditions, JurisdictionFacts facts) =>
        conditions.ValueBasis switch
        {
            RuleValueBasis.PrimeContract => facts.PrimeContractValue,
            RuleValueBasis.Project => facts.ProjectValue,
            _ => facts.ContractValue,
        };

    private static string NameOf(RuleValueBasis? basis) =>
        basis switch
        {
            RuleValueBasis.PrimeContract => "prime contract value",
            RuleValueBasis.Project => "project value",
            _ => "contract value",
        };

    private static T? Known<T>(T? fact, string name, List<string> missing)
        where T : struct
    {
        if (fact is null)
        {
            missing.Add(name);
        }

        return fact;
    }
}
