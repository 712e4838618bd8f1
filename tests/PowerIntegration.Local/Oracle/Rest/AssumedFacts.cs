namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>
/// Everything the simulator takes for true about Oracle without having read it in Oracle's documentation. [K] is background knowledge, [I] an
/// inference from documented facts, [D] a forum or blog. Confirm against a pod's <c>/describe</c>; nothing of this kind is decided anywhere else.
/// </summary>
internal static class AssumedFacts
{
    // ---- The REST framework ----

    /// <summary>[I] The largest number of any kind that an attribute takes: 18 digits, as documented ids have.</summary>
    public const decimal LargestNumber = 999_999_999_999_999_999m;

    /// <summary>[D] The largest page, whatever the limit asks for.</summary>
    public const int LargestPage = 499;

    /// <summary>
    /// [I] Children inside an item come in pages of the default size from framework 3 on, where they carry hasMore; before, all come.
    /// </summary>
    public const int NestedPage = 25;

    /// <summary>[K] expand=all reaches every level, not only the first.</summary>
    public static bool ExpandAllReachesEveryLevel => true;

    /// <summary>[K] From this framework version on errors are JSON; before, plain text unless the caller accepts application/json.</summary>
    public const int FirstFrameworkWithJsonErrors = 4;

    /// <summary>
    /// [C] From this framework version on long ids and amounts are JSON strings; [I] all of them, not only those beyond double's precision.
    /// </summary>
    public const int FrameworkWithNumbersAsText = 9;

    /// <summary>[K] Amounts are answered without trailing zeros, as a database NUMBER is.</summary>
    public static bool TrailingZerosAreDropped => true;

    /// <summary>[I] In framework 1 a quoted value is refused; Oracle may take the quotes for part of the value or strip them.</summary>
    public static bool QuotesAreRefusedInFramework1 => true;

    /// <summary>[K] The answer to a creation holds the children that came with it.</summary>
    public static bool CreateAnswersChildren => true;

    /// <summary>[K] Media type of an error body in JSON.</summary>
    public const string ErrorMediaType = "application/vnd.oracle.adf.error+json";

    /// <summary>[K] The status of an action whose business key finds no invoice.</summary>
    public const int StatusOfActionWithoutInvoice = 400;

    /// <summary>[K] Wording for an attribute that only the server sets.</summary>
    public static string ReadOnlyText(string attribute) => $"JBO-27008: Attribute {attribute} cannot be set.";

    /// <summary>[K] Wording for an attribute of a PATCH that only a POST may set (the matrix itself is documented).</summary>
    public static string SetOnlyOnCreateText(string attribute) => $"JBO-27008: Attribute {attribute} cannot be updated.";

    /// <summary>[B] wording of a missing value, with the attribute named.</summary>
    public static string RequiredText(string attribute, string record) => $"JBO-27014: Attribute {attribute} in {record} is required.";

    // ---- Attribute names that no page of the reference shows ----

    /// <summary>[K] Attributes of projects/Tasks besides the flags.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> TaskAttributes =
    [
        new("TaskId", AttributeKind.Id),
        new("TaskNumber", MaxLength: 100),
        new("TaskName", MaxLength: 255),
        new("TaskDescription"),
        new("TaskStartDate", AttributeKind.Date),
        new("TaskFinishDate", AttributeKind.Date),
        new("ParentTaskId", AttributeKind.Id),
        new("TaskLevel", AttributeKind.Integer),
        new("LowestTask", AttributeKind.Flag),
        new("TaskOrganizationName"),
        new("DisplaySequence", AttributeKind.Integer),
        new("CreationDate", AttributeKind.Timestamp),
        new("LastUpdateDate", AttributeKind.Timestamp),
    ];

    /// <summary>[K] Name of the flag of a project that lets other business units charge it; that there is one is documented.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> ProjectAttributes = [new("AllowCrossChargeFlag", AttributeKind.Flag)];

    /// <summary>[K] Attributes of a transaction control besides Billable; the table behind it has these columns.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> TransactionControlAttributes =
    [
        new("TransactionControlId", AttributeKind.Id),
        new("ChargeableFlag", AttributeKind.Flag),
        new("ExpenditureCategoryName"),
        new("ExpenditureTypeId", AttributeKind.Id),
        new("ExpenditureTypeName"),
        new("StartDate", AttributeKind.Date),
        new("EndDate", AttributeKind.Date),
        new("CreationDate", AttributeKind.Timestamp),
        new("LastUpdateDate", AttributeKind.Timestamp),
    ];

    /// <summary>[K] Since when a record is and was changed.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> WhenChanged = AttributeDefinition.Many(
        AttributeKind.Timestamp,
        "CreationDate",
        "LastUpdateDate"
    );

    /// <summary>[K] Lists of values show LastUpdateDate too. Where a pod's do not, they have to be read whole.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> WhenChangedInLists = WhenChanged;

    /// <summary>[K] Attributes of a class of an expenditure type besides its id.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> ExpenditureTypeClassAttributes =
    [
        new("ExpenditureTypeClassId", AttributeKind.Id),
        new("ExpenditureTypeClassCode", MaxLength: 3),
        new("ExpenditureTypeClassName"),
    ];

    /// <summary>[K] Attributes of a project organization besides its key.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> OrganizationAttributes =
    [
        new("OrganizationName", MaxLength: 240),
        new("BusinessUnitName"),
        new("EffectiveStartDate", AttributeKind.Date),
        new("EffectiveEndDate", AttributeKind.Date),
    ];

    /// <summary>[K] Type of an organization that owns expenditures; the one that owns projects is PA_PROJECT_ORG.</summary>
    public const string ExpenditureOrganization = "PA_EXPENDITURE_ORG";

    /// <summary>[K] Class of the expenditure types that supplier invoices take.</summary>
    public const string SupplierInvoiceClass = "VI";

    /// <summary>
    /// [K] A transaction control that is not chargeable excludes its type or its category, on its dates, from the task or the project that has it;
    /// what no control names can be charged. A project that is limited to what its controls name is not simulated.
    /// </summary>
    public static bool TransactionControlsExclude => true;

    /// <summary>[K] A task or a control that changes leaves the LastUpdateDate of its project, and a control that of its task, alone.</summary>
    public static bool ChildMovesLastUpdateOfParent => false;

    /// <summary>[K] First id of a task and of a control that is made while the simulator runs.</summary>
    public const long FirstNewTaskId = 300_000_341_540_001,
        FirstTransactionControlId = 300_000_351_540_001;

    /// <summary>
    /// Applications of accounting periods: 101 is documented for General Ledger, [K] 200 for Payables, [I] 10036 stands for project costing, whose ID
    /// no page shows.
    /// </summary>
    public const int LedgerApplication = 101,
        PayablesApplication = 200,
        ProjectsApplication = 10036;

    /// <summary>[K] Attributes of accountingPeriodStatusLOV besides its key.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> PeriodStatusAttributes =
    [
        new("StartDate", AttributeKind.Date),
        new("EndDate", AttributeKind.Date),
        new("AdjustmentPeriodFlag", AttributeKind.Flag),
        new("ClosingStatus", MaxLength: 1),
    ];

    /// <summary>[K] Attributes of expenditureTypes and expenditureTypesLOV.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> ExpenditureTypeAttributes =
    [
        new("ExpenditureTypeId", AttributeKind.Id),
        new("ExpenditureTypeName", MaxLength: 240),
        new("Description"),
        new("ExpenditureCategoryName"),
        new("UnitOfMeasureCode"),
        new("ExpenditureTypeStartDate", AttributeKind.Date),
        new("ExpenditureTypeEndDate", AttributeKind.Date),
    ];

    /// <summary>[K] Attributes of supplier sites and their assignments that show names and the pay purpose.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> SiteAttributes =
    [
        new("SitePurposePayFlag", AttributeKind.Flag),
        new("ProcurementBU"),
        new("SupplierAddressName"),
        new("PaymentTerms"),
    ];

    /// <summary>[K] Names beside the ids of a site assignment.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> AssignmentAttributes =
    [
        new("AssignmentId", AttributeKind.Id),
        new("ClientBU"),
        new("BillToBU"),
        new("Status"),
    ];

    /// <summary>[K] Attributes of a purchase order's header that the reference shows only by id.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> PurchaseOrderAttributes =
    [
        new("RequisitioningBU"),
        new("BillToBU"),
        new("DocumentStyle"),
        new("PaymentTerms"),
    ];

    /// <summary>[K] Retainage cap of a line.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> PurchaseOrderLineAttributes = [new("MaximumRetainageAmount", AttributeKind.Amount)];

    /// <summary>[K] Attributes of a schedule.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> ScheduleAttributes =
    [
        new("LineLocationId", AttributeKind.Id),
        new("RetainageRate", AttributeKind.Amount),
        new("Ordered", AttributeKind.Amount),
        new("MatchApprovalLevel"),
        new("Status"),
        new("StatusCode"),
    ];

    /// <summary>[K] Attributes of a distribution.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> DistributionAttributes =
    [
        new("PODistributionId", AttributeKind.Id),
        new("POChargeAccount"),
        new("POChargeAccountId", AttributeKind.Id),
    ];

    /// <summary>[K] Attributes of an invoice and its lines that the reference only names in passing.</summary>
    public static readonly IReadOnlyList<AttributeDefinition> InvoiceAttributes = [new("CanceledFlag", AttributeKind.Flag), new("SupplierNumber")];

    // ---- Attachments of invoices: that there is the child, with Category and Description of at most 255 characters, is documented ----

    /// <summary>[K] What a file must carry; the names Type, FileName, Title and FileContents (base64) are from memory.</summary>
    public static readonly IReadOnlyList<string> RequiredOfAttachment = ["Type", "Category", "FileName", "Title", "FileContents"];

    /// <summary>[K] Categories of attachments of payables invoices.</summary>
    public static readonly IReadOnlySet<string> AttachmentCategories = new HashSet<string>(StringComparer.Ordinal)
    {
        "From Supplier",
        "To Supplier",
        "Internal to Payables",
        "Miscellaneous",
    };

    /// <summary>[K] Longest title and file name.</summary>
    public const int AttachmentTitleMax = 80,
        AttachmentFileNameMax = 2048;

    // [I] Attaching a file leaves the validation and LastUpdateDate of the invoice alone, and may be done in every state of the invoice.

    /// <summary>[I] First id of an attachment.</summary>
    public const long FirstAttachmentId = 300_000_503_000_001;

    // ---- Payables ----

    /// <summary>[K] What a creation must carry.</summary>
    public static readonly IReadOnlyList<string> RequiredOfInvoice =
    [
        "InvoiceNumber",
        "InvoiceAmount",
        "InvoiceDate",
        "BusinessUnit",
        "Supplier",
        "SupplierSite",
        "InvoiceCurrency",
    ];

    /// <summary>[K] What each line must carry.</summary>
    public static readonly IReadOnlyList<string> RequiredOfLine = ["LineNumber", "LineType", "LineAmount"];

    /// <summary>[A/K] What a line with project information must carry.</summary>
    public static readonly IReadOnlyList<string> RequiredOfProjectLine =
    [
        "_PROJECT_ID_Display",
        "_TASK_ID_Display",
        "_EXPENDITURE_ITEM_DATE",
        "_EXPENDITURE_TYPE_ID_Display",
        "_ORGANIZATION_ID_Display",
    ];

    /// <summary>[K] Source of an invoice that names none.</summary>
    public const string DefaultInvoiceSource = "Manual invoice entry";

    /// <summary>[K] Type of an invoice that names none.</summary>
    public const string DefaultInvoiceType = "Standard";

    /// <summary>[K] Terms of an invoice whose site and payload name none.</summary>
    public const string DefaultPaymentTerms = "Immediate";

    /// <summary>[K] An invoice without an accounting date takes its invoice date.</summary>
    public const string DefaultAccountingDateFrom = "InvoiceDate";

    /// <summary>[K] An amount has at most the digits of its currency; two for each currency that the set-up names.</summary>
    public const int CurrencyDigits = 2;

    /// <summary>[K] Status codes of a project that takes new transactions ([B] saw APPROVED).</summary>
    public static readonly IReadOnlySet<string> ProjectStatusesForNewTransactions = new HashSet<string>(StringComparer.Ordinal)
    {
        "APPROVED",
        "ACTIVE",
    };

    /// <summary>[B] The one status code in which a purchase order, its lines and schedules can be matched.</summary>
    public const string MatchableStatusCode = "OPEN";

    /// <summary>[K] Status of a supplier that can be used.</summary>
    public const string ActiveSupplierStatus = "ACTIVE";

    /// <summary>
    /// [I] A matched line takes its coding from the purchase order's distribution and may not bring project information of its own.
    /// </summary>
    public static bool MatchedLineRefusesProjectInformation => true;

    /// <summary>
    /// [I] A matched line shows the project information of the purchase order's distribution; [K] its own DistributionCombination stays empty.
    /// </summary>
    public static bool MatchedLineShowsDistributionCoding => true;

    /// <summary>[K] A credit line, or [D] the canceling of an invoice, may not take the amount billed on a schedule below zero.</summary>
    public static bool BilledAmountMayNotFallBelowZero => true;

    /// <summary>[K] Wording of the same.</summary>
    public static string BilledBelowZeroText(string schedule, decimal amount) =>
        $"The amount billed on {schedule} would be {amount}. It can't be less than zero.";

    /// <summary>
    /// [I] A standard invoice takes lines that take cost back, as long as its total isn't negative; the import documents that only the total must be
    /// positive. A business unit of the seed may say otherwise (StandardInvoiceTakesNegativeLines).
    /// </summary>
    public static bool StandardInvoiceTakesNegativeLines => true;

    /// <summary>
    /// [I] A memo takes lines that bill, as long as its total is negative. A business unit of the seed may say otherwise (MemoTakesPositiveLines).
    /// </summary>
    public static bool MemoTakesPositiveLines => true;

    /// <summary>[K] Display values; that a canceled invoice is found by ValidationStatus Canceled is documented.</summary>
    public const string NotValidated = "Not validated",
        Validated = "Validated",
        NeedsRevalidation = "Needs revalidation",
        Canceled = "Canceled";

    /// <summary>[K] Values of PaidStatus: nothing paid, a part, all of it.</summary>
    public const string Unpaid = "Unpaid",
        PartiallyPaid = "Partially paid",
        Paid = "Paid";

    /// <summary>[D] Approval statuses in which an invoice can be paid; [A] says only that it can't while it requires approval.</summary>
    public static readonly IReadOnlySet<string> ApprovalsThatAllowPayment = new HashSet<string>(StringComparer.Ordinal)
    {
        ApprovalNotRequired,
        WorkflowApproved,
        "Manually approved",
    };

    /// <summary>[K] A payment of invoices and memos may come to nothing, but not to less.</summary>
    public static bool PaymentMayNotBeNegative => true;

    /// <summary>[K] A payment leaves the invoice's LastUpdateDate alone: who polls by it must read open invoices again.</summary>
    public static bool PaymentMovesLastUpdateOfInvoice => false;

    /// <summary>[D] Approval of an invoice that no one asked for yet.</summary>
    public const string ApprovalRequired = "Required",
        ApprovalNotRequired = "Not required",
        WorkflowApproved = "Workflow approved",
        Rejected = "Rejected";

    /// <summary>[K] Hold where the lines do not add up to the invoice.</summary>
    public const string LineVarianceHold = "Line Variance",
        LineVarianceReason = "Total of lines doesn't match the invoice amount.";

    /// <summary>[K] Hold where a line has neither account nor match nor project information.</summary>
    public const string DistributionVarianceHold = "Distribution Variance",
        DistributionVarianceReason = "Total of distributions doesn't match the line amount.";

    /// <summary>[K] Matching hold where a schedule is billed for more than was ordered; tolerance zero.</summary>
    public const string AmountOrderedHold = "Amount Ordered",
        AmountOrderedReason = "Amount billed exceeds ordered";

    /// <summary>[K] Release name of a system hold whose cause has gone.</summary>
    public const string SystemRelease = "Variance corrected";

    /// <summary>[A EBS/K] A system hold goes by itself at the next validation and cannot be released by hand.</summary>
    public static bool SystemHoldsResistManualRelease => true;

    /// <summary>[I] The open hold of a validated invoice shows as "Needs revalidation" until it is released.</summary>
    public static bool OpenHoldShowsInValidationStatus => true;

    /// <summary>[K] Placing or releasing a hold leaves the invoice's LastUpdateDate alone.</summary>
    public static bool HoldMovesLastUpdateOfInvoice => false;

    /// <summary>[K] One name may be open twice on an invoice: who repeats a call whose answer was lost must look first.</summary>
    public static bool SameHoldMayBeOpenTwice => true;

    /// <summary>
    /// [D] Cancelling reverses on the accounting dates of the invoice and its lines, so that their periods must be open. The documented body of the
    /// action has no accounting date. That all amounts become zero is documented; [K] the number stays taken.
    /// </summary>
    public static bool CancelNeedsThePeriodsOfTheInvoice => true;

    /// <summary>[D] that a paid invoice can't be canceled, [K] wording.</summary>
    public static string CancelPaidText(string invoice, string paidStatus) =>
        $"The {invoice} can't be canceled because it has payments ({paidStatus}). Void the payments, or credit the invoice.";

    /// <summary>[D] that a canceled invoice can't be canceled again, [K] wording.</summary>
    public static string CanceledAlreadyText(string invoice) => $"The {invoice} is already canceled.";

    /// <summary>[I] by analogy with the documented answer of cancelInvoice.</summary>
    public const string ValidateResult = "The current action Validate Invoice has completed successfully.";

    /// <summary>[K] The one value of ProcessAction that validates.</summary>
    public const string ValidateProcessAction = "Validate";

    /// <summary>[K] Status of a period in which invoices can be accounted.</summary>
    public const string OpenPeriod = "Open";

    /// <summary>[K] Status of a period before anybody opened it.</summary>
    public const string PeriodNeverOpened = "Never opened";
}
