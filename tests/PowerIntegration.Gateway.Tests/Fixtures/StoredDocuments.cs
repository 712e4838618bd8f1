using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>Puts rows into the fake as the plug-ins and administrators would.</summary>
internal static class StoredDocuments
{
    public const string DocumentKey = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|562949953600001|1";

    public static Guid AddProject(GatewayHost host, string procoreId = ProcoreRequisition.ProjectId, int state = RuleStateChoice.Active) =>
        host
            .Dataverse.Add(
                ProjectTable.LogicalName,
                SyncKey.ForProject(GatewayHost.Scope, procoreId),
                (ProjectTable.EnvironmentId, Environment(host)),
                (ProjectTable.ProcoreId, procoreId),
                (ProjectTable.TaskSegment, "Oracle Task"),
                // Whether it has a workflow in Procore was read, so that no poll asks.
                (ProjectTable.ProcoreWorkflowReadOn, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
                (ProjectTable.RuleState, new OptionSetValue(state))
            )
            .Id;

    public static Guid AddContract(GatewayHost host) =>
        host
            .Dataverse.Add(
                CommitmentTable.LogicalName,
                SyncKey.ForCommitment(GatewayHost.Scope, ProcoreRequisition.CommitmentId),
                (CommitmentTable.Number, "SC-001"),
                (CommitmentTable.VendorName, PreparedSample.Invoice.VendorName)
            )
            .Id;

    /// <summary>A document of the contract that was posted.</summary>
    public static Entity AddPosted(
        GatewayHost host,
        Guid contract,
        string key,
        IReadOnlyList<PayablesInvoice> documents,
        int state = DocumentStateChoice.Posted,
        string? decisions = null
    )
    {
        var preparation = host.Dataverse.Add(
            PreparationTable.LogicalName,
            key + "|P1",
            (PreparationTable.OracleDocuments, PayablesInvoicesText.Write(documents)),
            (PreparationTable.VendorName, PreparedSample.Invoice.VendorName),
            (PreparationTable.BusinessUnit, PreparedSample.Invoice.BusinessUnit)
        );
        return host.Dataverse.Add(
            DocumentTable.LogicalName,
            key,
            (DocumentTable.CommitmentId, new EntityReference(CommitmentTable.LogicalName, contract)),
            (DocumentTable.DocumentState, new OptionSetValue(state)),
            (DocumentTable.PreparationId, new EntityReference(PreparationTable.LogicalName, preparation.Id)),
            (DocumentTable.Decisions, decisions),
            (DocumentTable.PostedOn, new DateTime(2025, 11, 4, 0, 0, 0, DateTimeKind.Utc))
        );
    }

    public static Guid AddEvent(
        GatewayHost host,
        Guid project,
        string procoreId = ProcoreRequisition.Id,
        int recordType = RecordTypeChoice.SubcontractorInvoice
    ) =>
        host
            .Dataverse.Add(
                InboundEventTable.LogicalName,
                $"LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|{procoreId}|20251104T150000Z",
                (InboundEventTable.EnvironmentId, Environment(host)),
                (InboundEventTable.ProjectId, new EntityReference(ProjectTable.LogicalName, project)),
                (InboundEventTable.RecordType, new OptionSetValue(recordType)),
                (InboundEventTable.ProcoreId, procoreId),
                (InboundEventTable.EventState, new OptionSetValue(EventStateChoice.New)),
                (InboundEventTable.Attempts, 0)
            )
            .Id;

    /// <summary>A document with its frozen invoice.</summary>
    public static Guid AddPrepared(
        GatewayHost host,
        PreparedInvoice? invoice = null,
        int state = DocumentStateChoice.Prepared,
        int type = DocumentTypeChoice.SubcontractorInvoice,
        string key = DocumentKey
    )
    {
        var prepared = invoice ?? PreparedSample.Invoice;
        var hash = StoredContent.HashOf(prepared);
        var document = host.Dataverse.Add(
            DocumentTable.LogicalName,
            key,
            (DocumentTable.Name, "SC-002 application 2"),
            (DocumentTable.EnvironmentId, Environment(host)),
            (DocumentTable.DocumentState, new OptionSetValue(state)),
            (DocumentTable.DocumentType, new OptionSetValue(type)),
            (DocumentTable.ContentHash, hash),
            (DocumentTable.Currency, prepared.Currency),
            (DocumentTable.PayableAmount, prepared.PayableAmount)
        );
        var preparation = AddPreparation(host, document.Id, prepared, hash, key);
        document[DocumentTable.PreparationId] = new EntityReference(PreparationTable.LogicalName, preparation);
        return document.Id;
    }

    private static Guid AddPreparation(GatewayHost host, Guid document, PreparedInvoice prepared, string hash, string documentKey)
    {
        var key = SyncKey.ForPreparation(documentKey, 1);
        var preparation = host
            .Dataverse.Add(
                PreparationTable.LogicalName,
                key,
                [
                    (PreparationTable.DocumentId, new EntityReference(DocumentTable.LogicalName, document)),
                    (PreparationTable.Content, StoredContent.Of(prepared).Text),
                    (PreparationTable.ContentHash, hash),
                    .. PreparedInvoiceRows.Write(prepared).Attributes.Select(pair => (pair.Key, pair.Value)),
                ]
            )
            .Id;
        foreach (var line in prepared.Lines)
        {
            host.Dataverse.Add(
                DocumentLineTable.LogicalName,
                SyncKey.ForDocumentLine(key, line.LineNumber),
                [
                    (DocumentLineTable.PreparationId, new EntityReference(PreparationTable.LogicalName, preparation)),
                    .. PreparedInvoiceRows.Write(line).Attributes.Select(pair => (pair.Key, pair.Value)),
                ]
            );
        }

        return preparation;
    }

    private static EntityReference Environment(GatewayHost host) => new(EnvironmentTable.LogicalName, host.EnvironmentId);
}
