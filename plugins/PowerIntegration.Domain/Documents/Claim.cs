using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>Whether a call of the gateway may send a document now: one at a time, for as long as its lease runs.</summary>
public static class Claim
{
    /// <summary>How long a claim holds without being given back; longer than any call may take.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Why the call may not; null where it may.</summary>
    /// <param name="facts">The document as it is under its lock.</param>
    public static Refusal? Check(ClaimFacts facts)
    {
        if (facts.State is not (DocumentState.Prepared or DocumentState.Submitted) && !IsLookedAtOnly(facts.State, facts.ReasonCode))
        {
            return new Refusal(DocumentReasons.DocumentState, $"Document {facts.Name} is {facts.State}. Only a prepared document can be sent.");
        }

        if (facts.ContentHash is null || facts.ContentHash != facts.SentHash)
        {
            return new Refusal(
                DocumentReasons.PayloadDiffers,
                $"Document {facts.Name} changed while it was being submitted. Nothing was sent. It will be submitted again automatically."
            );
        }

        if (IsHeld(facts))
        {
            return new Refusal(
                DocumentReasons.DocumentClaimed,
                $"Document {facts.Name} is being sent by {facts.ClaimedBy} until {facts.LeaseUntil:yyyy-MM-dd HH:mm:ss} UTC. Wait for the result; "
                    + "if none comes, it will be submitted again automatically."
            );
        }

        if (facts.IsApprovalMissing && !facts.IsSent)
        {
            return new Refusal(
                DocumentReasons.ApprovalMissing,
                $"Document {facts.Name} is to be approved in Teams, and no one has approved what it has frozen. Nothing was sent. "
                    + "Ask the controller to find out who changed its state."
            );
        }

        // What was sent before is looked up as it was sent.
        return facts.IsCutOff ? CutOff(facts)
            : facts.ChangedVersions.Count > 0 && facts.State == DocumentState.Prepared && !facts.IsSent ? Changed(facts)
            : facts.NewAlike.Count > 0 && facts.State == DocumentState.Prepared && !facts.IsSent ? Alike(facts)
            : null;
    }

    private static Refusal Alike(ClaimFacts facts) =>
        new(
            DocumentReasons.PossibleDuplicate,
            $"Oracle has {Invoices(facts.NewAlike)} with the amount of document {facts.Name}. Nothing was sent. "
                + "It will be prepared again and compared."
        );

    private static string Invoices(IReadOnlyList<FoundPayable> found) =>
        (found.Count == 1 ? "invoice " : "invoices ") + string.Join(", ", found.Select(one => one.Number));

    private static Refusal Changed(ClaimFacts facts) =>
        new(
            DocumentReasons.ConfigurationChanged,
            $"Document {facts.Name} was prepared with an earlier version of its {string.Join(" and ", facts.ChangedVersions)}. Nothing was sent. "
                + "It will be prepared again with the active version."
        );

    // Where an earlier call sent it and its result is not known, a look decides whether it is in the period already.
    private static Refusal CutOff(ClaimFacts facts) =>
        facts.IsSent
            ? new Refusal(
                DocumentReasons.PayloadChangedAfterSend,
                $"Document {facts.Name} was sent before accounting began to close its period, and no result is known. It will be looked up in Oracle "
                    + "first. If it is not there, it will be prepared again for the next open period."
            )
            : new Refusal(
                DocumentReasons.PeriodCutOff,
                $"Document {facts.Name} would post into a period that accounting is closing. It will be prepared again for the next open period."
            );

    /// <summary>
    /// True where a document was sent and would be sent otherwise now: it may be claimed to look it up in the target system, where a person may have
    /// canceled it since.
    /// </summary>
    /// <param name="state">State.</param>
    /// <param name="reasonCode">Why it is held.</param>
    public static bool IsLookedAtOnly(DocumentState state, string? reasonCode) =>
        state == DocumentState.Held && reasonCode == DocumentReasons.PayloadChangedAfterSend.Wire;

    // No claim is given for longer than the lease. One that runs longer was not given here and holds no one up.
    private static bool IsHeld(ClaimFacts facts) =>
        !string.IsNullOrEmpty(facts.ClaimedBy)
        && facts.ClaimedBy != facts.Claim
        && facts.LeaseUntil > facts.Now
        && facts.LeaseUntil <= facts.Now + Lease;
}
