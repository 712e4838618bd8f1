namespace PowerIntegration.Tables;

/// <summary>What was sent, answered or read back, unchanged.</summary>
public static class EvidenceTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_evidence";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_evidenceid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Document.</summary>
    public const string DocumentId = "pint_documentid";

    /// <summary>Kind.</summary>
    public const string EvidenceKind = "pint_evidencekind";

    /// <summary>Content.</summary>
    public const string Content = "pint_content";

    /// <summary>Content hash.</summary>
    public const string ContentHash = "pint_contenthash";

    /// <summary>Recorded on.</summary>
    public const string RecordedOn = "pint_recordedon";

    /// <summary>Actor.</summary>
    public const string Actor = "pint_actor";
}
