using System.Text.Json;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>The read-back text that the gateway sends after Oracle took an invoice.</summary>
internal static class OracleAnswers
{
    public static string ReadBack(PreparedInvoice prepared, string validationStatus = "Validated") =>
        JsonSerializer.Serialize(
            prepared.Documents.Select(document => new
            {
                invoiceId = "300100177" + document.InvoiceNumber.Length,
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
                    }),
            })
        );

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
