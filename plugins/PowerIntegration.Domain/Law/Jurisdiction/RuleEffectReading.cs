using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The effect of a row by its kind; problems are added where a figure is missing or impossible.</summary>
internal static class RuleEffectReading
{
    public static RuleEffect? Of(JurisdictionRuleDefinition row, List<string> problems)
    {
        RequireFraction(row.Rate, "rate", problems);
        RequireFraction(row.StepThreshold, "threshold", problems);
        RequireFraction(row.StepRateAfter, "rate after the threshold", problems);
        RequireFraction(row.MonthlyInterestRate, "monthly interest rate", problems);
        return row.Kind switch
        {
            JurisdictionRuleKind.RetainageCap => Cap(row, problems),
            JurisdictionRuleKind.PaymentClause => row.ClauseEffect is { } effect
                ? new RuleEffect.PaymentClause(effect, row.HasInsolvencyException, row.OutsideDays, row.PassThroughDays)
                : Lacks("the effect of the clause", problems),
            JurisdictionRuleKind.PaymentDays => new RuleEffect.PaymentDays(Periods(row), row.MonthlyInterestRate),
            JurisdictionRuleKind.RetainageTax => row.TaxMode is { } mode
                ? new RuleEffect.RetainageTax(mode, row.Rate)
                : Lacks("the tax mode", problems),
            JurisdictionRuleKind.Withholding => row.Rate is { } rate ? new RuleEffect.Withholding(rate) : Lacks("the rate", problems),
            JurisdictionRuleKind.ReverseCharge => new RuleEffect.ReverseCharge(row.Rate),
            JurisdictionRuleKind.StatutoryHoldback => row.Rate is { } held ? new RuleEffect.StatutoryHoldback(held) : Lacks("the rate", problems),
            JurisdictionRuleKind.HoldbackRelease => Release(row, problems),
            JurisdictionRuleKind.RetentionTrust => new RuleEffect.RetentionTrust(row.NoticeDays, row.DayKind ?? DayKind.Calendar),
            _ => Lacks("the kind", problems),
        };
    }

    private static RuleEffect? Cap(JurisdictionRuleDefinition row, List<string> problems)
    {
        if (row.Rate is not null && row.CapBase is null)
        {
            return Lacks("what the retainage limit is a percentage of", problems);
        }

        return new RuleEffect.RetainageCap(
            row.Rate,
            row.CapBase ?? CapBase.EachPayment,
            Step(row, problems),
            row.IsOwnerRateLimit,
            row.PunchListFactor
        );
    }

    private static CapStep? Step(JurisdictionRuleDefinition row, List<string> problems)
    {
        if (row.StepThreshold is not { } threshold)
        {
            return null;
        }

        var reading = row.StepReading ?? CapStepReading.Unstated;
        if (row.Rate is null)
        {
            Lacks("the rate before the threshold", problems);
        }

        if (row.StepReading is null)
        {
            Lacks("the reading of the threshold", problems);
        }

        if (row.StepRateAfter is null && reading != CapStepReading.Unstated)
        {
            Lacks("the rate after the threshold", problems);
        }

        return new CapStep(threshold, row.StepRateAfter, reading);
    }

    private static RuleEffect? Release(JurisdictionRuleDefinition row, List<string> problems) =>
        row.NoticeDays is { } notice
        && row.PayFromDays is { } from
        && row.PayToDays is { } to
        && row.PassThroughDays is { } on
        && row.FirstAnniversary is { } year
        && from <= to
            ? new RuleEffect.HoldbackRelease(notice, from, to, on, year)
            : Lacks("the notice days, the first and last day of payment (in that order), the days for each tier and the first anniversary", problems);

    private static RulePeriods Periods(JurisdictionRuleDefinition row) =>
        new()
        {
            OwnerDays = row.OwnerDays,
            PassThroughDays = row.PassThroughDays,
            ReleaseDays = row.ReleaseDays,
            NoticeDays = row.NoticeDays,
            DayKind = row.DayKind ?? DayKind.Calendar,
        };

    private static void RequireFraction(decimal? value, string name, List<string> problems)
    {
        if (value is < 0m or > 1m)
        {
            problems.Add($"The {name} is {Sentence.Amount(value.Value)} but must be a fraction from 0 to 1.");
        }
    }

    private static RuleEffect? Lacks(string what, List<string> problems)
    {
        problems.Add($"It does not state {what}.");
        return null;
    }
}
