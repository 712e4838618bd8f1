using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>Writes what Procore said as one document row with its line rows: one request, one transaction.</summary>
internal static class SourceDocumentRow
{
    /// <summary>Relationship from the document to its source lines.</summary>
    public const string LinesRelationship = "pint_document_sourceline_document";

    /// <summary>The row to create; what Procore left out stays empty, never zero.</summary>
    public static Entity Of(SourceInvoice invoice, CommitmentView commitment, string key, int revision)
    {
        var row = new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Name] = $"{commitment.Number} application {invoice.ApplicationNumber}" + (revision == 1 ? "" : $", revision {revision}"),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, commitment.Id),
            [DocumentTable.ApplicationNumber] = invoice.ApplicationNumber,
            [DocumentTable.InvoiceNumber] = invoice.InvoiceNumber,
            [DocumentTable.PeriodStart] = Day(invoice.PeriodStart),
            [DocumentTable.PeriodEnd] = Day(invoice.PeriodEnd),
            [DocumentTable.BillingDate] = Day(invoice.BillingDate),
            [DocumentTable.ProcoreStatus] = invoice.Status,
            [DocumentTable.ApproverName] = invoice.ApproverName,
            [DocumentTable.ApprovedOn] = invoice.ApprovedOn,
            [DocumentTable.FinalInvoice] = invoice.Final,
            [DocumentTable.Currency] = invoice.Currency,
            [DocumentTable.OriginalContractSum] = invoice.OriginalContractSum,
            [DocumentTable.NetChangeOrders] = invoice.NetChangeOrders,
            [DocumentTable.ContractSumToDate] = invoice.ContractSumToDate,
            [DocumentTable.GrossToDate] = invoice.GrossToDate,
            [DocumentTable.RetainageToDate] = invoice.RetainageToDate,
            [DocumentTable.PreviousCertificates] = invoice.PreviousCertificates,
            [DocumentTable.CertifiedPayment] = invoice.CertifiedPayment,
            [DocumentTable.TaxAmount] = invoice.TaxAmount,
        };
        var lines = new EntityCollection { EntityName = SourceLineTable.LogicalName };
        foreach (var line in invoice.Lines)
        {
            lines.Entities.Add(Line(key, line));
        }

        if (lines.Entities.Count > 0)
        {
            row.RelatedEntities.Add(new Relationship(LinesRelationship), lines);
        }

        return row;
    }

    private static Entity Line(string documentKey, SourceInvoiceLine line) =>
        new(SourceLineTable.LogicalName)
        {
            [SourceLineTable.Key] = SyncKey.ForSourceLine(documentKey, line.LineNumber),
            [SourceLineTable.Name] = Shortened($"{line.LineNumber} {line.Description}"),
            [SourceLineTable.LineNumber] = line.LineNumber,
            [SourceLineTable.ProcoreItemId] = line.ProcoreItemId,
            [SourceLineTable.ProcoreLineId] = line.ProcoreLineId,
            [SourceLineTable.ItemType] = line.ItemType,
            [SourceLineTable.Description] = line.Description,
            [SourceLineTable.WbsCodeId] = line.WbsCodeId,
            [SourceLineTable.FlatCode] = line.FlatCode,
            [SourceLineTable.TaskSegmentCode] = line.TaskSegmentCode,
            [SourceLineTable.CostCode] = line.CostCode,
            [SourceLineTable.CostType] = line.CostType,
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
        };

    private static DateTime? Day(CalendarDate? date) => date?.ToDateTime();

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200];
}
