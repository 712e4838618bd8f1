using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The set-up of the pod: shapes of seed files that no REST resource answers.</summary>
internal static class SetupResources
{
    public static readonly ResourceDefinition BusinessUnits = new(
        "businessUnits",
        "BusinessUnitId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "BusinessUnitId", "PrimaryLedgerId"),
            .. AttributeDefinition.Many(AttributeKind.Text, "BusinessUnitName", "ShortCode", "PrimaryLedgerName", "LegalEntityName"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "InvoiceApprovalEnabled", "StandardInvoiceTakesNegativeLines", "MemoTakesPositiveLines"),
        ],
        []
    );

    public static readonly ResourceDefinition InvoiceSources = new(
        "invoiceSources",
        "LookupCode",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Text, "LookupCode", "Meaning", "Description", "EnabledFlag"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "ApprovalRequired"),
        ],
        []
    );

    public static readonly ResourceDefinition PaymentTerms = new(
        "paymentTerms",
        "termsId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "termsId"),
            .. AttributeDefinition.Many(AttributeKind.Text, "name", "description"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "enabledFlag"),
            .. AttributeDefinition.Many(AttributeKind.Date, "fromDate", "toDate"),
        ],
        [
            new(
                "payablesPaymentTermsLines",
                "sequenceNumber",
                KeyForm.Plain,
                AttributeDefinition.Many(AttributeKind.Amount, "sequenceNumber", "days", "duePercent", "amountDue", "dayOfMonth", "monthsAhead"),
                []
            ),
        ]
    );

    public static readonly ResourceDefinition Accounts = new(
        "accounts",
        "CodeCombinationId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "CodeCombinationId"),
            .. AttributeDefinition.Many(AttributeKind.Text, "AccountCombination", "AccountType", "Description"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "EnabledFlag", "DetailPostingAllowedFlag"),
        ],
        []
    );

    public static readonly ResourceDefinition PayablesPeriods = new(
        "payablesPeriods",
        "PeriodName",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "BusinessUnit",
                "LedgerName",
                "PeriodName",
                "PayablesStatus",
                "LedgerStatus",
                "ProjectsStatus"
            ),
            .. AttributeDefinition.Many(AttributeKind.Date, "StartDate", "EndDate", "OpensOn"),
        ],
        []
    );

    public static readonly ResourceDefinition InvoiceHoldNames = new(
        "invoiceHoldNames",
        "HoldName",
        KeyForm.Plain,
        AttributeDefinition.Many(AttributeKind.Text, "HoldName", "HoldReason", "ReleaseName", "ReleaseReason"),
        []
    );
}
