namespace PowerIntegration.Tool.Rights;

/// <summary>What came of a check.</summary>
internal enum RightMark
{
    /// <summary>The right was looked for and is not there.</summary>
    Absent,

    /// <summary>The right is there and must not be.</summary>
    Forbidden,

    /// <summary>It could not be read whether the right is there.</summary>
    NotRead,
}
