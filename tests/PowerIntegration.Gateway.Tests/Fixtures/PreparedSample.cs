using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>A frozen invoice: one line moves, one does not, retainage is withheld.</summary>
internal static class PreparedSample
{
    public static PreparedInvoice Invoice { get; } =
        new()
        {
            InvoiceNumber = "HE-40213",
            VendorName = "O'Neil & Halsted Electric",
            VendorNumber = "10023",
            VendorSite = "CHICAGO-PAY",
            BusinessUnit = "Lakeshore US BU",
            InvoiceSource = "PROCORE",
            PaymentTerms = "Net 30",
            Currency = "USD",
            InvoiceDate = new CalendarDate(2025, 10, 31),
            AccountingDate = new CalendarDate(2025, 10, 31),
            AccountingDateRolled = false,
            ExpenditureItemDate = new CalendarDate(2025, 10, 31),
            GrossMovement = 18750.00m,
            RetainageMovement = 1875.00m,
            PayableAmount = 16875.00m,
            GrossToDate = 56000.00m,
            RetainageToDate = 5600.00m,
            OriginalContractSum = 100000.00m,
            LastPostedNumber = 2,
            Documents = [new PayablesInvoice(1, PayablesAction.Create, BillingDocumentKind.StandardInvoice, 16875.00m, "HE-40213")],
            RuleVersions = "WBS rule 1",
            Warnings = "",
            Lines =
            [
                new PreparedLine
                {
                    Kind = LineKind.ScheduleOfValues,
                    LineNumber = 1,
                    ProcoreLineId = "177",
                    Description = "Switchgear \"A\", 13.8 kV – stored",
                    FlatCode = "2600.26-100.MAT",
                    ScheduledValue = 62500.00m,
                    GrossBefore = 37250.00m,
                    GrossAfter = 56000.00m,
                    WorkRetainageBefore = 3725.00m,
                    WorkRetainageAfter = 4975.00m,
                    StoredRetainageBefore = 0.00m,
                    StoredRetainageAfter = 625.00m,
                    Amount = 18750.00m,
                    PayablesInvoice = 1,
                    OracleLineNumber = 1,
                    PurchaseOrderNumber = "FYT-PO-1002",
                    PurchaseOrderLine = 1,
                    PurchaseOrderSchedule = 1,
                    OracleProjectNumber = "FYT-2401",
                    TaskNumber = "2600",
                    ExpenditureType = "Subcontract",
                    ExpenditureOrganization = "Chicago Construction",
                },
                new PreparedLine
                {
                    Kind = LineKind.ScheduleOfValues,
                    LineNumber = 2,
                    ProcoreLineId = "178",
                    Description = "Feeders",
                    Amount = 0.00m,
                    GrossBefore = 0.00m,
                    GrossAfter = 0.00m,
                },
                new PreparedLine
                {
                    Kind = LineKind.RetainageWithheld,
                    LineNumber = 3,
                    Description = "Retainage withheld",
                    Amount = -1875.00m,
                    PayablesInvoice = 1,
                    OracleLineNumber = 2,
                    Account = "101-10-20250-000-000-000",
                },
            ],
        };

    /// <summary>The same invoice with a release of its own behind it.</summary>
    public static PreparedInvoice WithRelease { get; } =
        Invoice with
        {
            Documents =
            [
                Invoice.Documents[0],
                new PayablesInvoice(2, PayablesAction.Create, BillingDocumentKind.RetainageRelease, 500.00m, "HE-40213-R"),
            ],
            Lines =
            [
                .. Invoice.Lines,
                new PreparedLine
                {
                    Kind = LineKind.RetainageReleased,
                    LineNumber = 4,
                    Description = "Retainage released",
                    Amount = 500.00m,
                    PayablesInvoice = 2,
                    OracleLineNumber = 1,
                    Account = "101-10-20250-000-000-000",
                },
            ],
        };

    /// <summary>Takes the invoice back: it is cancelled.</summary>
    public static PreparedInvoice Cancellation { get; } =
        Invoice with
        {
            InvoiceNumber = "HE-40213-V",
            PayableAmount = -16875.00m,
            Documents = [new PayablesInvoice(1, PayablesAction.Cancel, BillingDocumentKind.StandardInvoice, 16875.00m, "HE-40213")],
            Lines = [Invoice.Lines[1]],
        };
}
