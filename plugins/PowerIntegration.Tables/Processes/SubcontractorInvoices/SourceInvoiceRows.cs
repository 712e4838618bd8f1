using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>
/// An application as Procore said it, as a document with its source lines: what is written is what is read. An empty column stays null: missing is
/// not zero.
/// </summary>
public static class SourceInvoiceRows
{
    /// <summary>The columns of the document, written and read.</summary>
    public static IReadOnlyList<string> DocumentColumns { get; } =
    [
        DocumentTable.ProcoreId,
        DocumentTable.ProcoreVendorId,
        DocumentTable.ApplicationNumber,
        DocumentTable.InvoiceNumber,
        DocumentTable.PeriodStart,
        DocumentTable.PeriodEnd,
        DocumentTable.BillingDate,
        DocumentTable.ProcoreStatus,
        DocumentTable.ApproverName,
        DocumentTable.ApproverId,
        DocumentTable.CreatorName,
        DocumentTable.CreatorId,
        DocumentTable.SubmitterName,
        DocumentTable.SubmitterId,
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

    /// <summary>The columns of the source lines, written and read.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
    [
        SourceLineTable.LineNumber,
        SourceLineTable.ProcoreItemId,
        SourceLineTable.ProcoreLineId,
        SourceLineTable.ProcoreDetailId,
        SourceLineTable.ItemType,
        SourceLineTable.Description,
        SourceLineTable.WbsCodeId,
        SourceLineTable.FlatCode,
        SourceLineTable.TaskSegmentCode,
        SourceLineTable.CostCode,
        SourceLineTable.CostType,
        SourceLineTable.SubJob,
        SourceLineTable.OtherSegments,
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
        SourceLineTable.TaxRates,
    ];

    /// <summary>Writes the columns of <see cref="DocumentColumns"/> into a row.</summary>
    public static void Write(Entity row, SourceInvoice invoice)
    {
        row[DocumentTable.ProcoreId] = invoice.ProcoreId;
        row[DocumentTable.ProcoreVendorId] = invoice.ProcoreVendorId;
        row[DocumentTable.ApplicationNumber] = invoice.ApplicationNumber;
        row[DocumentTable.InvoiceNumber] = invoice.InvoiceNumber;
        row[DocumentTable.PeriodStart] = invoice.PeriodStart?.ToDateTime();
        row[DocumentTable.PeriodEnd] = invoice.PeriodEnd?.ToDateTime();
        row[DocumentTable.BillingDate] = invoice.BillingDate?.ToDateTime();
        row[DocumentTable.ProcoreStatus] = invoice.Status;
        row[DocumentTable.ApproverName] = invoice.ApproverName;
        row[DocumentTable.ApproverId] = invoice.ApproverId;
        row[DocumentTable.CreatorName] = invoice.CreatorName;
        row[DocumentTable.CreatorId] = invoice.CreatorId;
        row[DocumentTable.SubmitterName] = invoice.SubmitterName;
        row[DocumentTable.SubmitterId] = invoice.SubmitterId;
        row[DocumentTable.ApprovedOn] = invoice.ApprovedOn;
        row[DocumentTable.FinalInvoice] = invoice.Final;
        row[DocumentTable.Currency] = invoice.Currency;
        row[DocumentTable.OriginalContractSum] = invoice.OriginalContractSum;
        row[DocumentTable.NetChangeOrders] = invoice.NetChangeOrders;
        row[DocumentTable.ContractSumToDate] = invoice.ContractSumToDate;
        row[DocumentTable.GrossToDate] = invoice.GrossToDate;
        row[DocumentTable.RetainageToDate] = invoice.RetainageToDate;
        row[DocumentTable.PreviousCertificates] = invoice.PreviousCertificates;
        row[DocumentTable.CertifiedPayment] = invoice.CertifiedPayment;
        row[DocumentTable.TaxAmount] = invoice.TaxAmount;
    }

    /// <summary>Writes one line as a row with its key.</summary>
    /// <param name="line">The line.</param>
    /// <param name="documentKey">Key of the document.</param>
    public static Entity Write(SourceInvoiceLine line, string documentKey) =>
        new(SourceLineTable.LogicalName)
        {
            [SourceLineTable.Key] = SyncKey.ForSourceLine(documentKey, line.LineNumber),
            [SourceLineTable.Name] = Sentence.Fit(Sentence.Of($"{line.LineNumber} {line.Description}"), SourceLineTable.NameLengthMax),
            [SourceLineTable.LineNumber] = line.LineNumber,
            [SourceLineTable.ProcoreItemId] = line.ProcoreItemId,
            [SourceLineTable.ProcoreLineId] = line.ProcoreLineId,
            [SourceLineTable.ProcoreDetailId] = line.ProcoreDetailId,
            [SourceLineTable.ItemType] = line.ItemType,
            [SourceLineTable.Description] = line.Description,
            [SourceLineTable.WbsCodeId] = line.WbsCodeId,
            [SourceLineTable.FlatCode] = line.FlatCode,
            [SourceLineTable.TaskSegmentCode] = line.TaskSegmentCode,
            [SourceLineTable.CostCode] = line.CostCode,
            [SourceLineTable.CostType] = line.CostType,
            [SourceLineTable.SubJob] = line.SubJob,
            [SourceLineTable.OtherSegments] = line.OtherSegments,
            [SourceLineTable.ScheduledValue] = line.ScheduledValue,
            [SourceLineTable.WorkPrevious] = line.WorkPrevious,
            [SourceLineTable.WorkThisPeriod] = line.WorkThisPeriod,
            [SourceLineTable.MaterialsStored] = line.MaterialsStored,
            [SourceLineTable.CompletedToDate] = line.CompletedToDate,
            [SourceLineTable.CompletedPrevious] = line.CompletedPrevious,
            [SourceLineTable.WorkRetainageHeld] = line.WorkRetainageHeld,
            [SourceLineTable.StoredRetainageHeld] = line.StoredRetainageHeld,
            [SourceLineTable.WorkRetainageReleased] = line.WorkRetainageReleased,
            [SourceLineTable.StoredRetainageReleased] = line.StoredRetainageReleased,
            [SourceLineTable.ClaimedAmount] = line.ClaimedAmount,
            [SourceLineTable.LineStatus] = line.LineStatus,
            [SourceLineTable.ManualOverride] = line.ManualOverride,
            [SourceLineTable.TaxRates] = line.TaxRates,
        };

    /// <summary>Writes a document's lines into its row, so that all of them are created with it or none.</summary>
    /// <param name="row">The document's row.</param>
    /// <param name="invoice">The application.</param>
    /// <param name="documentKey">Key of the document.</param>
    public static void WriteLines(Entity row, SourceInvoice invoice, string documentKey)
    {
        if (invoice.Lines.Count > 0)
        {
            row.RelatedEntities[new Relationship(Relationships.SourceLinesOfDocument)] = new EntityCollection([
                .. invoice.Lines.Select(line => Write(line, documentKey)),
            ])
            {
                EntityName = SourceLineTable.LogicalName,
            };
        }
    }

    /// <summary>Reads a row of <c>pint_document</c> with its rows of <c>pint_sourceline</c>.</summary>
    public static SourceInvoice Read(Entity document, IEnumerable<Entity> lines)
    {
        var row = new RowView(document);
        return new SourceInvoice
        {
            ProcoreId = row.RequiredText(DocumentTable.ProcoreId),
            ProcoreVendorId = row.Text(DocumentTable.ProcoreVendorId),
            ApplicationNumber = row.RequiredWholeNumber(DocumentTable.ApplicationNumber),
            InvoiceNumber = row.Text(DocumentTable.InvoiceNumber),
            PeriodStart = row.Date(DocumentTable.PeriodStart),
            PeriodEnd = row.Date(DocumentTable.PeriodEnd),
            BillingDate = row.Date(DocumentTable.BillingDate),
            Status = row.RequiredText(DocumentTable.ProcoreStatus),
            ApproverName = row.Text(DocumentTable.ApproverName),
            ApproverId = row.Text(DocumentTable.ApproverId),
            CreatorName = row.Text(DocumentTable.CreatorName),
            CreatorId = row.Text(DocumentTable.CreatorId),
            SubmitterName = row.Text(DocumentTable.SubmitterName),
            SubmitterId = row.Text(DocumentTable.SubmitterId),
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
            ProcoreDetailId = row.Text(SourceLineTable.ProcoreDetailId),
            ItemType = row.Text(SourceLineTable.ItemType),
            Description = row.Text(SourceLineTable.Description),
            WbsCodeId = row.Text(SourceLineTable.WbsCodeId),
            FlatCode = row.Text(SourceLineTable.FlatCode),
            TaskSegmentCode = row.Text(SourceLineTable.TaskSegmentCode),
            CostCode = row.Text(SourceLineTable.CostCode),
            CostType = row.Text(SourceLineTable.CostType),
            SubJob = row.Text(SourceLineTable.SubJob),
            OtherSegments = row.Text(SourceLineTable.OtherSegments),
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
            TaxRates = row.Text(SourceLineTable.TaxRates),
        };
}
