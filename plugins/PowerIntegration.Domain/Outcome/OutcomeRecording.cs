using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Outcome;

/// <summary>Decides what a submission came to. What Oracle says counts, not what is reported of it.</summary>
public static class OutcomeRecording
{
    /// <summary>Most differences that a sentence lists.</summary>
    public const int DifferencesMax = 5;

    /// <summary>Decides. Recording the same outcome again changes nothing.</summary>
    public static OutcomeDecision Decide(OutcomeFacts facts)
    {
        var own = facts.Document;
        if (!DocumentStateMachine.MayRecordOutcome(own.State) || facts.Prepared is null)
        {
            return Settled(facts);
        }

        if (own.PayloadHash != facts.PayloadHash || PayloadHash.Of(facts.Prepared) != facts.PayloadHash)
        {
            return Stop(facts, new Refusal(
                Refusals.ReasonCode.PayloadDiffers,
                $"Invoice {facts.Prepared.InvoiceNumber} was sent with content other than the frozen one (hash {Sentence.Quoted(facts.PayloadHash)}). Compare the evidence with the preparation and correct the invoice in Oracle."));
        }

        return facts.Outcome == SubmissionOutcome.Refused ? RefusedByOracle(facts) : Created(facts, facts.Prepared);
    }

    private static OutcomeDecision Settled(OutcomeFacts facts)
    {
        var own = facts.Document;
        var isRepeat = own.State == DocumentState.Posted && own.PayloadHash == facts.PayloadHash && facts.Outcome != SubmissionOutcome.Refused;
        return isRepeat
            ? Stay(facts, "", "The document is already posted; nothing was changed.")
            : Stay(facts, ReasonCodes.ToWire(Refusals.ReasonCode.DocumentState), $"The document is {own.State}; no outcome can be recorded for it. Prepare it again, then submit it.");
    }

    private static OutcomeDecision RefusedByOracle(OutcomeFacts facts) => new()
    {
        State = DocumentState.Refused,
        IsChange = true,
        ReasonCode = IsCode(facts.ReasonCode) ? facts.ReasonCode! : ReasonCodes.ToWire(Refusals.ReasonCode.OracleRefused),
        Message = string.IsNullOrWhiteSpace(facts.Message)
            ? $"Oracle refused invoice {facts.Prepared!.InvoiceNumber} and gave no reason. Read the evidence, correct the cause and retry the document."
            : facts.Message!,
        ReleasedId = SequenceLock.ReleasedRevision(facts.Document, facts.Others)?.Id,
    };

    private static OutcomeDecision Created(OutcomeFacts facts, PreparedInvoice prepared)
    {
        if (facts.ReadBackProblem is { } problem)
        {
            return Stay(facts, problem.WireCode, problem.Sentence);
        }

        if (facts.ReadBack is not { } oracle)
        {
            return facts.Outcome == SubmissionOutcome.Submitted
                ? Submit(facts, $"Invoice {prepared.InvoiceNumber} is in Oracle and has not been read back. Submit the document again to finish it.")
                : Stay(
                    facts,
                    ReasonCodes.ToWire(Refusals.ReasonCode.ReadBackMissing),
                    $"Invoice {prepared.InvoiceNumber} is reported as posted without what Oracle says. Submit the document again, so that it is read back.");
        }

        var differences = ReadBackComparison.Differences(prepared, oracle);
        if (differences.Count > 0)
        {
            return Stop(facts, Differs(prepared, differences));
        }

        return ReadBackComparison.IsValidated(oracle)
            ? Post(facts, prepared, oracle)
            : Submit(facts, $"Invoice {prepared.InvoiceNumber} is in Oracle with validation status '{oracle.ValidationStatus}'. {facts.Message ?? "Clear its holds."} Then submit the document again.");
    }

    private static OutcomeDecision Post(OutcomeFacts facts, PreparedInvoice prepared, ReadBackInvoice oracle)
    {
        Residual.RequireZero(oracle.InvoiceAmount, oracle.Lines.Select(line => line.Amount), "The lines that Oracle posted add up to its invoice amount.");
        return new OutcomeDecision
        {
            State = DocumentState.Posted,
            IsChange = true,
            BecomesBase = true,
            Message = $"Invoice {prepared.InvoiceNumber} is posted in Oracle with {Sentence.Amount(oracle.InvoiceAmount)} {oracle.Currency}, as prepared.",
            ReadBack = oracle,
            ReleasedId = SequenceLock.Released(facts.Document, facts.Others)?.Id,
        };
    }

    private static Refusal Differs(PreparedInvoice prepared, IReadOnlyCollection<string> differences)
    {
        var rest = differences.Count - DifferencesMax;
        var more = rest > 0 ? Sentence.Of($" and {rest} more differences") : "";
        return new Refusal(
            Refusals.ReasonCode.OracleDiffers,
            $"Invoice {prepared.InvoiceNumber} in Oracle is not what was prepared: {string.Join(" ", differences.Take(DifferencesMax))}{more} Correct or cancel it in Oracle, then retry the document.");
    }

    private static OutcomeDecision Stop(OutcomeFacts facts, Refusal refusal) => new()
    {
        State = refusal.State == StopState.Held ? DocumentState.Held : DocumentState.Refused,
        IsChange = true,
        ReasonCode = refusal.WireCode,
        Message = refusal.Sentence,
        ReadBack = facts.ReadBack,
    };

    private static OutcomeDecision Submit(OutcomeFacts facts, string message) =>
        new() { State = DocumentState.Submitted, IsChange = true, ReasonCode = IsCode(facts.ReasonCode) ? facts.ReasonCode! : "", Message = message, ReadBack = facts.ReadBack };

    private static OutcomeDecision Stay(OutcomeFacts facts, string code, string message) =>
        new() { State = facts.Document.State, IsChange = false, ReasonCode = code, Message = message };

    private static bool IsCode(string? text) =>
        !string.IsNullOrEmpty(text) && text!.Length <= 100 && text.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
