namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>What a person should check.</summary>
public enum BillingWarningCode
{
    /// <summary>Stored material fell by more than work rose: it was removed, or installed work was not reported.</summary>
    StoredRemoved,

    /// <summary>Stored material has not changed for as many applications as the terms name.</summary>
    StoredStale,

    /// <summary>The terms for stored materials changed.</summary>
    StoredModeSwitched,

    /// <summary>A line is above its scheduled value, within the tolerance.</summary>
    AboveScheduledValue,

    /// <summary>An amount to date is on the other side of zero than the line's scheduled value, within the tolerance.</summary>
    BelowZero,

    /// <summary>A person overrode the retainage in the source, and the terms give another amount.</summary>
    RetainageOverridden,

    /// <summary>Retainage differs from the terms within rounding.</summary>
    RetainageRounded,

    /// <summary>A certified header gave a rounding difference to a line.</summary>
    HeaderResidual,

    /// <summary>A cut on the header was divided over the lines.</summary>
    HeaderCutAllocated,

    /// <summary>A variance was posted by a controller's decision.</summary>
    CaughtUp,

    /// <summary>The application is approved as noted.</summary>
    ApprovedAsNoted,

    /// <summary>The threshold of the retainage reduction is reached.</summary>
    ThresholdReached,

    /// <summary>An earlier number was never used or is void.</summary>
    NumberSkipped,

    /// <summary>A deleted line is credited, or closed at what was billed.</summary>
    LineDeleted,

    /// <summary>A line that left the schedule of values is still listed, without amounts.</summary>
    ClosedLineListed,

    /// <summary>The source's previous application differs from the ledger within rounding.</summary>
    PreviousRounded,
}
