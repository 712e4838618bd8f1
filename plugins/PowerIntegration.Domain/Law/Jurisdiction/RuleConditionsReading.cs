using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The conditions of a row.</summary>
internal static class RuleConditionsReading
{
    public static RuleConditions Of(JurisdictionRuleDefinition row, List<string> problems)
    {
        if (row.EffectiveFrom is { } first && row.EffectiveTo is { } last && last < first)
        {
            problems.Add($"It ends on {last}, before it starts on {first}.");
        }

        if (row.DwellingsMin is < 1)
        {
            problems.Add("The number of dwellings must be 1 or more.");
        }

        return new RuleConditions
        {
            Sector = row.Sector,
            EffectiveFrom = row.EffectiveFrom,
            EffectiveTo = row.EffectiveTo,
            ValueBasis = row.ValueBasis,
            ValueMin = Limit(row.ValueMin, row, problems),
            ValueBelow = Limit(row.ValueBelow, row, problems),
            DwellingsMin = row.DwellingsMin,
            Bond = row.Bond,
        };
    }

    private static Money? Limit(decimal? amount, JurisdictionRuleDefinition row, List<string> problems)
    {
        if (amount is null)
        {
            return null;
        }

        if (row.ValueBasis is null)
        {
            problems.Add("It has a value limit but does not state which value is limited.");
        }

        if (row.ValueMin is { } min && row.ValueBelow is { } below && min >= below)
        {
            problems.Add("Its minimum value is not below its maximum value.");
        }

        if (!Currency.TryFind(row.Currency, out var currency))
        {
            problems.Add($"The currency {Refusals.Sentence.Quoted(row.Currency)} of its value limit is not supported.");
        }

        return new Money(amount.Value, currency);
    }
}
