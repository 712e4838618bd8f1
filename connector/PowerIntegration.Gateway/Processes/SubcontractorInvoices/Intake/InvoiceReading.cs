using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>
/// Reads the invoice an event is about and stores what Procore says, as a new revision where something that counts has changed. With it goes what
/// Oracle shows of the invoices that the contract posted before: they are the base of this one.
/// </summary>
internal sealed partial class InvoiceReading(
    IDataverseStore store,
    ProcoreInvoices invoices,
    PostedInvoices posted,
    EnvironmentPin pin,
    TimeProvider clock,
    ILogger<InvoiceReading> logger
)
{
    // Two readers of the same invoice can only disagree about the next revision once each.
    private const int AttemptsMax = 3;

    /// <summary>Reads once; calling it again with the same event changes nothing.</summary>
    public async Task<ReadInvoice> ReadAsync(Guid eventId, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope("Inbound event {InboundEventId}", eventId);
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var inbound = await EventAsync(eventId, cancellationToken);
        var procoreId = inbound.GetAttributeValue<string>(InboundEventTable.ProcoreId);
        var project = await ProjectAsync(inbound, cancellationToken);
        var projectId = project.GetAttributeValue<string>(ProjectTable.ProcoreId);

        var reads = await invoices.ReadAsync(projectId, procoreId, budget, cancellationToken);
        var invoice = InvoiceMerge.Merge(reads, project.GetAttributeValue<string>(ProjectTable.TaskSegment));
        var contract = await ContractAsync(procoreId, reads.Invoice.CommitmentId, cancellationToken);
        var place = new DocumentPlace(
            pin.Scope,
            pin.Environment,
            project.ToEntityReference(),
            contract.ToEntityReference(),
            contract.GetAttributeValue<string>(CommitmentTable.Number)
        );

        var stored = await StoreAsync(invoice, place, () => posted.VariancesAsync(contract, budget, cancellationToken), cancellationToken);
        await CompleteAsync(inbound, stored.DocumentId, cancellationToken);
        Log.Stored(logger, procoreId, stored.Outcome, stored.DocumentId);
        return stored;
    }

    private async Task<Entity> EventAsync(Guid eventId, CancellationToken cancellationToken)
    {
        string[] columns =
        [
            InboundEventTable.EnvironmentId,
            InboundEventTable.ProjectId,
            InboundEventTable.RecordType,
            InboundEventTable.ProcoreId,
            InboundEventTable.Attempts,
        ];
        var inbound = await store.FindAsync(InboundEventTable.LogicalName, eventId, columns, cancellationToken);
        if (inbound is null || inbound.GetAttributeValue<EntityReference>(InboundEventTable.EnvironmentId)?.Id != pin.Environment.Id)
        {
            throw new IntegrationException(
                ProblemCatalog.EventUnknown,
                $"No inbound event {eventId} exists in the environment '{pin.Key}'. Send the id of a row of its inbox."
            );
        }

        var type = inbound.GetAttributeValue<OptionSetValue>(InboundEventTable.RecordType)?.Value;
        return type == RecordTypeChoice.SubcontractorInvoice
            ? inbound
            : throw new IntegrationException(
                ProblemCatalog.EventTypeUnknown,
                $"The inbound event {eventId} has record type {type}, not SubcontractorInvoice. Read it with the operation of its type."
            );
    }

    private async Task<Entity> ProjectAsync(Entity inbound, CancellationToken cancellationToken)
    {
        var project = inbound.GetAttributeValue<EntityReference>(InboundEventTable.ProjectId);
        return (
                project is null
                    ? null
                    : await store.FindAsync(
                        ProjectTable.LogicalName,
                        project.Id,
                        [ProjectTable.ProcoreId, ProjectTable.TaskSegment],
                        cancellationToken
                    )
            )
            ?? throw new IntegrationException(
                ProblemCatalog.ProjectUnknown,
                $"The inbound event {inbound.Id} names no project that exists. Let the poll notice the change again."
            );
    }

    private async Task<Entity> ContractAsync(string procoreId, long? commitmentId, CancellationToken cancellationToken)
    {
        var id = new InvoiceFields($"Subcontractor invoice {procoreId}").RequiredId("commitment_id", commitmentId);
        return await store.FindByKeyAsync(
                CommitmentTable.LogicalName,
                SyncKey.ForCommitment(pin.Scope, id),
                [CommitmentTable.Number, CommitmentTable.VendorName],
                cancellationToken
            )
            ?? throw new IntegrationException(
                ProblemCatalog.CommitmentUnknown,
                $"Subcontractor invoice {procoreId} belongs to the commitment {id}, which is no contract of the environment '{pin.Key}'. "
                    + "Add the contract with its purchase order and billing terms, then set the event back to New."
            );
    }

    private async Task<ReadInvoice> StoreAsync(
        SourceInvoice invoice,
        DocumentPlace place,
        Func<Task<string?>> lookInOracle,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            if (await TryStoreAsync(invoice, place, lookInOracle, cancellationToken) is { } stored)
            {
                return stored;
            }
        }

        throw new IntegrationException(
            ProblemCatalog.DataverseRefused,
            $"The document of subcontractor invoice {invoice.ProcoreId} could not be stored: "
                + $"other calls changed it or took its next revision {AttemptsMax} times. Try again."
        );
    }

    // Null where another call changed the document or took its next revision meanwhile.
    private async Task<ReadInvoice?> TryStoreAsync(
        SourceInvoice invoice,
        DocumentPlace place,
        Func<Task<string?>> lookInOracle,
        CancellationToken cancellationToken
    )
    {
        var hash = SourceHash.Of(invoice);
        var newest = await NewestAsync(invoice.ProcoreId, cancellationToken);

        // What was posted and taken back is billed anew, although Procore says the same.
        if (newest is not null && newest.GetAttributeValue<string>(DocumentTable.SourceHash) == hash && StateOf(newest) != DocumentState.Reversed)
        {
            var isNoted = !DocumentStateMachine.MayBePrepared(StateOf(newest)) || await NoteAsync(newest, await lookInOracle(), cancellationToken);
            return isNoted ? Exists(newest, invoice) : null;
        }

        var revision = (newest?.GetAttributeValue<int>(DocumentTable.Revision) ?? 0) + 1;
        var row = SourceDocumentRow.Of(invoice, place, revision, hash, await lookInOracle());
        return await store.TryCreateAsync(row, cancellationToken) is { } created
            ? new ReadInvoice(
                created,
                ReadOutcome.Created,
                DocumentState.Received,
                invoice.InvoiceNumber,
                invoice.ApplicationNumber,
                $"{place.CommitmentNumber} application {invoice.ApplicationNumber} is stored as revision {revision} with {invoice.Lines.Count} lines."
            )
            : null;
    }

    // What Oracle shows is no word of Procore's and makes no revision; false where somebody else changed the document meanwhile.
    private async Task<bool> NoteAsync(Entity document, string? variances, CancellationToken cancellationToken) =>
        document.GetAttributeValue<string>(DocumentTable.OracleVariances) == variances
        || await store.TryUpdateUnchangedAsync(
            new Entity(DocumentTable.LogicalName, document.Id) { RowVersion = document.RowVersion, [DocumentTable.OracleVariances] = variances },
            cancellationToken
        );

    private async Task<Entity?> NewestAsync(string procoreId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(DocumentTable.Revision, DocumentTable.SourceHash, DocumentTable.DocumentState, DocumentTable.OracleVariances),
            TopCount = 1,
        };
        query.Criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, DocumentTypeChoice.SubcontractorInvoice);
        query.Criteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.Equal, procoreId);
        query.AddOrder(DocumentTable.Revision, OrderType.Descending);
        return await store.ListAsync(query, cancellationToken) is [var newest, ..] ? newest : null;
    }

    private static DocumentState StateOf(Entity document) =>
        DocumentStates.FromChoice(document.GetAttributeValue<OptionSetValue>(DocumentTable.DocumentState)?.Value) ?? DocumentState.Received;

    private static ReadInvoice Exists(Entity document, SourceInvoice invoice)
    {
        var state = StateOf(document);
        var revision = document.GetAttributeValue<int>(DocumentTable.Revision).ToString(CultureInfo.InvariantCulture);
        return new ReadInvoice(
            document.Id,
            ReadOutcome.Exists,
            state,
            invoice.InvoiceNumber,
            invoice.ApplicationNumber,
            $"Nothing that counts has changed since revision {revision}, which is {state}."
        );
    }

    private Task CompleteAsync(Entity inbound, Guid documentId, CancellationToken cancellationToken) =>
        store.UpdateAsync(
            new Entity(InboundEventTable.LogicalName, inbound.Id)
            {
                [InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.Read),
                [InboundEventTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, documentId),
                [InboundEventTable.Attempts] = inbound.GetAttributeValue<int>(InboundEventTable.Attempts) + 1,
                [InboundEventTable.Message] = null,
            },
            cancellationToken
        );

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Subcontractor invoice {ProcoreId}: {Outcome} as document {DocumentId}")]
        public static partial void Stored(ILogger logger, string procoreId, ReadOutcome outcome, Guid documentId);
    }
}
