namespace PowerIntegration.Tables;

/// <summary>One change noticed in a source system.</summary>
public static class InboundEventTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_inboundevent";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_inboundeventid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Record type.</summary>
    public const string RecordType = "pint_recordtype";

    /// <summary>Procore id.</summary>
    public const string ProcoreId = "pint_procoreid";

    /// <summary>Changed on.</summary>
    public const string ChangedOn = "pint_changedon";

    /// <summary>Event state.</summary>
    public const string EventState = "pint_eventstate";

    /// <summary>Attempts.</summary>
    public const string Attempts = "pint_attempts";

    /// <summary>Document.</summary>
    public const string DocumentId = "pint_documentid";

    /// <summary>Message.</summary>
    public const string Message = "pint_message";
}
