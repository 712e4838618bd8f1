namespace PowerIntegration.Tables;

/// <summary>Which Procore record is which Oracle record.</summary>
public static class RecordLinkTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_recordlink";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_recordlinkid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Contract.</summary>
    public const string ContractId = "pint_contractid";

    /// <summary>Record type.</summary>
    public const string RecordType = "pint_recordtype";

    /// <summary>Procore id.</summary>
    public const string ProcoreId = "pint_procoreid";

    /// <summary>Oracle id.</summary>
    public const string OracleId = "pint_oracleid";

    /// <summary>Oracle document kind: which Payables document the Oracle id names; empty where it is none.</summary>
    public const string OracleDocumentKind = "pint_oracledocumentkind";

    /// <summary>Purchase order.</summary>
    public const string PurchaseOrderNumber = "pint_purchaseordernumber";

    /// <summary>Purchase order line.</summary>
    public const string PurchaseOrderLine = "pint_purchaseorderline";

    /// <summary>Purchase order schedule.</summary>
    public const string PurchaseOrderSchedule = "pint_purchaseorderschedule";

    /// <summary>Oracle project number.</summary>
    public const string OracleProjectNumber = "pint_oracleprojectnumber";

    /// <summary>Task number: coding of the purchase order distribution, as read from Oracle.</summary>
    public const string TaskNumber = "pint_tasknumber";

    /// <summary>Expenditure type.</summary>
    public const string ExpenditureType = "pint_expendituretype";

    /// <summary>Expenditure organization.</summary>
    public const string ExpenditureOrganization = "pint_expenditureorganization";

    /// <summary>Retainage rate: retainage rate of the purchase order schedule as a fraction.</summary>
    public const string RetainageRate = "pint_retainagerate";
}
