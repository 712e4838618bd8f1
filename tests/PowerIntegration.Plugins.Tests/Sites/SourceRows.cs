using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>An application as rows.</summary>
internal static class SourceRows
{
    public static Entity Document(
        SourceInvoice invoice,
        int revision,
        string key,
        Guid environment,
        Guid project,
        Guid commitment,
        int type = DocumentTypeChoice.SubcontractorInvoice
    ) =>
        new(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = key,
            [DocumentTable.Name] = $"Application {invoice.ApplicationNumber}",
            [DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, environment),
            [DocumentTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, commitment),
            [DocumentTable.DocumentType] = new OptionSetValue(type),
            [DocumentTable.ProcoreId] = invoice.ProcoreId,
            [DocumentTable.Revision] = revision,
            [DocumentTable.SourceHash] = SourceHash.Of(invoice),
            [DocumentTable.ApplicationNumber] = invoice.ApplicationNumber,
            [DocumentTable.InvoiceNumber] = invoice.InvoiceNumber,
            [DocumentTable.PeriodStart] = invoice.PeriodStart?.ToDateTime(),
            [DocumentTable.PeriodEnd] = invoice.PeriodEnd?.ToDateTime(),
            [DocumentTable.BillingDate] = invoice.BillingDate?.ToDateTime(),
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
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received),
        };

    public static Entity Line(SourceInvoiceLine line, string documentKey, Guid documentId) =>
        new(SourceLineTable.LogicalName)
        {
            [SourceLineTable.Key] = SyncKey.ForSourceLine(documentKey, line.LineNumber),
            [SourceLineTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, documentId),
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
}
