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
        var payables = query
            .AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter)
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id, JoinOperator.LeftOuter);
        payables.EntityAlias = SendableDocument.PayablesAlias;
        payables.Columns = new ColumnSet(PayablesSetupTable.HoldName, PayablesSetupTable.HoldReleaseName);
        var rows = await store.ListAsync(query, cancellationToken);
        return rows is [var row] && new SendableDocument(row) is var document && document.IsOf(pin.Environment)
            ? document
            : throw new IntegrationException(
                ProblemCatalog.DocumentUnknown,
                $"Document {documentId} does not exist in environment '{pin.Key}'. Choose a document of this environment."
            );
    }

    /// <summary>Refuses every state that does not allow sending.</summary>
    public static void RequireSendable(SendableDocument document)
    {
        var isSendable =
            document.State is DocumentState.Prepared or DocumentState.Submitted || Claim.IsLookedAtOnly(document.State, document.ReasonCode);
        if (isSendable && document.PreparationId is not null)
        {
            return;
        }

        var reason = string.IsNullOrEmpty(document.ReasonCode) ? "" : $" {document.Reason}";
        throw new IntegrationException(
            ProblemCatalog.DocumentNotPrepared,
            $"{document.Name} is {Sentence.Words(document.State).ToLowerInvariant()} and cannot be sent.{reason} "
                + "Only a prepared document can be sent. Prepare it first."
        );
    }

    /// <summary>Says that the frozen content was changed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="changed">What was found; null if the content is intact but belongs to another document.</param>
    public static IntegrationException Changed(SendableDocument document, Refusal? changed) =>
        new(
            ProblemCatalog.ContentHashDiffers,
            (
                changed?.Sentence
                ?? $"The prepared content of {document.Name} was changed: its hash is '{document.FrozenHash}' instead of "
                    + $"'{document.ContentHash}'."
            ) + " Nothing was sent. Prepare the document again, and ask the integration administrator who changed the rows."
        );

    /// <summary>Says that documents of the kind are not sent.</summary>
    public static IntegrationException NotSendable(SendableDocument document) =>
        new(
            ProblemCatalog.DocumentNotSendable,
            $"{document.Name} is a document of type {Sentence.Words(document.Type)}, which is prepared but not sent to Oracle. "
                + "Enter it in Oracle Receivables from its certificate."
        );
}
