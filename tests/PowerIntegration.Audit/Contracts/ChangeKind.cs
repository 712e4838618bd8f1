namespace PowerIntegration.Audit.Contracts;

/// <summary>What becomes of lines of the schedule of values.</summary>
public enum ChangeKind
{
    /// <summary>One line becomes several.</summary>
    Split,

    /// <summary>Several lines become one.</summary>
    Merge,

    /// <summary>A line is taken out, and what was billed on it is credited.</summary>
    Credit,

    /// <summary>A line is closed at what was billed on it.</summary>
    Close,

    /// <summary>The cost of a line is booked elsewhere from now on.</summary>
    Recode,
}
