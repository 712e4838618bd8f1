namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>
/// The maximum amounts under a cap with a rate: held to date, and withheld with this payment.
/// </summary>
public sealed record RetainageLimits
{
    private RetainageLimits() { }

    /// <summary>Maximum held to date.</summary>
    public decimal HeldToDate { get; private init; }

    /// <summary>Maximum withheld with this payment.</summary>
    public decimal Payment { get; private init; }

    /// <summary>True where the threshold of the step is reached.</summary>
    public bool IsStepReached { get; private init; }

    /// <summary>Works out the limits.</summary>
    /// <param name="rate">The cap's rate.</param>
    /// <param name="step">The reduction; null where there is none.</param>
    /// <param name="figures">The amounts.</param>
    public static RetainageLimits Of(decimal rate, CapStep? step, RetainageFigures figures)
    {
        var threshold = (step?.Threshold ?? 1m) * figures.ContractSum;
        var isReached = step is not null && figures.ContractSum > 0m && figures.GrossToDate >= threshold;
        var before = figures.GrossToDate - figures.PaymentGross;
        var plain = new RetainageLimits
        {
            HeldToDate = rate * figures.GrossToDate,
            Payment = rate * figures.PaymentGross,
            IsStepReached = isReached,
        };
        if (!isReached || step!.RateAfter is not { } after)
        {
            return plain;
        }

        // An unstated reading is checked only against the former rate, even where the reduced rate is known.
        return step.Reading switch
        {
            CapStepReading.WholeBalance => plain with { HeldToDate = after * figures.GrossToDate, Payment = after * figures.PaymentGross },
            CapStepReading.FromCrossing => plain with { Payment = after * figures.PaymentGross },
            CapStepReading.AboveThreshold => Above(plain, rate, after, threshold, before, figures),
            CapStepReading.Stop => Above(plain, rate, 0m, threshold, before, figures),
            _ => plain,
        };
    }

    private static RetainageLimits Above(
        RetainageLimits plain,
        decimal rate,
        decimal after,
        decimal threshold,
        decimal before,
        RetainageFigures figures
    )
    {
        var held = Piecewise(rate, after, threshold, figures.GrossToDate);
        return plain with { HeldToDate = held, Payment = held - Piecewise(rate, after, threshold, before) };
    }

    private static decimal Piecewise(decimal rate, decimal after, decimal threshold, decimal gross) =>
        (rate * Math.Min(gross, threshold)) + (after * Math.Max(0m, gross - threshold));
}
