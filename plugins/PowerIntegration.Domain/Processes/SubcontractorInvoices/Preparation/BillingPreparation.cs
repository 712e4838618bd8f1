using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>Decides what Oracle gets for one application for payment or one release of retainage, or why it gets nothing.</summary>
public static class BillingPreparation
{
    /// <summary>
    /// Decides, in two rounds: may it go and is it complete; then does it add up, is it coded, can it post. A round that finds problems answers with
    /// the first by precedence, and the next round is not asked. The same facts give the same answer; a document that is on its way, posted or
    /// already frozen with the same content is left alone.
    /// </summary>
    /// <param name="facts">Everything that is decided from.</param>
    /// <exception cref="InvariantBrokenException">The figures contradict themselves; never because of the data.</exception>
    public static PreparationDecision Decide(PreparationFacts facts)
    {
        if (PreparationRules.Settled(facts.Document, facts.Others) is { } settled)
        {
            return settled;
        }

        // Nothing is computed from a base that is not what was posted.
        if (facts.BaseProblem is { } changed)
        {
            return new PreparationDecision.Stopped(changed);
        }

        var refusals = new RefusalList();
        var approval = Approval(facts, refusals);
        EligibilityCheck.Run(facts, approval, refusals);
        var currency = EligibilityCheck.CurrencyOf(facts, refusals);
        if (currency is { } known)
        {
            refusals.Add(facts.IsRelease ? ReleaseApplication.Complete(facts) : SourceCompleteness.Of(facts.Source, known, facts.Commitment.Tax));
        }

        if (!refusals.IsEmpty)
        {
            return new PreparationDecision.Stopped(refusals.First()!);
        }

        var decision = Compute(facts with { Source = SourceBreakdown.AddedUp(facts.Source) }, approval!, refusals);
        return decision is PreparationDecision.Unchanged
            ? decision
            : decision with
            {
                SupersededId = PreparationRules.Superseded(facts.Document, facts.Others),
            };
    }

    private static PreparationDecision Compute(PreparationFacts facts, ApprovalDecision approval, RefusalList refusals)
    {
        var application = facts.IsRelease ? ReleaseApplication.Of(facts) : SourceApplication.Of(facts);
        var billing = BillingComputation.Run(facts, application, refusals, out var nothing);
        return !refusals.IsEmpty ? new PreparationDecision.Stopped(refusals.First()!)
            : nothing is not null ? new PreparationDecision.Replaced(nothing.Sentence)
            : Freeze(facts, billing!, approval);
    }

    private static ApprovalDecision? Approval(PreparationFacts facts, RefusalList refusals)
    {
        if (facts.Source.PeriodEnd is not { } day)
        {
            // The missing date is refused with everything else that is missing.
            return null;
        }

        var approval = ApprovalDecision.Of(day, facts.OwnershipRules, out var refusal);
        refusals.Add(refusal);
        return approval;
    }

    private static PreparationDecision Freeze(PreparationFacts facts, BillingResult billing, ApprovalDecision approval)
    {
        var invoice = PreparedInvoices.Of(facts, billing, approval);
        var hash = StoredContent.HashOf(invoice);
        if (AboveAuthority(facts, invoice, approval) is { } above)
        {
            return new PreparationDecision.Stopped(above);
        }

        var own = facts.Document;
        var decided = approval.Rule.Place == ApprovalPlace.Teams ? facts.KnownDecisions.LastOrDefault(known => known.ContentHash == hash) : null;
        if (decided?.State == ApprovalState.Rejected && !own.IsClaimedOrSent)
        {
            return new PreparationDecision.Stopped(Rejected(invoice, decided));
        }

        // What pays nothing needs no one's approval.
        var isAsked = approval.Rule.Place == ApprovalPlace.Teams && decided?.State != ApprovalState.Approved && invoice.Documents.Count > 0;
        var state = isAsked ? DocumentState.AwaitingApproval : DocumentState.Prepared;
        var isSame = PreparationRules.IsFrozen(own, hash) && own.PreparationBaseId == facts.Commitment.BasePreparationId;
        if (isSame && own.State == state)
        {
            return new PreparationDecision.Unchanged(
                own,
                Sentence.Of($"The document is already {own.State} with the same content. Nothing was changed.")
            )
            {
                Place = approval.Rule.Place,
                Summary = PreparedInvoices.Texts(facts, billing, invoice).Summary,
            };
        }

        return PreparationRules.WouldSendTwice(own, hash)
            ? new PreparationDecision.Stopped(
                new Refusal(
                    DocumentReasons.PayloadChangedAfterSend,
                    $"Invoice {invoice.InvoiceNumber} was already sent to Oracle, and the new content differs from what was sent. "
                        + "Ask accounts payable to cancel it in Oracle, or ask the administrator to restore the earlier configuration."
                )
            )
            : new PreparationDecision.Frozen(
                state,
                invoice,
                hash,
                approval.Rule.Place,
                MessageOf(invoice, state),
                PreparedInvoices.Texts(facts, billing, invoice)
            );
    }

    private static string MessageOf(PreparedInvoice invoice, DocumentState state)
    {
        var what =
            invoice.Documents.Count == 0
                ? $"Invoice {invoice.InvoiceNumber} of {invoice.VendorName} is prepared. No amount changed, so nothing will be sent to Oracle."
                : $"Invoice {invoice.InvoiceNumber} of {invoice.VendorName} is prepared: "
                    + $"{Sentence.Amount(invoice.PayableAmount)} {invoice.Currency}.";
        return state == DocumentState.AwaitingApproval ? what + " It waits for an approval in Teams." : what;
    }

    private static Refusal? AboveAuthority(PreparationFacts facts, PreparedInvoice invoice, ApprovalDecision approval) =>
        approval.Rule.Place is ApprovalPlace.Procore or ApprovalPlace.ProcoreThenOracle && !facts.IsRelease
            ? ProcoreAuthority.Check(
                EligibilityCheck.ApprovalOf(facts.Source),
                invoice.ApprovalAmount,
                invoice.Currency,
                facts.Authorities,
                facts.Project.TimeZone
            )
            : null;

    // The same content is not asked about again until someone who may says so.
    private static Refusal Rejected(PreparedInvoice invoice, KnownDecision decided) =>
        new(
            ApprovalReasons.ApprovalRejected,
            $"{decided.Who} rejected invoice {invoice.InvoiceNumber} of {invoice.VendorName} in Teams"
                + $"{Comment.Quoted(decided.Comments)} "
                + "Correct it in Procore, or ask the controller to ask for the approval again."
        );
}
