namespace PowerIntegration.Audit.Form;

/// <summary>What was released on one line, in cents.</summary>
/// <param name="Work">Of what was held on work.</param>
/// <param name="Stored">Of what was held on stored material.</param>
public readonly record struct ReleasedParts(long Work, long Stored)
{
    /// <summary>Both.</summary>
    public long Total => Work + Stored;

    /// <summary>What was paid: without what stays held for the punch list, with what was held for it before.</summary>
    public long Paid { get; init; }
}
