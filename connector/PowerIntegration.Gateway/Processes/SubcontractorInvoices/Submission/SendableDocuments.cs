using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Submission;

/// <summary>Loads documents and their frozen invoices, and refuses what may not be sent.</summary>
internal sealed class SendableDocuments(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>The document, whatever its state.</summary>
    public async Task<SendableDocument> FindAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(DocumentTable.LogicalName, documentId, SendableDocument.Columns, cancellationToken);
        return row is not null && new SendableDocument(row) is var document && document.IsOf(pin.Environment)
            ? document
            : throw new IntegrationException(
                ProblemCatalog.DocumentUnknown,
                $"No document {documentId} exists in the environment '{pin.Key}'. Send the id of one of its documents."
            );
    }

    /// <summary>The frozen invoice of a document that may be sent; refuses any other state, and rows that are not what was hashed.</summary>
    public async Task<PreparedInvoice> FrozenAsync(SendableDocument document, CancellationToken cancellationToken)
    {
        if (document.Type == DocumentKind.OwnerInvoice)
        {
            throw new IntegrationException(
                ProblemCatalog.DocumentNotSendable,
                $"Document {document.Id} ({document.Name}) is an application to an owner; receivables are not sent to Oracle yet. "
                    + "Enter the transaction in Receivables from its certificate."
            );
        }

        if (document is not { State: DocumentState.Prepared or DocumentState.Submitted, PreparationId: { } preparationId })
        {
            throw NotPrepared(document);
        }

        var preparation =
            await store.FindAsync(
                PreparationTable.LogicalName,
                preparationId,
                [.. PreparedInvoiceRows.PreparationColumns, PreparationTable.DocumentId, PreparationTable.ContentHash],
                cancellationToken
            ) ?? throw NotPrepared(document);
        var lines = new QueryExpression(DocumentLineTable.LogicalName) { ColumnSet = new ColumnSet([.. PreparedInvoiceRows.LineColumns]) };
        lines.Criteria.AddCondition(DocumentLineTable.PreparationId, ConditionOperator.Equal, preparationId);
        var prepared = PreparedInvoiceRows.Read(preparation, await store.ListAsync(lines, cancellationToken));
        RequireUnchanged(document, preparation, PayloadHash.Of(prepared));
        return prepared;
    }

    private static void RequireUnchanged(SendableDocument document, Entity preparation, string actual)
    {
        var frozen = preparation.GetAttributeValue<string>(PreparationTable.ContentHash);
        var owner = preparation.GetAttributeValue<EntityReference>(PreparationTable.DocumentId)?.Id;
        if (owner == document.Id && actual == frozen && actual == document.ContentHash)
        {
            return;
        }

        throw new IntegrationException(
            ProblemCatalog.PayloadHashDiffers,
            $"Document {document.Id} ({document.Name}): its frozen rows hash to '{actual}', the preparation says '{frozen}' and the document "
                + $"'{document.ContentHash}'. Nothing was sent. Prepare the document again, and find out who changed the rows."
        );
    }

    private static IntegrationException NotPrepared(SendableDocument document)
    {
        var reason = string.IsNullOrEmpty(document.ReasonCode) ? "" : $" ({document.ReasonCode}: {document.Reason})";
        return new IntegrationException(
            ProblemCatalog.DocumentNotPrepared,
            $"Document {document.Id} ({document.Name}) is {document.State}{reason}. Only a prepared document is sent: call "
                + $"pint_Prepare{document.Type} and submit it once its state is Prepared."
        );
    }
}
