using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;

/// <summary>Decides what a submission came to. What Oracle says counts, not what is reported of it.</summary>
public static class OutcomeRecording
{
    /// <summary>Most differences that a sentence lists.</summary>
    public const int DifferencesMax = 5;

    /// <summary>Decides. Recording the same outcome again changes nothing.</summary>
    public static OutcomeDecision Decide(OutcomeFacts facts)
    {
        var own = facts.Document;
        if (facts.PreparedProblem is { } changed && DocumentStateMachine.MayRecordOutcome(own.State))
        {
            return Stop(facts, changed);
        }

        // Whoever reports has reserved the document, now or when it was sent; what was never reserved cannot have left.
        if (!facts.IsClaimHolder && !own.IsClaimedOrSent)
        {
            return Stay(
                facts,
                DocumentReasons.DocumentClaimed.Wire,
                "The document was never reserved for sending, so nothing can have been sent. Nothing was changed. Submit the document."
            );
        }

        if (Claim.IsLookedAtOnly(own.State, own.ReasonText) && facts.Prepared is not null && own.ContentHash == facts.ContentHash)
        {
            return LookedAt(facts, facts.Prepared);
        }

        if (!DocumentStateMachine.MayRecordOutcome(own.State) || facts.Prepared is null)
        {
            return Settled(facts);
        }

        // What became of earlier content is not what becomes of this one.
        if (own.ContentHash != facts.ContentHash && !facts.IsClaimHolder)
        {
            return Stay(
                facts,
                DocumentReasons.PayloadDiffers.Wire,
                $"The document was prepared again since invoice {facts.Prepared.InvoiceNumber} was sent by this call. Nothing was changed."
            );
        }

        if (own.ContentHash != facts.ContentHash || StoredContent.HashOf(facts.Prepared) != facts.ContentHash)
        {
            return Stop(
                facts,
                new Refusal(
                    DocumentReasons.PayloadDiffers,
                    $"Invoice {facts.Prepared.InvoiceNumber} was sent with content that differs from what was prepared (hash "
                        + $"{Sentence.Quoted(facts.ContentHash)}). "
                        + "Ask accounts payable to compare the evidence with the preparation and to correct the invoice in Oracle."
                )
            );
        }

        if (!facts.IsClaimHolder && facts.Outcome is not (SubmissionOutcome.Posted or SubmissionOutcome.Submitted))
        {
            return Stay(facts, DocumentReasons.DocumentClaimed.Wire, "Another call is already sending the document. Wait for its result.");
        }

        return facts.Outcome switch
        {
            SubmissionOutcome.Refused => RefusedByOracle(facts, facts.Prepared),
            SubmissionOutcome.NotSent or SubmissionOutcome.Open or SubmissionOutcome.OnItsWay => EndedEarly(facts, facts.Prepared),
            _ => Created(facts, facts.Prepared),
        };
    }

    private static OutcomeDecision Settled(OutcomeFacts facts)
    {
        var own = facts.Document;
        var isRepeat = own.State == DocumentState.Posted && own.ContentHash == facts.ContentHash && facts.Outcome != SubmissionOutcome.Refused;
        return isRepeat
            ? Stay(facts, "", "The document is already posted. Nothing was changed.")
            : Stay(facts, DocumentReasons.DocumentState.Wire, $"The document is {own.State}, so no result can be recorded for it.");
    }

    // Of several documents Oracle may have taken some; then what is frozen may not change any more.
    private static OutcomeDecision RefusedByOracle(OutcomeFacts facts, PreparedInvoice prepared)
    {
        var taken = FoundInvoices.Done(facts, prepared);
        var message = string.IsNullOrWhiteSpace(facts.Message)
            ? $"Oracle refused invoice {prepared.InvoiceNumber} and gave no reason. "
                + "Ask accounts payable to look at the evidence. Correct the cause, then retry the document."
            : facts.Message!;
        return new OutcomeDecision
        {
            State = taken.Count == 0 ? DocumentState.Refused : DocumentState.Held,
            IsChange = true,
            IsNothingInOracle = taken.Count == 0,
            ReasonCode = IsCode(facts.ReasonCode) ? facts.ReasonCode! : DocumentReasons.OracleRefused.Wire,
            Message =
                taken.Count == 0 ? message : $"{message} Already in Oracle: {string.Join(", ", taken.Select(invoice => invoice.InvoiceNumber))}.",
            ReadBack = FoundInvoices.Made(facts, prepared),
            ReversedPaidStatus = FoundInvoices.PaidStatusOfReversed(facts, prepared),
            ReleasedId = SequenceCheck.ReleasedRevision(facts.Document, facts.Others)?.Id,
        };
    }

    // The state stays: the document continues when it is submitted again. What is known to be there is written down, so that it is never made again.
    private static OutcomeDecision EndedEarly(OutcomeFacts facts, PreparedInvoice prepared) =>
        new()
        {
            State = facts.Document.State,
            IsChange = true,
            IsNothingInOracle = facts.Outcome == SubmissionOutcome.NotSent,
            KeepsClaim = facts.Outcome == SubmissionOutcome.OnItsWay,
            ReasonCode = IsCode(facts.ReasonCode) ? facts.ReasonCode! : "",
            Message = facts.Message ?? "The submission ended before the result was known. It will be submitted again automatically.",
            ReadBack = FoundInvoices.Made(facts, prepared),
        };

    private static OutcomeDecision Created(OutcomeFacts facts, PreparedInvoice prepared)
    {
        if (facts.ReadBackProblem is { } problem)
        {
            return Stay(facts, problem.WireCode, problem.Sentence);
        }

        if (facts.ReadBack is not { } oracle)
        {
            return prepared.Documents.Count == 0 ? Post(facts, prepared, []) : NotReadBack(facts, prepared);
        }

        if (FoundInvoices.FirstOfOthers(facts, prepared, oracle) is { } taken)
        {
            return Taken(facts, prepared, oracle, taken);
        }

        var made = FoundInvoices.Made(facts, prepared);
        if (made.Any(invoice => invoice.IsCancelled))
        {
            return Canceled(facts, prepared, made);
        }

        var differences = ReadBackComparison.Differences(prepared, oracle);
        if (differences.Count > 0)
        {
            return Stop(facts, Differs(prepared, differences));
        }

        var isAnswered = facts.Outcome == SubmissionOutcome.Posted;
        var open = prepared.Documents.FirstOrDefault(document =>
            !ReadBackComparison.IsDone(prepared, document, Counterpart(document, oracle), isAnswered, facts.Holds)
        );
        return open is null
            ? Post(facts, prepared, oracle)
            : Submit(
                facts,
                $"Invoice {open.InvoiceNumber} is in Oracle with validation status '{Counterpart(open, oracle).ValidationStatus}'. "
                    + $"{facts.Message ?? "Ask accounts payable to clear its holds."} It will be checked again automatically."
            ) with
            {
                Finding =
                    facts.ReasonCode == LawReasons.PaymentHoldRefused.Wire && facts.Message is { } said
                        ? HoldFindings.Refused(prepared, open, said)
                        : null,
            };
    }

    // What was sent would be sent otherwise now, so it is only looked at: where nothing of it counts in Oracle, the new content may be sent.
    private static OutcomeDecision LookedAt(OutcomeFacts facts, PreparedInvoice prepared)
    {
        var made = FoundInvoices.Made(facts, prepared);
        var isComplete =
            facts.Outcome is SubmissionOutcome.Posted or SubmissionOutcome.Submitted
            && facts.ReadBack is { } oracle
            && FoundInvoices.FirstOfOthers(facts, prepared, oracle) is null
            && !facts.RecordIds.Except(made.Select(invoice => invoice.InvoiceId), StringComparer.Ordinal).Any();
        if (isComplete && made.Count > 0 && made.All(invoice => invoice.IsCancelled))
        {
            return Canceled(facts, prepared, made);
        }

        var isNothing = isComplete && made.Count == 0;
        return new OutcomeDecision
        {
            State = facts.Document.State,
            IsChange = true,
            IsNothingInOracle = isNothing,
            KeepsClaim = facts.Outcome == SubmissionOutcome.OnItsWay,
            ReasonCode = isNothing ? DocumentReasons.NotInOracle.Wire : facts.Document.ReasonText ?? "",
            Message = isNothing
                ? $"Invoice {prepared.InvoiceNumber} is not in Oracle. The document will be prepared again."
                : facts.Document.Message ?? "",
            ReadBack = made,
            ReleasedId = isNothing ? SequenceCheck.ReleasedRevision(facts.Document, facts.Others)?.Id : null,
        };
    }

    // A person canceled in Oracle what was not posted yet. Nothing of the document counts there any more, but Oracle keeps the numbers.
    private static OutcomeDecision Canceled(OutcomeFacts facts, PreparedInvoice prepared, IReadOnlyList<ReadBackInvoice> made)
    {
        var canceled = made.Where(invoice => invoice.IsCancelled).Select(invoice => invoice.InvoiceNumber).ToList();
        if (facts.RecordIds.Except(made.Select(invoice => invoice.InvoiceId), StringComparer.Ordinal).Any())
        {
            return NotReadBack(facts, prepared);
        }

        if (made.FirstOrDefault(invoice => !invoice.IsCancelled) is { } live)
        {
            return Stop(
                facts,
                new Refusal(
                    DocumentReasons.OracleDiffers,
                    $"Invoice {canceled[0]} was canceled in Oracle, and invoice {live.InvoiceNumber} of the same document was not. "
                        + $"Ask accounts payable to cancel {live.InvoiceNumber} too; the document can then be posted again."
                )
            );
        }

        return Stop(facts, CanceledInvoices.Waits(facts.Document, canceled)) with
        {
            ReadBack = [],
            IsNothingInOracle = true,
            CanceledNumbers = [.. facts.Document.CanceledNumbers.Union(canceled)],
            ReleasedId = SequenceCheck.ReleasedRevision(facts.Document, facts.Others)?.Id,
        };
    }

    private static ReadBackInvoice Counterpart(PayablesInvoice document, IReadOnlyList<ReadBackInvoice> oracle) =>
        oracle.First(invoice => invoice.InvoiceNumber == document.InvoiceNumber);

    private static OutcomeDecision NotReadBack(OutcomeFacts facts, PreparedInvoice prepared) =>
        facts.Outcome == SubmissionOutcome.Submitted
            ? Submit(facts, $"Invoice {prepared.InvoiceNumber} is in Oracle but has not been read back. It will be read again automatically.")
            : Stay(
                facts,
                DocumentReasons.ReadBackMissing.Wire,
                $"Invoice {prepared.InvoiceNumber} was reported as posted but has not been read back from Oracle. "
                    + "It will be read again automatically."
            );

    private static OutcomeDecision Post(OutcomeFacts facts, PreparedInvoice prepared, IReadOnlyList<ReadBackInvoice> oracle)
    {
        Invariant.Require(
            facts.Document.PreparationBaseId == facts.CommitmentBaseId,
            "A document becomes the base only from the base that it was prepared from."
        );
        foreach (var document in prepared.Documents.Where(document => document.Action == PayablesAction.Create))
        {
            var invoice = Counterpart(document, oracle);
            Residual.RequireZero(
                invoice.InvoiceAmount,
                invoice.Lines.Select(line => line.Amount),
                "The lines that Oracle posted add up to its invoice amount."
            );
        }

        return new OutcomeDecision
        {
            State = DocumentState.Posted,
            IsChange = true,
            BecomesBase = true,
            Message = Posted(prepared),
            ReadBack = oracle,
            ReversedId = facts.ReversedId,
            ReleasedId = SequenceCheck.Released(facts.Document, facts.Others)?.Id,
        };
    }

    private static string Posted(PreparedInvoice prepared) =>
        prepared.Documents.Count switch
        {
            0 => $"Invoice {prepared.InvoiceNumber} is recorded as posted. No amount changed, so nothing was sent to Oracle.",
            1 when prepared.Documents[0].Action == PayablesAction.Create => $"Invoice {prepared.Documents[0].InvoiceNumber} is posted in Oracle with "
                + $"{Sentence.Amount(prepared.Documents[0].Amount)} {prepared.Currency}, as prepared.",
            _ => $"{string.Join(", ", prepared.Documents.Select(Done))} in {prepared.Currency}, as prepared.",
        };

    private static string Done(PayablesInvoice document) =>
        $"{(document.Action == PayablesAction.Cancel ? "canceled" : "posted")} {document.InvoiceNumber} {Sentence.Amount(document.Amount)}";

    private static Refusal Differs(PreparedInvoice prepared, IReadOnlyCollection<string> differences)
    {
        var rest = differences.Count - DifferencesMax;
        var more = rest > 0 ? Sentence.Of($" and {rest} more differences") : "";
        return new Refusal(
            DocumentReasons.OracleDiffers,
            $"Invoice {prepared.InvoiceNumber} in Oracle differs from what was prepared: "
                + $"{string.Join(" ", differences.Take(DifferencesMax))}{more} Ask accounts payable to correct or cancel it in Oracle."
        );
    }

    // Of an invoice that is not ours nothing is written to the document. What was sent before may be in Oracle all the same: it stays sent.
    private static OutcomeDecision Taken(OutcomeFacts facts, PreparedInvoice prepared, IReadOnlyCollection<ReadBackInvoice> oracle, Refusal refusal)
    {
        var ours = FoundInvoices.Ours(facts, prepared, oracle);
        var isNothing = ours.Count == 0 && !FoundInvoices.MayBeOurs(facts, prepared, oracle);
        return Stop(facts, refusal) with
        {
            ReadBack = ours,
            IsNothingInOracle = isNothing,

            // No one can give a reversal another number, so it takes the next one itself.
            CanceledNumbers =
                isNothing && facts.Document.Type == DocumentKind.Reversal
                    ? [.. facts.Document.CanceledNumbers.Union(FoundInvoices.TakenNumbers(facts, prepared, oracle))]
                    : [],
            ReleasedId = isNothing ? SequenceCheck.ReleasedRevision(facts.Document, facts.Others)?.Id : null,
        };
    }

    private static OutcomeDecision Stop(OutcomeFacts facts, Refusal refusal) =>
        new()
        {
            State = refusal.State == StopState.Held ? DocumentState.Held : DocumentState.Refused,
            IsChange = true,
            ReasonCode = refusal.WireCode,
            Message = refusal.Sentence,
            ReadBack = facts.ReadBack ?? [],
        };

    private static OutcomeDecision Submit(OutcomeFacts facts, string message) =>
        new()
        {
            State = DocumentState.Submitted,
            IsChange = true,
            ReasonCode = IsCode(facts.ReasonCode) ? facts.ReasonCode! : "",
            Message = message,
            ReadBack = facts.ReadBack ?? [],
        };

    private static OutcomeDecision Stay(OutcomeFacts facts, string code, string message) =>
        new()
        {
            State = facts.Document.State,
            IsChange = false,
            ReasonCode = code,
            Message = message,
        };

    private static bool IsCode(string? text) =>
        !string.IsNullOrEmpty(text) && text!.Length <= 100 && text.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
