namespace PowerIntegration.Tables;

/// <summary>What Procore said about one line.</summary>
public static class SourceLineTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_sourceline";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_sourcelineid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Document.</summary>
    public const string DocumentId = "pint_documentid";

    /// <summary>Line number.</summary>
    public const string LineNumber = "pint_linenumber";

    /// <summary>Procore item id.</summary>
    public const string ProcoreItemId = "pint_procoreitemid";

    /// <summary>Procore line item id.</summary>
    public const string ProcoreLineId = "pint_procorelineid";

    /// <summary>Item type.</summary>
    public const string ItemType = "pint_itemtype";

    /// <summary>Description.</summary>
    public const string Description = "pint_description";

    /// <summary>WBS code id.</summary>
    public const string WbsCodeId = "pint_wbscodeid";

    /// <summary>Flat code.</summary>
    public const string FlatCode = "pint_flatcode";

    /// <summary>Task segment code.</summary>
    public const string TaskSegmentCode = "pint_tasksegmentcode";

    /// <summary>Cost code.</summary>
    public const string CostCode = "pint_costcode";

    /// <summary>Cost type.</summary>
    public const string CostType = "pint_costtype";

    /// <summary>Scheduled value.</summary>
    public const string ScheduledValue = "pint_scheduledvalue";

    /// <summary>Work completed from previous application.</summary>
    public const string WorkPrevious = "pint_workprevious";

    /// <summary>Work completed this period.</summary>
    public const string WorkThisPeriod = "pint_workthisperiod";

    /// <summary>Materials presently stored.</summary>
    public const string MaterialsStored = "pint_materialsstored";

    /// <summary>Total completed and stored to date.</summary>
    public const string CompletedToDate = "pint_completedtodate";

    /// <summary>Total completed and stored from previous.</summary>
    public const string CompletedPrevious = "pint_completedprevious";

    /// <summary>Work retainage currently retained.</summary>
    public const string WorkRetainageHeld = "pint_workretainageheld";

    /// <summary>Stored materials retainage currently retained.</summary>
    public const string StoredRetainageHeld = "pint_storedretainageheld";

    /// <summary>Work retainage released this period.</summary>
    public const string WorkRetainageReleased = "pint_workretainagereleased";

    /// <summary>Stored materials retainage released this period.</summary>
    public const string StoredRetainageReleased = "pint_storedretainagereleased";

    /// <summary>Subcontractor claimed amount.</summary>
    public const string ClaimedAmount = "pint_claimedamount";

    /// <summary>Line status.</summary>
    public const string LineStatus = "pint_linestatus";

    /// <summary>Sliding scale overridden.</summary>
    public const string ManualOverride = "pint_manualoverride";
}
