namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What changes once the threshold is reached. The same facts give a different amount under each reading, so none is presumed.</summary>
public enum CapStepReading
{
    /// <summary>The whole balance falls to the reduced rate; the difference is paid out at once.</summary>
    WholeBalance,

    /// <summary>The reduced rate is for what is earned above the threshold.</summary>
    AboveThreshold,

    /// <summary>The reduced rate is for whole payments from the one that reaches the threshold.</summary>
    FromCrossing,

    /// <summary>Nothing more is withheld above the threshold.</summary>
    Stop,

    /// <summary>The source does not say. Up to the threshold the rate is tested, above it only that the former rate is not exceeded.</summary>
    Unstated,
}
