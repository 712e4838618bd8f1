namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>A figure of a replay that differs from what was paid or held.</summary>
/// <param name="Application">The application.</param>
/// <param name="Figure">Which figure.</param>
/// <param name="Line">The line whose retainage differs; null for the other figures.</param>
/// <param name="Billed">The figure by the terms; null where the application is not billed.</param>
/// <param name="Paid">What was really paid or held.</param>
public sealed record ReplayDifference(int Application, ReplayFigure Figure, string? Line, decimal? Billed, decimal Paid)
{
    /// <summary>Billed less paid.</summary>
    public decimal Difference => (Billed ?? 0m) - Paid;

    /// <summary>Why the application is not billed; null where it is.</summary>
    public string? NotBilled { get; init; }

    /// <summary>
    /// True where a person overrode the retainage, in this application or in one before whose difference remains. No term has to explain it.
    /// </summary>
    public bool IsOverridden { get; init; }
}
