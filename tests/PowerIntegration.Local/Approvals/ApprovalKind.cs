namespace PowerIntegration.Local.Approvals;

/// <summary>When an approval is complete.</summary>
public enum ApprovalKind
{
    /// <summary>With the first answer.</summary>
    Basic,

    /// <summary>With the last answer, or the first rejection.</summary>
    BasicAwaitAll,
}
