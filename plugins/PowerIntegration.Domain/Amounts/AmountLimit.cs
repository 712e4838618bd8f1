namespace PowerIntegration.Domain.Amounts;

/// <summary>The largest amount that is kept: what the amount columns take, in either direction.</summary>
public static class AmountLimit
{
    /// <summary>The limit, in the major unit.</summary>
    public const decimal Max = 100_000_000_000m;

    /// <summary>True where the amount, or its negative, is within the limit.</summary>
    public static bool Holds(decimal amount) => Math.Abs(amount) <= Max;
}
