using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Tests.Explanation;

/// <summary>Terms to explain; each test changes only what it is about.</summary>
internal static class SomeTerms
{
    public static TermsVersion Of(RetainageTerms? retainage) =>
        new()
        {
            Key = "LAKESHORE|1|TERMS|SC-002|1",
            Number = 1,
            ValidFrom = new CalendarDate(2025, 1, 1),
            IsMatched = true,
            Terms = Facts.Terms(Facts.Rates(0.10m, 0.10m)) with { Retainage = retainage },
        };

    public static TermsVersion Flat { get; } = Of(new RetainageTerms.Flat(0.10m));

    public static TermsVersion With(Func<ContractTerms, ContractTerms> change) => Flat with { Terms = change(Flat.Terms) };

    public static RetainageTerms.Step Step(StepReading? reading, decimal after = 0.05m) =>
        new(0.50m, 0.10m, after, reading, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);

    public static RetainageTerms.SlidingScale Scale { get; } =
        new([
            new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.OriginalSum, 0.04m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.Amount, 6000m)),
        ]);
}
