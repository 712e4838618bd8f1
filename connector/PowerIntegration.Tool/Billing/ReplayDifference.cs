namespace PowerIntegration.Tool.Billing;

/// <summary>A figure of a replay that differs from what was paid or held.</summary>
/// <param name="Application">The application.</param>
/// <param name="Line">The line whose retainage differs; null for the payment, line 8.</param>
/// <param name="Billed">The figure by the terms; null where the application is not billed.</param>
/// <param name="Paid">What was really paid or held.</param>
internal sealed record ReplayDifference(int Application, string? Line, decimal? Billed, decimal Paid)
{
    /// <summary>Billed less paid.</summary>
    public decimal Difference => (Billed ?? 0m) - Paid;

    /// <summary>Why the application is not billed; null where it is.</summary>
    public string? NotBilled { get; init; }
}
