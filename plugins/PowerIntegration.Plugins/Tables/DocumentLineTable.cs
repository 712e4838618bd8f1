namespace PowerIntegration.Plugins.Tables;

/// <summary>One line of a preparation: balances before and after, movement, coding.</summary>
internal static class DocumentLineTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_documentline";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_documentlineid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Preparation.</summary>
    public const string PreparationId = "pint_preparationid";

    /// <summary>Line kind.</summary>
    public const string LineKind = "pint_linekind";

    /// <summary>Line number.</summary>
    public const string LineNumber = "pint_linenumber";

    /// <summary>Procore line item id.</summary>
    public const string ProcoreLineId = "pint_procorelineid";

    /// <summary>Description.</summary>
    public const string Description = "pint_description";

    /// <summary>Flat code.</summary>
    public const string FlatCode = "pint_flatcode";

    /// <summary>Scheduled value.</summary>
    public const string ScheduledValue = "pint_scheduledvalue";

    /// <summary>Gross before.</summary>
    public const string GrossBefore = "pint_grossbefore";

    /// <summary>Gross after.</summary>
    public const string GrossAfter = "pint_grossafter";

    /// <summary>Work retainage before.</summary>
    public const string WorkRetainageBefore = "pint_workretainagebefore";

    /// <summary>Work retainage after.</summary>
    public const string WorkRetainageAfter = "pint_workretainageafter";

    /// <summary>Stored retainage before.</summary>
    public const string StoredRetainageBefore = "pint_storedretainagebefore";

    /// <summary>Stored retainage after.</summary>
    public const string StoredRetainageAfter = "pint_storedretainageafter";

    /// <summary>Amount.</summary>
    public const string Amount = "pint_amount";

    /// <summary>Oracle line number: empty where nothing is sent.</summary>
    public const string OracleLineNumber = "pint_oraclelinenumber";

    /// <summary>Purchase order.</summary>
    public const string PurchaseOrderNumber = "pint_purchaseordernumber";

    /// <summary>Purchase order line.</summary>
    public const string PurchaseOrderLine = "pint_purchaseorderline";

    /// <summary>Purchase order schedule.</summary>
    public const string PurchaseOrderSchedule = "pint_purchaseorderschedule";

    /// <summary>Oracle project number.</summary>
    public const string OracleProjectNumber = "pint_oracleprojectnumber";

    /// <summary>Task number.</summary>
    public const string TaskNumber = "pint_tasknumber";

    /// <summary>Expenditure type.</summary>
    public const string ExpenditureType = "pint_expendituretype";

    /// <summary>Expenditure organization.</summary>
    public const string ExpenditureOrganization = "pint_expenditureorganization";

    /// <summary>Account.</summary>
    public const string Account = "pint_account";
}
