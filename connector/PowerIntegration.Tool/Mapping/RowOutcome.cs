namespace PowerIntegration.Tool.Mapping;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>It becomes a draft.</summary>
    Accepted,

    /// <summary>A rule already says the same.</summary>
    Unchanged,

    /// <summary>It has a mistake, and nothing of the workbook is written.</summary>
    Error,
}
