using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Submission;

/// <summary>
/// Sees to it that one call at a time sends a document. The lease is given and judged in Dataverse, under the lock of the document and by the clock
/// of the server.
/// </summary>
internal sealed class DocumentClaims(IDataverseStore store, IClaimIds ids)
{
    /// <summary>Unique name of the custom API.</summary>
    public const string CustomApi = "pint_ClaimDocument";

    /// <summary>
    /// Takes the claim, keeps what will be sent as evidence and notes that it leaves now; refuses where another call has the document. Null where
    /// another call has posted it in the meantime.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="payload">What will be sent; null where nothing is.</param>
    /// <param name="alike">What the target system has that may be the same bill; null where it has nothing, or was not asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ClaimedDocument?> TakeAsync(SendableDocument document, string? payload, string? alike, CancellationToken cancellationToken)
    {
        var claim = ids.Next();
        var inputs = new ParameterCollection
        {
            { "DocumentId", document.Id },
            { "Claim", claim },
            { "ContentHash", document.ContentHash },
        };
        if (payload is not null)
        {
            inputs.Add("Payload", payload);
        }

        if (alike is not null)
        {
            inputs.Add("Alike", alike);
        }

        var outputs = await store.CallAsync(CustomApi, inputs, cancellationToken);
        if (outputs.TryGetValue("IsClaimed", out var isClaimed) && isClaimed is true)
        {
            return new ClaimedDocument(
                document,
                claim,
                outputs.TryGetValue("SentBefore", out var sent) && sent is DateTime instant ? instant : null,
                RecordIds.Read(Text(outputs, "RecordIds")),
                RecordIds.Read(Text(outputs, "ReversedRecordIds"))
            );
        }

        if (Text(outputs, "State") == nameof(DocumentState.Posted))
        {
            return null;
        }

        var code = Text(outputs, "ReasonCode");
        throw new IntegrationException(
            code == DocumentReasons.DocumentClaimed.Wire ? ProblemCatalog.DocumentClaimed
                : code == DocumentReasons.PayloadDiffers.Wire ? ProblemCatalog.ContentHashDiffers
                : ProblemCatalog.DocumentNotPrepared,
            Text(outputs, "Message") ?? $"Document {document.Id} cannot be reserved for sending."
        );
    }

    private static string? Text(ParameterCollection outputs, string name) =>
        outputs.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;
}
