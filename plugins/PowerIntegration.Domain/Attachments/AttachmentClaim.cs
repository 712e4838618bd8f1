using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Attachments;

/// <summary>Whether a call of the gateway may attach a document's files now: one at a time, after the document is posted.</summary>
public static class AttachmentClaim
{
    /// <summary>Why the call may not; null where it may.</summary>
    /// <param name="name">What people call the document.</param>
    /// <param name="state">Its state.</param>
    /// <param name="claimedBy">Who holds the claim; null or empty where no call does.</param>
    /// <param name="leaseUntil">Until when.</param>
    /// <param name="claim">The call that asks.</param>
    /// <param name="now">UTC.</param>
    public static Refusal? Check(string name, DocumentState state, string? claimedBy, DateTime? leaseUntil, string claim, DateTime now) =>
        state != DocumentState.Posted ? new Refusal(DocumentReasons.DocumentState, $"{name} is {state}. Its files are attached after it is posted.")
        : !string.IsNullOrEmpty(claimedBy) && claimedBy != claim && leaseUntil > now && leaseUntil <= now + Claim.Lease
            ? new Refusal(
                DocumentReasons.DocumentClaimed,
                Sentence.Of($"The files of {name} are being attached by another run until {leaseUntil:yyyy-MM-dd HH:mm:ss} UTC. Wait for its result.")
            )
        : null;
}
