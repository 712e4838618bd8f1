using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Submission;

/// <summary>
/// Sees to it that one call at a time sends a document: a lease on its row, taken by row version, so that of two callers one loses.
/// </summary>
internal sealed class DocumentClaims(IDataverseStore store, IClaimIds ids, TimeProvider clock)
{
    /// <summary>How long a claim holds without being given back; longer than any call may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Takes the claim; gives its name, or refuses where another call has it.</summary>
    public async Task<string> TakeAsync(SendableDocument document, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (document is { ClaimedBy: { } holder, LeaseUntil: { } until } && until > now.UtcDateTime)
        {
            throw Lost(
                $"Document {document.Id} ({document.Name}) is being sent by {holder} until {until:u}. Wait for its outcome; "
                    + "submit again after that time if none comes."
            );
        }

        var claim = ids.Next();
        var row = new Entity(DocumentTable.LogicalName, document.Id)
        {
            RowVersion = document.RowVersion,
            [DocumentTable.ClaimedBy] = claim,
            [DocumentTable.LeaseUntil] = (now + Lease).UtcDateTime,
        };
        return await store.TryUpdateUnchangedAsync(row, cancellationToken)
            ? claim
            : throw Lost(
                $"Document {document.Id} ({document.Name}) was changed or claimed by another call a moment ago. "
                    + "Look at its state, then submit again if it is still prepared."
            );
    }

    /// <summary>Notes that the invoice leaves now.</summary>
    public Task MarkSentAsync(SendableDocument document, CancellationToken cancellationToken) =>
        store.UpdateAsync(
            new Entity(DocumentTable.LogicalName, document.Id) { [DocumentTable.SentOn] = clock.GetUtcNow().UtcDateTime },
            cancellationToken
        );

    /// <summary>Gives the claim back; only where nothing of ours can still be on its way to Oracle.</summary>
    public Task ReleaseAsync(SendableDocument document, CancellationToken cancellationToken) =>
        store.UpdateAsync(
            new Entity(DocumentTable.LogicalName, document.Id) { [DocumentTable.ClaimedBy] = null, [DocumentTable.LeaseUntil] = null },
            cancellationToken
        );

    private static IntegrationException Lost(string sentence) => new(ProblemCatalog.DocumentClaimed, sentence);
}
