using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Tool.Billing;

/// <summary>One change of the terms that a replay tries.</summary>
/// <param name="Term">The term.</param>
/// <param name="Apply">Changes it; null where the terms before have nothing that it could change.</param>
internal sealed record ReplayChange(ReplayTerm Term, Func<ContractTerms, ContractTerms?> Apply)
{
    private const decimal RateStep = 0.005m;
    private const decimal RateMax = 0.20m;
    private const decimal CapMax = 0.10m;
    private const decimal StepThreshold = 0.50m;

    private static readonly StepReading[] ReadingsToNothing = [StepReading.Stop, StepReading.WholeBalance, StepReading.FromCrossing];
    private static readonly StepReading[] ReadingsToHalf = [StepReading.WholeBalance, StepReading.AboveThreshold, StepReading.FromCrossing];

    /// <summary>Every change, the likelier first.</summary>
    public static IReadOnlyList<ReplayChange> All { get; } =
    [
        .. Fractions(0m, RateMax).Select(Rate),
        .. Enum.GetValues<StoredMaterials>()
            .Select(mode => new ReplayChange(ReplayTerm.StoredMaterials, terms => terms with { StoredMaterials = mode })),
        .. ReadingsToHalf.Select(reading => Step(reading, 0.5m)),
        .. ReadingsToNothing.Select(reading => Step(reading, 0m)),
        new(ReplayTerm.Cap, terms => terms with { RetainageCap = null }),
        .. Fractions(RateStep, CapMax).Select(share => Cap(LimitBase.RevisedSum, share)),
        .. Fractions(RateStep, CapMax).Select(share => Cap(LimitBase.OriginalSum, share)),
        .. Enum.GetValues<ResidualPlace>().Select(place => new ReplayChange(ReplayTerm.Rounding, terms => terms with { ResidualPlace = place })),
        .. Enum.GetValues<RetainageKeeper>().Select(keeper => new ReplayChange(ReplayTerm.Keeper, terms => terms with { RetainageKeeper = keeper })),
    ];

    private static IEnumerable<decimal> Fractions(decimal first, decimal last)
    {
        for (var fraction = first; fraction <= last; fraction += RateStep)
        {
            yield return fraction;
        }
    }

    private static ReplayChange Rate(decimal rate) => new(ReplayTerm.Rate, terms => terms with { Retainage = new RetainageTerms.Flat(rate) });

    private static ReplayChange Cap(LimitBase sum, decimal share) =>
        new(ReplayTerm.Cap, terms => terms with { RetainageCap = new RetainageLimit(sum, share) });

    private static ReplayChange Step(StepReading reading, decimal left) =>
        new(
            ReplayTerm.Step,
            terms =>
                RateOf(terms.Retainage) is > 0m and var rate
                    ? terms with
                    {
                        Retainage = new RetainageTerms.Step(
                            StepThreshold,
                            rate,
                            rate * left,
                            reading,
                            (terms.Retainage as RetainageTerms.Step)?.Measure ?? BilledMeasure.CompletedAndStored,
                            (terms.Retainage as RetainageTerms.Step)?.Sum ?? ContractSumBase.Revised
                        ),
                    }
                    : null
        );

    private static decimal? RateOf(RetainageTerms? retainage) =>
        retainage switch
        {
            RetainageTerms.Flat flat => flat.Rate,
            RetainageTerms.Split split => split.WorkRate,
            RetainageTerms.PerLine own => own.WorkRate,
            RetainageTerms.Step step => step.BeforeRate,
            _ => null,
        };
}
