using System.Text.Json;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>The read-back text that the gateway sends after Oracle took an invoice.</summary>
internal static class OracleAnswers
{
    /// <param name="prepared">What was sent.</param>
    /// <param name="documentKey">Key of the document; the invoices carry its marks.</param>
    /// <param name="validationStatus">What Oracle says of each.</param>
    public static string ReadBack(PreparedInvoice prepared, string documentKey, string validationStatus = "Validated") =>
        JsonSerializer.Serialize(
            prepared.Documents.Select(document => new
            {
                invoiceId = InvoiceId(document.InvoiceNumber),
                kind = ReadBackComparison.KindOf(document),
                cancelled = document.Action == PayablesAction.Cancel ? "true" : "false",
                invoiceNumber = document.InvoiceNumber,
                supplier = prepared.VendorName,
                supplierSite = prepared.VendorSite,
                businessUnit = prepared.BusinessUnit,
                currency = prepared.Currency,
                invoiceAmount = Amount(document.Action == PayablesAction.Cancel ? 0m : document.Amount),
                invoiceDate = prepared.InvoiceDate.ToString(),
                accountingDate = prepared.AccountingDate.ToString(),
                validationStatus,
                approvalStatus = "Not required",
                paidStatus = "Unpaid",
                description = $"Subcontractor invoice [{RecordMark.Of(documentKey, document.Number)}]",
                lines = prepared
                    .LinesOf(document)
                    .Select(line => new
                    {
                        lineNumber = line.OracleLineNumber!.Value.ToString(CultureInfo.InvariantCulture),
                        amount = Amount(line.Amount),
                        purchaseOrderNumber = line.PurchaseOrderNumber,
                        purchaseOrderLine = line.PurchaseOrderLine?.ToString(CultureInfo.InvariantCulture),
                        purchaseOrderSchedule = line.PurchaseOrderSchedule?.ToString(CultureInfo.InvariantCulture),
                        account = line.Account,
                        project = Coding(line, line.OracleProjectNumber),
                        task = Coding(line, line.TaskNumber),
                        expenditureType = Coding(line, line.ExpenditureType),
                        expenditureOrganization = Coding(line, line.ExpenditureOrganization),
                        expenditureItemDate = Coding(line, prepared.ExpenditureItemDate.ToString()),
                    }),
            })
        );

    // Every number has an id of its own, and always the same.
    private static string InvoiceId(string number) =>
        (300100000000000 + number.Aggregate(0L, (sum, letter) => ((sum * 31) + letter) % 1000000007)).ToString(CultureInfo.InvariantCulture);

    private static string? Coding(PreparedLine line, string? value) => line.Account is null && line.PurchaseOrderNumber is null ? value : null;

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
