using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>The read-back text that the gateway sends after Oracle took an invoice.</summary>
internal static class OracleAnswers
{
    /// <param name="prepared">What was sent.</param>
    /// <param name="documentKey">Key of the document; the invoices carry its marks.</param>
    /// <param name="validationStatus">What Oracle says of each.</param>
    /// <param name="holds">Its holds on those that pay out; none where left out.</param>
    public static string ReadBack(PreparedInvoice prepared, string documentKey, string validationStatus = "Validated", params ReadBackHold[] holds) =>
        JsonText.WriteList(
            prepared.Documents.Select(document =>
                ReadBackText.Write(
                    new ReadBackWords
                    {
                        InvoiceId = InvoiceId(document.InvoiceNumber),
                        Kind = ReadBackComparison.KindOf(document),
                        Cancelled = document.Action == PayablesAction.Cancel ? "true" : "false",
                        InvoiceNumber = document.InvoiceNumber,
                        Supplier = prepared.VendorName,
                        SupplierSite = prepared.VendorSite,
                        BusinessUnit = prepared.BusinessUnit,
                        Currency = prepared.Currency,
                        InvoiceAmount = Amount(document.Action == PayablesAction.Cancel ? 0m : document.Amount),
                        InvoiceDate = prepared.InvoiceDate.ToString(),
                        AccountingDate = prepared.AccountingDate.ToString(),
                        ValidationStatus = validationStatus,
                        ApprovalStatus = "Not required",
                        PaidStatus = "Unpaid",
                        Description = $"Subcontractor invoice [{RecordMark.Of(documentKey, document.Number)}]",
                        Holds = prepared.HoldOf(document) is null ? [] : holds,
                        Lines = [.. prepared.LinesOf(document).Select(line => Line(prepared, line))],
                    }
                )
            )
        );

    private static ReadBackLineWords Line(PreparedInvoice prepared, PreparedLine line) =>
        new()
        {
            LineNumber = line.OracleLineNumber!.Value.ToString(CultureInfo.InvariantCulture),
            Amount = Amount(line.Amount),
            PurchaseOrderNumber = line.PurchaseOrderNumber,
            PurchaseOrderLine = line.PurchaseOrderLine?.ToString(CultureInfo.InvariantCulture),
            PurchaseOrderSchedule = line.PurchaseOrderSchedule?.ToString(CultureInfo.InvariantCulture),
            Account = line.Account,
            Project = Coding(line, line.OracleProjectNumber),
            Task = Coding(line, line.TaskNumber),
            ExpenditureType = Coding(line, line.ExpenditureType),
            ExpenditureOrganization = Coding(line, line.ExpenditureOrganization),
            ExpenditureItemDate = Coding(line, prepared.ExpenditureItemDate.ToString()),
        };

    // Every number has an id of its own, and always the same.
    private static string InvoiceId(string number) =>
        (300100000000000 + number.Aggregate(0L, (sum, letter) => ((sum * 31) + letter) % 1000000007)).ToString(CultureInfo.InvariantCulture);

    private static string? Coding(PreparedLine line, string? value) => line.Account is null && line.PurchaseOrderNumber is null ? value : null;

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
