using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Loads documents with what they froze, in one request, and refuses what may not be sent.</summary>
internal sealed class SendableDocuments(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>The document, whatever its state.</summary>
    public async Task<SendableDocument> FindAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName) { ColumnSet = new ColumnSet(SendableDocument.Columns) };
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        var preparation = query.AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter);
        preparation.EntityAlias = SendableDocument.PreparationAlias;
        preparation.Columns = new ColumnSet(PreparationTable.Content, PreparationTable.ContentHash, PreparationTable.DocumentId);
        var rows = await store.ListAsync(query, cancellationToken);
        return rows is [var row] && new SendableDocument(row) is var document && document.IsOf(pin.Environment)
            ? document
            : throw new IntegrationException(
                ProblemCatalog.DocumentUnknown,
                $"No document {documentId} exists in the environment '{pin.Key}'. Send the id of one of its documents."
            );
    }

    /// <summary>Refuses every state in which nothing may be sent.</summary>
    public static void RequireSendable(SendableDocument document)
    {
        var isSendable =
            document.State is DocumentState.Prepared or DocumentState.Submitted || Claim.IsLookedAtOnly(document.State, document.ReasonCode);
        if (isSendable && document.PreparationId is not null)
        {
            return;
        }

        var reason = string.IsNullOrEmpty(document.ReasonCode) ? "" : $" ({document.ReasonCode}: {document.Reason})";
        throw new IntegrationException(
            ProblemCatalog.DocumentNotPrepared,
            $"Document {document.Id} ({document.Name}) is {document.State}{reason}. Only a prepared document is sent. "
                + "Prepare it and submit it once its state is Prepared."
        );
    }

    /// <summary>Says that what is frozen is not what was frozen.</summary>
    /// <param name="document">The document.</param>
    /// <param name="changed">What was found; null where the content is whole and is not the document's.</param>
    public static IntegrationException Changed(SendableDocument document, Refusal? changed) =>
        new(
            ProblemCatalog.ContentHashDiffers,
            (
                changed?.Sentence
                ?? $"Document {document.Id} ({document.Name}): the preparation has the hash '{document.FrozenHash}' and the document "
                    + $"'{document.ContentHash}'."
            ) + " Nothing was sent. Prepare the document again, and find out who changed the rows."
        );

    /// <summary>Says that documents of the kind are not sent.</summary>
    public static IntegrationException NotSendable(SendableDocument document) =>
        new(
            ProblemCatalog.DocumentNotSendable,
            $"Document {document.Id} ({document.Name}) is of kind {Sentence.Words(document.Type)}, which is prepared and not sent. "
                + "Enter it by hand from its certificate, an owner invoice as a transaction in Receivables."
        );
}
