namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What changes after the threshold is reached. Each reading gives a different amount, so none is presumed.</summary>
public enum CapStepReading
{
    /// <summary>The full balance falls to the reduced rate; the difference is paid at once.</summary>
    WholeBalance,

    /// <summary>The reduced rate applies to the amount earned above the threshold.</summary>
    AboveThreshold,

    /// <summary>The reduced rate applies to full payments, starting with the one that reaches the threshold.</summary>
    FromCrossing,

    /// <summary>Nothing more is withheld above the threshold.</summary>
    Stop,

    /// <summary>The source does not state it. Up to the threshold the rate is checked; above it, only that the former rate is not exceeded.</summary>
    Unstated,
}
