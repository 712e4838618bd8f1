namespace PowerIntegration.Tables;

/// <summary>One line of a preparation: balances before and after, movement, coding.</summary>
public static class DocumentLineTable
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

    /// <summary>Work previous: column D.</summary>
    public const string WorkPrevious = "pint_workprevious";

    /// <summary>Work this period: column E.</summary>
    public const string WorkThisPeriod = "pint_workthisperiod";

    /// <summary>Stored before: materials stored at the base.</summary>
    public const string StoredBefore = "pint_storedbefore";

    /// <summary>Stored after: column F, materials presently stored.</summary>
    public const string StoredAfter = "pint_storedafter";

    /// <summary>Punch list before: retainage for the punch list at the base.</summary>
    public const string PunchListBefore = "pint_punchlistbefore";

    /// <summary>Punch list after: retainage for the punch list.</summary>
    public const string PunchListAfter = "pint_punchlistafter";

    /// <summary>Work released: released of the retainage on work to date.</summary>
    public const string WorkReleased = "pint_workreleased";

    /// <summary>Stored released: released of the retainage on stored materials to date.</summary>
    public const string StoredReleased = "pint_storedreleased";

    /// <summary>Threshold gross: completed and stored when the retainage threshold was passed.</summary>
    public const string ThresholdGross = "pint_thresholdgross";

    /// <summary>Threshold stored: materials stored then.</summary>
    public const string ThresholdStored = "pint_thresholdstored";

    /// <summary>Threshold work retainage: retainage on work then.</summary>
    public const string ThresholdWorkRetainage = "pint_thresholdworkretainage";

    /// <summary>Threshold stored retainage: retainage on stored materials then.</summary>
    public const string ThresholdStoredRetainage = "pint_thresholdstoredretainage";

    /// <summary>Stored unchanged periods: applications for which the stored balance has not changed.</summary>
    public const string StoredUnchangedPeriods = "pint_storedunchangedperiods";

    /// <summary>Oracle document: which of the Oracle documents takes the line; empty where nothing is sent.</summary>
    public const string OracleDocument = "pint_oracledocument";
}
