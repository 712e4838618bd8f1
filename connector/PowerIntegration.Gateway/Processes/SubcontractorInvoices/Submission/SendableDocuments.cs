using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Tables;

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

        string[] columns = [PreparationTable.Content, PreparationTable.ContentHash, PreparationTable.DocumentId];
        var preparation =
            await store.FindAsync(PreparationTable.LogicalName, preparationId, columns, cancellationToken) ?? throw NotPrepared(document);
        var name = $"Document {document.Id} ({document.Name})";
        var frozen = preparation.GetAttributeValue<string>(PreparationTable.ContentHash);
        var prepared = PreparedInvoiceContent.Read(name, preparation.GetAttributeValue<string>(PreparationTable.Content), frozen, out var changed);
        var owner = preparation.GetAttributeValue<EntityReference>(PreparationTable.DocumentId)?.Id;
        return prepared is not null && owner == document.Id && frozen == document.ContentHash
            ? prepared
            : throw new IntegrationException(
                ProblemCatalog.ContentHashDiffers,
                (changed?.Sentence ?? $"{name}: the preparation has the hash '{frozen}' and the document '{document.ContentHash}'.")
                    + " Nothing was sent. Prepare the document again, and find out who changed the rows."
            );
    }

    private static IntegrationException NotPrepared(SendableDocument document)
    {
        var reason = string.IsNullOrEmpty(document.ReasonCode) ? "" : $" ({document.ReasonCode}: {document.Reason})";
        return new IntegrationException(
            ProblemCatalog.DocumentNotPrepared,
            $"Document {document.Id} ({document.Name}) is {document.State}{reason}. Only a prepared document is sent: call "
                + "pint_PrepareDocument and submit it once its state is Prepared."
        );
    }
}
