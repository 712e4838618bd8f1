using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Explanation;

/// <summary>What is wrong with a version of terms, whatever is billed: what billing, tax and payment would refuse, and nothing else.</summary>
public static class TermsFaults
{
    /// <summary>What billing and tax would refuse, wherever the project is.</summary>
    /// <param name="version">A version without problems of its row.</param>
    public static IReadOnlyList<TermsFault> Of(TermsVersion version) => [.. TermsCheck.Faults(version.Terms, Nothing(version)), .. Tax(version)];

    /// <summary>The same, and what the law of the place refuses.</summary>
    /// <param name="version">A version without problems of its row.</param>
    /// <param name="rules">Active rules of its place; empty where it names none.</param>
    /// <param name="rulesProblem">Why the rules cannot be used; null where they can.</param>
    public static IReadOnlyList<TermsFault> Of(TermsVersion version, IReadOnlyList<JurisdictionRule> rules, Refusal? rulesProblem) =>
        [.. Of(version), .. rulesProblem is null ? Law(version, rules) : [new TermsFault(rulesProblem, [ContractTerm.Jurisdiction])]];

    private static ContractLedger Nothing(TermsVersion version) =>
        new()
        {
            Currency = version.Terms.Currency ?? "",
            OriginalContractSum = 0m,
            Lines = [],
        };

    private static IEnumerable<TermsFault> Tax(TermsVersion version)
    {
        var name = version.Terms.Subject;
        var found = new List<TermsFault?>();
        if (version.Tax is { } tax)
        {
            found.AddRange(TaxTermsCheck.Faults(tax, name));
            found.Add(TaxTermsCheck.Tracked(tax, name));
            found.Add(TaxTermsCheck.Uncheckable(tax, name));
        }

        if (version.Withholding is { } withholding)
        {
            found.Add(WithholdingTaxComputation.Fault(withholding, name));
        }

        return found.OfType<TermsFault>();
    }

    private static IEnumerable<TermsFault> Law(TermsVersion version, IReadOnlyList<JurisdictionRule> rules)
    {
        if (LawWords.Reading(version, rules)?.Refusal is { } clause)
        {
            yield return new TermsFault(clause, [ContractTerm.PaymentClause, ContractTerm.OutsideDays, ContractTerm.PassThroughDays]);
        }

        if (version.Region is { } region && RuleSelection.Of<RuleEffect.RetainageCap>(region, rules).Refusal is { } cap)
        {
            yield return new TermsFault(cap, [ContractTerm.Jurisdiction]);
        }
    }
}
