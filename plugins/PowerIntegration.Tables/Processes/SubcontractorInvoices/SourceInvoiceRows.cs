using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>A document with its source lines as Domain sees it. An empty column stays null: missing is not zero.</summary>
public static class SourceInvoiceRows
{
    /// <summary>The columns of the document that <see cref="Read"/> needs.</summary>
    public static IReadOnlyList<string> DocumentColumns { get; } =
    [
        DocumentTable.ProcoreId,
        DocumentTable.ApplicationNumber,
        DocumentTable.InvoiceNumber,
        DocumentTable.PeriodStart,
        DocumentTable.PeriodEnd,
        DocumentTable.BillingDate,
        DocumentTable.ProcoreStatus,
        DocumentTable.ApproverName,
        DocumentTable.ApprovedOn,
        DocumentTable.FinalInvoice,
        DocumentTable.Currency,
        DocumentTable.OriginalContractSum,
        DocumentTable.NetChangeOrders,
        DocumentTable.ContractSumToDate,
        DocumentTable.GrossToDate,
        DocumentTable.RetainageToDate,
        DocumentTable.PreviousCertificates,
        DocumentTable.CertifiedPayment,
        DocumentTable.TaxAmount,
    ];

    /// <summary>The columns of the source lines that <see cref="Read"/> needs.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
    [
        SourceLineTable.LineNumber,
        SourceLineTable.ProcoreItemId,
        SourceLineTable.ProcoreLineId,
        SourceLineTable.ItemType,
        SourceLineTable.Description,
        SourceLineTable.WbsCodeId,
        SourceLineTable.FlatCode,
        SourceLineTable.TaskSegmentCode,
        SourceLineTable.CostCode,
        SourceLineTable.CostType,
        SourceLineTable.ScheduledValue,
        SourceLineTable.WorkPrevious,
        SourceLineTable.WorkThisPeriod,
        SourceLineTable.MaterialsStored,
        SourceLineTable.CompletedToDate,
        SourceLineTable.CompletedPrevious,
        SourceLineTable.WorkRetainageHeld,
        SourceLineTable.StoredRetainageHeld,
        SourceLineTable.WorkRetainageReleased,
        SourceLineTable.StoredRetainageReleased,
        SourceLineTable.ClaimedAmount,
        SourceLineTable.LineStatus,
        SourceLineTable.ManualOverride,
    ];

    /// <summary>Reads a row of <c>pint_document</c> with its rows of <c>pint_sourceline</c>.</summary>
    public static SourceInvoice Read(Entity document, IEnumerable<Entity> lines)
    {
        var row = new RowView(document);
        return new SourceInvoice
        {
            ProcoreId = row.RequiredText(DocumentTable.ProcoreId),
            ApplicationNumber = row.RequiredWholeNumber(DocumentTable.ApplicationNumber),
            InvoiceNumber = row.Text(DocumentTable.InvoiceNumber),
            PeriodStart = row.Date(DocumentTable.PeriodStart),
            PeriodEnd = row.Date(DocumentTable.PeriodEnd),
            BillingDate = row.Date(DocumentTable.BillingDate),
            Status = row.RequiredText(DocumentTable.ProcoreStatus),
            ApproverName = row.Text(DocumentTable.ApproverName),
            ApprovedOn = row.Instant(DocumentTable.ApprovedOn),
            Final = row.Flag(DocumentTable.FinalInvoice),
            Currency = row.Text(DocumentTable.Currency),
            OriginalContractSum = row.Amount(DocumentTable.OriginalContractSum),
            NetChangeOrders = row.Amount(DocumentTable.NetChangeOrders),
            ContractSumToDate = row.Amount(DocumentTable.ContractSumToDate),
            GrossToDate = row.Amount(DocumentTable.GrossToDate),
            RetainageToDate = row.Amount(DocumentTable.RetainageToDate),
            PreviousCertificates = row.Amount(DocumentTable.PreviousCertificates),
            CertifiedPayment = row.Amount(DocumentTable.CertifiedPayment),
            TaxAmount = row.Amount(DocumentTable.TaxAmount),
            Lines = [.. lines.Select(line => ReadLine(new RowView(line))).OrderBy(line => line.LineNumber)],
        };
    }

    private static SourceInvoiceLine ReadLine(RowView row) =>
        new()
        {
            LineNumber = row.RequiredWholeNumber(SourceLineTable.LineNumber),
            ProcoreItemId = row.RequiredText(SourceLineTable.ProcoreItemId),
            ProcoreLineId = row.Text(SourceLineTable.ProcoreLineId),
            ItemType = row.Text(SourceLineTable.ItemType),
            Description = row.Text(SourceLineTable.Description),
            WbsCodeId = row.Text(SourceLineTable.WbsCodeId),
            FlatCode = row.Text(SourceLineTable.FlatCode),
            TaskSegmentCode = row.Text(SourceLineTable.TaskSegmentCode),
            CostCode = row.Text(SourceLineTable.CostCode),
            CostType = row.Text(SourceLineTable.CostType),
            ScheduledValue = row.Amount(SourceLineTable.ScheduledValue),
            WorkPrevious = row.Amount(SourceLineTable.WorkPrevious),
            WorkThisPeriod = row.Amount(SourceLineTable.WorkThisPeriod),
            MaterialsStored = row.Amount(SourceLineTable.MaterialsStored),
            CompletedToDate = row.Amount(SourceLineTable.CompletedToDate),
            CompletedPrevious = row.Amount(SourceLineTable.CompletedPrevious),
            WorkRetainageHeld = row.Amount(SourceLineTable.WorkRetainageHeld),
            StoredRetainageHeld = row.Amount(SourceLineTable.StoredRetainageHeld),
            WorkRetainageReleased = row.Amount(SourceLineTable.WorkRetainageReleased),
            StoredRetainageReleased = row.Amount(SourceLineTable.StoredRetainageReleased),
            ClaimedAmount = row.Amount(SourceLineTable.ClaimedAmount),
            LineStatus = row.Text(SourceLineTable.LineStatus),
            ManualOverride = row.Flag(SourceLineTable.ManualOverride),
        };
}
