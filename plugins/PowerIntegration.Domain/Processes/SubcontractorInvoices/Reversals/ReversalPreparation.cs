using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>
/// Decides how one posted document is reversed. The reversal is a document of its own: its lines move the ledger back to where the posted one found
/// it, so that the last posted preparation stays the ledger.
/// </summary>
public static class ReversalPreparation
{
    // A second person confirms every reversal, wherever invoices are approved.
    private const ApprovalPlace Place = ApprovalPlace.Teams;

    /// <summary>Decides. Without a second person it is frozen as a proposal that waits for one.</summary>
    /// <param name="facts">Everything that is decided from.</param>
    /// <exception cref="InvariantBrokenException">What was posted is not the difference of the two ledgers.</exception>
    public static PreparationDecision Decide(ReversalFacts facts)
    {
        if (facts.Own is { } own && (!DocumentStateMachine.MayBePrepared(own.State) || own.IsInFlight))
        {
            return new PreparationDecision.Unchanged(own, own.Message ?? Sentence.Of($"The reversal is {own.State}; nothing was changed."));
        }

        var refusals = new RefusalList();
        refusals.Add(Check(facts));
        if (!refusals.IsEmpty)
        {
            return new PreparationDecision.Stopped(refusals.First()!);
        }

        return Reversal.Of(Request(facts)) switch
        {
            ReversalOutcome.Stopped stopped => new PreparationDecision.Stopped(stopped.Refusal),
            ReversalOutcome.Reversed reversed when CreditedTwice(facts, reversed) is { } refusal => new PreparationDecision.Stopped(refusal),
            ReversalOutcome.Reversed reversed => Freeze(facts, reversed),
            _ => throw new InvariantBrokenException("Every outcome of a reversal is answered."),
        };
    }

    private static IEnumerable<Refusal> Check(ReversalFacts facts)
    {
        var name = $"Invoice {facts.Posted.InvoiceNumber} (Procore {facts.Original.ProcoreId})";
        if (facts.Original.State != DocumentState.Posted)
        {
            yield return new Refusal(DocumentReasons.DocumentState, $"{name} is {facts.Original.State}; only a posted document can be reversed.");
        }

        if (facts.Original.Type == DocumentKind.Reversal)
        {
            yield return new Refusal(
                DocumentReasons.DocumentState,
                $"{name} is a reversal and cannot be reversed. To post the invoice again, retry its last event."
            );
        }

        if (facts.Commitment.Problem is { } problem)
        {
            yield return problem;
        }

        if (facts.Commitment.TermsProblem is { } missing)
        {
            yield return missing;
        }
        else if (facts.Commitment.Terms?.CreditDocument is null)
        {
            yield return new Refusal(
                BillingReasons.TermsMissing,
                $"Commitment {facts.Commitment.Number} has no term that says whether credits are credit memos or debit memos. Enter the term."
            );
        }

        if (facts.OpeningProblem is { } unsigned)
        {
            yield return unsigned;
        }

        var waiting = facts.Others.FirstOrDefault(other => other.Id != facts.Own?.Id && other.Id != facts.Original.Id && other.IsOnItsWay);
        if (waiting is not null)
        {
            yield return SequenceCheck.Waits(facts.Original, waiting);
        }

        if (facts.Commitment.BasePreparationId != facts.Original.PreparationId && !IsNewestPosted(facts))
        {
            yield return new Refusal(
                DocumentReasons.ReversalOutOfOrder,
                $"{name} is not the last posted document of commitment {facts.Commitment.Number}. Later totals include it. "
                    + "Reverse the latest document first."
            );
        }
    }

    // After a reversal the base is the reversal's own preparation; the newest that is still posted may then be reversed next.
    private static bool IsNewestPosted(ReversalFacts facts) =>
        facts.Ledger.LastPostedNumber == facts.Posted.LastPostedNumber
        && facts
            .Others.Where(other => other.State == DocumentState.Posted && other.Type != DocumentKind.Reversal && other.Id != facts.Original.Id)
            .All(other =>
                other.ApplicationNumber < facts.Original.ApplicationNumber
                || (other.ProcoreId == facts.Original.ProcoreId && other.Revision < facts.Original.Revision)
            );

    // What someone already canceled or changed in Oracle is not credited at the posted amount; to cancel it again is harmless.
    private static Refusal? CreditedTwice(ReversalFacts facts, ReversalOutcome.Reversed reversed)
    {
        var credited = reversed.Actions.OfType<ReversalAction.Credit>().Select(credit => credit.Original.InvoiceNumber).ToList();
        var variance = facts.OracleVariances.FirstOrDefault(found => credited.Contains(found.InvoiceNumber));
        return variance is null
            ? null
            : new Refusal(
                BillingReasons.OracleBalanceDiffers,
                $"Commitment {facts.Commitment.Number}: {variance}; a credit of the posted amount would reverse it twice. "
                    + "Correct it in Oracle, or open its period so that it can be canceled instead. "
                    + "Or ask the controller to record a catch-up decision on the next application."
            );
    }

    private static ReversalRequest Request(ReversalFacts facts)
    {
        var documents = PreparedDocuments.Of(facts.Posted);
        var withheld = documents.Sum(document => document.Amount) - facts.Posted.PayableAmount;
        return new ReversalRequest
        {
            ContractNumber = facts.Commitment.Number,
            ApplicationNumber = facts.Ledger.LastPostedNumber,
            Ledger = facts.Ledger,
            Base = facts.Base,
            BaseVariance = Variance(facts),
            Documents =
            [
                .. documents.Select(
                    (document, index) =>
                        new PostedDocument
                        {
                            InvoiceNumber = facts.Posted.Documents[index].InvoiceNumber,
                            Document = index == 0 ? document with { WithheldByOracle = withheld } : document,
                            AccountingDate = facts.Posted.AccountingDate,
                            Payment = PaidStatus.StatusOf(facts.PaidStatus, index, documents.Count),
                        }
                ),
            ],
            Reclassified = facts.Posted.Reclassified,
            Periods = facts.Periods,
            CreditDocument = facts.Commitment.Terms!.CreditDocument!.Value,
            RequestedBy = facts.RequestedBy.Id.ToString(),
            // The proposal shows everything that the confirmed reversal will do, so that the second person sees what is confirmed.
            ConfirmedBy = SecondPerson(facts)?.Id.ToString() ?? "(not confirmed)",
            Reason = facts.Reason,
        };
    }

    private static Person? SecondPerson(ReversalFacts facts) => facts.RequestedBy.Is(facts.ConfirmedBy) ? null : facts.ConfirmedBy;

    // A confirmation binds to what was confirmed: it stands as long as the content does. Whoever confirms now confirms what is there now.
    private static Person? Confirmed(ReversalFacts facts, string hash) =>
        facts.ConfirmedBefore is { } before && facts.Own?.ContentHash == hash ? before : SecondPerson(facts);

    // Only a catch-up bills from anything but the base; whatever else differs is an error and must be found.
    private static decimal Variance(ReversalFacts facts) =>
        facts.Posted.Lines.Any(line => line.Kind == LineKind.CatchUp)
            ? facts.Posted.Lines.Sum(EarnedBefore) - facts.Base.Lines.Sum(line => line.Posted.EarnedLessRetainage)
            : 0m;

    private static decimal EarnedBefore(PreparedLine line) =>
        (line.GrossBefore ?? 0m) - (line.WorkRetainageBefore ?? 0m) - (line.StoredRetainageBefore ?? 0m) - (line.PunchListBefore ?? 0m);

    private static PreparationDecision Freeze(ReversalFacts facts, ReversalOutcome.Reversed reversed)
    {
        var content = Invoice(facts, reversed);
        var hash = StoredContent.HashOf(content);
        var confirmedBy = Confirmed(facts, hash);
        var invoice = content with
        {
            Warnings =
                $"Requested by {facts.RequestedBy}, {(confirmedBy is null ? "not confirmed yet" : $"confirmed by {confirmedBy}")}: {facts.Reason}",
        };
        var isConfirmed = confirmedBy is not null;
        var state = isConfirmed ? DocumentState.Prepared : DocumentState.AwaitingApproval;
        if (facts.Own is { } own && own.State == state && own.ContentHash == hash && own.PreparationId is not null)
        {
            return new PreparationDecision.Unchanged(own, own.Message ?? MessageOf(facts, invoice, isConfirmed))
            {
                Place = Place,
                Summary = ReversalTexts.Of(facts, reversed, invoice).Summary,
            };
        }

        return new PreparationDecision.Frozen(
            state,
            invoice,
            hash,
            Place,
            MessageOf(facts, invoice, isConfirmed),
            ReversalTexts.Of(facts, reversed, invoice)
        )
        {
            ConfirmedBy = confirmedBy,
        };
    }

    private static string MessageOf(ReversalFacts facts, PreparedInvoice invoice, bool isConfirmed)
    {
        var actions = string.Join(
            ", ",
            invoice.Documents.Select(document =>
                $"{(document.Action == PayablesAction.Cancel ? "cancel" : ReversalTexts.Kind(document))} {document.InvoiceNumber}"
            )
        );
        return isConfirmed
            ? $"Invoice {facts.Posted.InvoiceNumber} will be reversed: {actions}."
            : $"Reversal of invoice {facts.Posted.InvoiceNumber} requested: {actions}. A second person must confirm it.";
    }

    private static PreparedInvoice Invoice(ReversalFacts facts, ReversalOutcome.Reversed reversed)
    {
        var date = reversed.Actions.Count == 0 ? null : reversed.Actions[0];
        return facts.Posted with
        {
            InvoiceNumber = Number(facts, facts.Posted.InvoiceNumber),
            InvoiceDate = date?.AccountingDate ?? facts.Posted.InvoiceDate,
            AccountingDate = date?.AccountingDate ?? facts.Posted.AccountingDate,
            AccountingDateRolled = date?.IsRolled ?? false,
            GrossMovement = -facts.Posted.GrossMovement,
            RetainageMovement = -facts.Posted.RetainageMovement,
            PayableAmount = -facts.Posted.PayableAmount,
            GrossToDate = facts.Base.Lines.Sum(line => line.Posted.Gross),
            RetainageToDate = facts.Base.Lines.Sum(line => line.Posted.Retainage.Total),
            OriginalContractSum = facts.Base.OriginalContractSum,
            ChangeOrders = facts.Base.ChangeOrders,
            LastPostedNumber = reversed.NextLedger.LastPostedNumber,
            StoredMaterials = reversed.NextLedger.StoredMaterials,
            Threshold = reversed.NextLedger.Threshold,
            RetentionTax = facts.RetentionTaxBefore,
            HeldRetention = facts.HeldRetentionBefore,
            Reclassified = [.. facts.Posted.Reclassified.Select(moved => moved.Back)],
            Documents = Documents(facts, reversed),
            Lines = ReversalLines.Of(facts, reversed),
        };
    }

    private static string Number(ReversalFacts facts, string posted) => InvoiceNumbering.OfReversal(posted, facts.Own?.CanceledNumbers ?? []);

    private static IReadOnlyList<PayablesInvoice> Documents(ReversalFacts facts, ReversalOutcome.Reversed reversed) =>
        [
            .. reversed.Actions.Select(
                (action, index) =>
                    action is ReversalAction.Credit credit
                        ? new PayablesInvoice(
                            index + 1,
                            PayablesAction.Create,
                            credit.Document.Kind,
                            credit.Document.Amount,
                            Number(facts, action.Original.InvoiceNumber)
                        )
                        : new PayablesInvoice(
                            index + 1,
                            PayablesAction.Cancel,
                            action.Original.Document.Kind,
                            action.Original.Document.Amount,
                            action.Original.InvoiceNumber
                        )
            ),
        ];
}
