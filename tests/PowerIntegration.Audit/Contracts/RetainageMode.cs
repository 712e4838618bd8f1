namespace PowerIntegration.Audit.Contracts;

/// <summary>How a contract holds retainage.</summary>
public enum RetainageMode
{
    /// <summary>Nothing is held.</summary>
    None,

    /// <summary>One rate on completed and stored.</summary>
    Flat,

    /// <summary>A rate on completed work (5a) and one on stored material (5b).</summary>
    Split,

    /// <summary>Rates of the line, where it has its own; else the contract's.</summary>
    PerLine,

    /// <summary>A fixed amount until it is released.</summary>
    LumpSum,

    /// <summary>From the threshold on, the reduced rate on the whole balance.</summary>
    StepWhole,

    /// <summary>The reduced rate only on what is above the threshold.</summary>
    StepAbove,

    /// <summary>The reduced rate from the application that crosses the threshold.</summary>
    StepFromCrossing,

    /// <summary>Nothing more is withheld above the threshold.</summary>
    StepStop,

    /// <summary>Up to five rules in order; each withholds at its rate until its limit is held.</summary>
    SlidingScale,
}
