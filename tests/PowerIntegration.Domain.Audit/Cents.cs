namespace PowerIntegration.Domain.Audit;

/// <summary>Turns the auditor's whole numbers into the engine's decimals.</summary>
internal static class Cents
{
    /// <summary>Cents as dollars, exactly.</summary>
    public static decimal ToMajor(long cents) => Scaled(cents, 2);

    /// <summary>Cents as dollars; nothing stays nothing.</summary>
    public static decimal? ToMajor(long? cents) => cents is { } known ? ToMajor(known) : null;

    /// <summary>Parts of a million as a fraction, exactly.</summary>
    public static decimal ToFraction(long millionths) => Scaled(millionths, 6);

    private static decimal Scaled(long value, byte scale)
    {
        var magnitude = value < 0 ? (ulong)-value : (ulong)value;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, value < 0, scale);
    }
}
