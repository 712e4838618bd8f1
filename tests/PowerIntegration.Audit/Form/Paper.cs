namespace PowerIntegration.Audit.Form;

/// <summary>A document that must leave.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Amount">Its total in cents.</param>
public sealed record Paper(PaperKind Kind, long Amount)
{
    /// <summary>The gross that it bills.</summary>
    public long Gross { get; init; }

    /// <summary>What is held more with it; below zero where it pays what was held.</summary>
    public long Held { get; init; }

    /// <summary>How many rows it bills or releases; none where it has deductions only.</summary>
    public int Rows { get; init; }
}
