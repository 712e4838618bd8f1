using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Workload;

/// <summary>Draws the tax of a contract: every payer of it and every moment occur.</summary>
internal static class TaxDraw
{
    // Parts of a million, of which many leave half a cent.
    private static readonly int[] Rates = [87_500, 130_000, 62_500, 102_500, 200_000, 33_333];

    /// <summary>Draws it; half of the contracts have none.</summary>
    public static TaxSheet? Of(SeededNumbers numbers)
    {
        if (numbers.OneIn(2))
        {
            return null;
        }

        var by = (TaxedBy)numbers.Below(3);
        var rate = Rates[numbers.Below(Rates.Length)];

        // An amount that the application states does not say which part of it waits.
        return by == TaxedBy.Application
            ? new TaxSheet(by, (TaxedWhen)numbers.Below(2), numbers.OneIn(5) ? null : rate)
            : new TaxSheet(by, (TaxedWhen)numbers.Below(3), rate);
    }
}
