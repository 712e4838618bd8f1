namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Payables invoices with their lines and project information, and invoice holds.</summary>
internal static class PayablesResources
{
    private static readonly ResourceDefinition ProjectInformation = new(
        "invoiceLineProjectDff",
        "",
        KeyForm.Opaque,
        [
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                Writable.OnCreate,
                "__FLEX_Context",
                "_PROJECT_ID_Display",
                "_TASK_ID_Display",
                "_EXPENDITURE_TYPE_ID_Display",
                "_ORGANIZATION_ID_Display"
            ),
            .. AttributeDefinition.Many(AttributeKind.Date, Writable.OnCreate, "_EXPENDITURE_ITEM_DATE"),
        ],
        []
    );

    public static readonly ResourceDefinition InvoiceLines = new(
        "invoiceLines",
        "LineNumber",
        KeyForm.Opaque,
        [
            .. AttributeDefinition.Many(
                AttributeKind.Integer,
                Writable.OnCreate,
                "LineNumber",
                "PurchaseOrderLineNumber",
                "PurchaseOrderScheduleLineNumber"
            ),
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.OnCreate, "LineType", "DistributionCombination", "PurchaseOrderNumber"),
            new("Description", Writable: Writable.OnCreate, MaxLength: 240),
            .. AttributeDefinition.Many(AttributeKind.Amount, Writable.OnCreate, "LineAmount"),
            .. AttributeDefinition.Many(AttributeKind.Date, Writable.OnCreate, "AccountingDate"),
            .. AttributeDefinition.Many(AttributeKind.Amount, Writable.NotSimulated, "Quantity", "UnitPrice", "AssessableValue"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                Writable.NotSimulated,
                "UOM",
                "DistributionSet",
                "ReceiptNumber",
                "Item",
                "ItemDescription",
                "TaxClassification",
                "TaxRateCode",
                "ShipToLocation",
                "AssetBook"
            ),
            .. AttributeDefinition.Many(AttributeKind.Integer, Writable.NotSimulated, "ReceiptLineNumber"),
            .. AttributeDefinition.Many(AttributeKind.Flag, Writable.NotSimulated, "TrackAsAssetFlag", "ProrateAcrossAllItemsFlag", "FinalMatchFlag"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "DiscardedFlag", "CanceledFlag"),
            .. AttributeDefinition.Many(AttributeKind.Text, "ApprovalStatus"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
        ],
        [ProjectInformation]
    )
    {
        ChildrenNotSimulated = ["invoiceDistributions", "invoiceLineDff", "invoiceLineGdf"],
    };

    public static readonly ResourceDefinition InvoiceAttachments = new(
        "attachments",
        "AttachedDocumentId",
        KeyForm.Opaque,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "AttachedDocumentId"),
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.OnCreate, "Type", "UploadedFileContentType", "UploadedFileName", "FileContents"),
            new("Category", Writable: Writable.OnCreate, MaxLength: 255),
            new("Description", Writable: Writable.OnCreate, MaxLength: 255),
            new("FileName", Writable: Writable.OnCreate, MaxLength: AssumedFacts.AttachmentFileNameMax),
            new("Title", Writable: Writable.OnCreate, MaxLength: AssumedFacts.AttachmentTitleMax),
            .. AttributeDefinition.Many(AttributeKind.Integer, "UploadedFileLength"),
            .. AttributeDefinition.Many(AttributeKind.Text, "CreatedBy"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
        ],
        []
    );

    public static readonly ResourceDefinition Invoices = new(
        "invoices",
        "InvoiceId",
        KeyForm.Opaque,
        [
            .. AssumedFacts.InvoiceAttributes,
            .. AttributeDefinition.Many(AttributeKind.Id, "InvoiceId"),
            new("InvoiceNumber", Writable: Writable.OnCreateAndUpdate, MaxLength: 50),
            new("Description", Writable: Writable.OnCreateAndUpdate, MaxLength: 240),
            .. AttributeDefinition.Many(AttributeKind.Amount, Writable.OnCreateAndUpdate, "InvoiceAmount"),
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.OnCreateAndUpdate, "PaymentTerms", "PayGroup"),
            .. AttributeDefinition.Many(
                AttributeKind.Date,
                Writable.OnCreateAndUpdate,
                "InvoiceDate",
                "TermsDate",
                "GoodsReceivedDate",
                "InvoiceReceivedDate"
            ),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                Writable.OnCreate,
                "Supplier",
                "SupplierSite",
                "BusinessUnit",
                "InvoiceCurrency",
                "PaymentCurrency",
                "InvoiceSource",
                "InvoiceType",
                "InvoiceGroup"
            ),
            .. AttributeDefinition.Many(AttributeKind.Date, Writable.OnCreate, "AccountingDate"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                Writable.NotSimulated,
                "InvoiceSourceCode",
                "LiabilityDistribution",
                "PurchaseOrderNumber",
                "VoucherNumber",
                "DocumentSequence",
                "DocumentCategory"
            ),
            .. AttributeDefinition.Many(AttributeKind.Flag, Writable.NotSimulated, "PayAloneFlag"),
            .. AttributeDefinition.Many(AttributeKind.Date, Writable.NotSimulated, "ApplyAfterDate"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "ProcurementBU",
                "ValidationStatus",
                "ApprovalStatus",
                "PaidStatus",
                "AccountCodingStatus",
                "CanceledBy",
                "CreatedBy",
                "LastUpdatedBy"
            ),
            .. AttributeDefinition.Many(AttributeKind.Amount, "AmountPaid", "BaseAmount"),
            .. AttributeDefinition.Many(AttributeKind.Date, "CanceledDate"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
        ],
        [InvoiceLines, InvoiceAttachments]
    )
    {
        ChildrenNotSimulated = ["invoiceInstallments", "appliedPrepayments", "availablePrepayments", "invoiceDff", "invoiceGdf"],
        ChildrenPostedAlone = ["attachments"],
    };

    /// <summary>Accounting periods with their status in each application; the list and its key are documented.</summary>
    public static readonly ResourceDefinition PeriodStatuses = new(
        "accountingPeriodStatusLOV",
        "PeriodNameId+ApplicationId+LedgerId",
        KeyForm.Opaque,
        [new("PeriodNameId"), .. AttributeDefinition.Many(AttributeKind.Id, "ApplicationId", "LedgerId"), .. AssumedFacts.PeriodStatusAttributes],
        []
    );

    public static readonly ResourceDefinition InvoiceHolds = new(
        "invoiceHolds",
        "HoldId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "HoldId"),
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.OnCreate, "InvoiceNumber", "BusinessUnit", "Supplier", "HoldName", "HoldReason"),
            .. AttributeDefinition.Many(AttributeKind.Integer, Writable.NotSimulated, "LineHeld"),
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.OnCreateAndUpdate, "ReleaseName", "ReleaseReason"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "Party",
                "HoldDetails",
                "HeldBy",
                "WorkflowStatus",
                "PurchaseOrderNumber",
                "CreatedBy",
                "LastUpdatedBy"
            ),
            .. AttributeDefinition.Many(AttributeKind.Integer, "PurchaseOrderLineNumber", "PurchaseOrderScheduleLineNumber"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "HoldDate", "ReleaseDate", "CreationDate", "LastUpdateDate"),
        ],
        []
    );

    /// <summary>The business key in the body of an action on <c>invoices</c>.</summary>
    public static readonly ResourceDefinition ActionBody = new(
        "action",
        "InvoiceNumber",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.OnCreate, "InvoiceNumber", "BusinessUnit", "Supplier", "ProcessAction"),
            .. AttributeDefinition.Many(AttributeKind.Text, Writable.NotSimulated, "Party"),
            .. AttributeDefinition.Many(AttributeKind.Id, Writable.NotSimulated, "PartyId"),
        ],
        []
    );
}
