using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Sends one prepared document, once: load, claim, send, record. Repeating the call is safe in every state.</summary>
internal sealed partial class DocumentSubmission(
    SendableDocuments documents,
    IEnumerable<ITarget> targets,
    DocumentClaims claims,
    TargetSending sending,
    OutcomeRecorder recorder,
    TimeProvider clock,
    ILogger<DocumentSubmission> logger
)
{
    /// <summary>Reason code of a record that the target system has and did not finish.</summary>
    public const string NotValidated = "oracle-not-validated";

    /// <summary>Submits; see the class.</summary>
    public async Task<SubmittedDocument> SubmitAsync(Guid documentId, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope("Document {DocumentId}", documentId);
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var document = await documents.FindAsync(documentId, cancellationToken);
        if (document.State == DocumentState.Posted)
        {
            return AlreadyPosted(document);
        }

        var target = targets.FirstOrDefault(target => target.Takes(document.Type)) ?? throw SendableDocuments.NotSendable(document);
        SendableDocuments.RequireSendable(document);
        var parts = target.PartsOf(document);
        var payload = PayloadOf(document, parts);
        var (alike, failure) = payload is null ? (null, null) : await AlikeAsync(target, document, parts, budget, cancellationToken);
        if (await claims.TakeAsync(document, payload, alike, cancellationToken) is not { } claimed)
        {
            return AlreadyPosted(await documents.FindAsync(documentId, cancellationToken));
        }

        Log.Claimed(logger, claimed.Claim);

        // From here on the caller's patience does not matter: to stop between create and record would leave the outcome open. The budget bounds it.
        var result = await SendAsync(target, claimed, parts, budget, failure);
        var answer = await RecordAsync(claimed, result);
        Log.Ended(logger, answer.State, answer.ReasonCode);
        return answer;
    }

    // What is in the target system already is only looked at.
    private static string? PayloadOf(SendableDocument document, IReadOnlyList<TargetPart> parts) =>
        document.State == DocumentState.Submitted || parts.All(part => !part.IsMade)
            ? null
            : string.Join("\n", parts.Select(part => part.Payload).OfType<string>());

    // Where the system cannot be asked whether it has the bill already, nothing is sent; the cause is recorded under the claim like any other.
    private static async Task<(string? Alike, IntegrationException? Failure)> AlikeAsync(
        ITarget target,
        SendableDocument document,
        IReadOnlyList<TargetPart> parts,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (document.SentOn is not null)
        {
            return (null, null);
        }

        try
        {
            return (await target.AlikeAsync(document, parts, budget, cancellationToken), null);
        }
        catch (IntegrationException failure)
        {
            return (null, failure);
        }
    }

    private async Task<SendResult> SendAsync(
        ITarget target,
        ClaimedDocument claimed,
        IReadOnlyList<TargetPart> parts,
        CallBudget budget,
        IntegrationException? failure
    )
    {
        if (failure is RemoteUnavailableException or RemoteThrottledException)
        {
            return new SendResult.Pending(failure.Kind.Code, failure.Message, IsOnItsWay: false, []);
        }

        try
        {
            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            return await sending.SendAsync(target, claimed, parts, budget, CancellationToken.None);
        }
        catch (IntegrationException refused)
        {
            // Refused before anything was sent, by a rule that waiting does not change.
            Log.Stopped(logger, refused.Kind.Code);
            await RecordEarlyEndAsync(claimed, refused.Kind.Code, refused.Message, isOnItsWay: false, []);
            throw;
        }
    }

    private async Task<SubmittedDocument> RecordAsync(ClaimedDocument claimed, SendResult result)
    {
        switch (result)
        {
            case SendResult.InTarget there:
                var isDone = there.Records.All(record => record.IsDone);
                return Answer(
                    claimed,
                    await recorder.RecordAsync(
                        claimed,
                        new OutcomeReport(
                            isDone ? SubmissionOutcome.Posted : SubmissionOutcome.Submitted,
                            ReadBackOf(there.Records),
                            sending.Answers,
                            isDone ? null : there.Code ?? NotValidated,
                            isDone ? null : there.Remark
                        ),
                        CancellationToken.None
                    ),
                    there.Records
                );
            case SendResult.Taken taken:
                return Answer(
                    claimed,
                    await recorder.RecordAsync(
                        claimed,
                        new OutcomeReport(
                            SubmissionOutcome.Submitted,
                            ReadBackOf([.. taken.Ours, taken.Other]),
                            sending.Answers,
                            DocumentReasons.NumberTaken.Wire,
                            null
                        ),
                        CancellationToken.None
                    ),
                    taken.Ours
                );
            case SendResult.Refused refused:
                return Answer(
                    claimed,
                    await recorder.RecordAsync(
                        claimed,
                        new OutcomeReport(
                            SubmissionOutcome.Refused,
                            refused.Records.Count == 0 ? null : ReadBackOf(refused.Records),
                            sending.Answers,
                            DocumentReasons.OracleRefused.Wire,
                            $"Oracle refused {refused.Part.Name}: {refused.Sentence} Correct the cause, then prepare the document again."
                        ),
                        CancellationToken.None
                    ),
                    refused.Records
                );
            case SendResult.TurnedAway turnedAway:
                await RecordEarlyEndAsync(claimed, turnedAway.Kind.Code, turnedAway.Sentence, isOnItsWay: false, turnedAway.Records);
                return turnedAway.Kind == ProblemCatalog.OracleAccessRefused
                    ? throw new IntegrationException(turnedAway.Kind, turnedAway.Sentence)
                    : Unfinished(claimed, turnedAway.Kind.Code, turnedAway.Sentence);
            case SendResult.Pending pending:
                // What was answered without a result, such as a cancellation that took too long, may have taken effect.
                await RecordEarlyEndAsync(
                    claimed,
                    pending.ReasonCode,
                    pending.Sentence,
                    pending.IsOnItsWay,
                    pending.Records,
                    mayHaveChanged: sending.Answers is not null
                );
                return Unfinished(claimed, pending.ReasonCode, pending.Sentence);
            default:
                throw new InvalidOperationException($"A submission cannot end as {result.GetType().Name}.");
        }
    }

    private Task<RecordedOutcome> RecordEarlyEndAsync(
        ClaimedDocument claimed,
        string code,
        string sentence,
        bool isOnItsWay,
        IReadOnlyList<Found> records,
        bool mayHaveChanged = false
    )
    {
        var isNothingThere = claimed.SentBefore is null && claimed.RecordIds.Count == 0 && records.Count == 0 && !mayHaveChanged;
        var outcome =
            isOnItsWay ? SubmissionOutcome.OnItsWay
            : isNothingThere ? SubmissionOutcome.NotSent
            : SubmissionOutcome.Open;
        return recorder.RecordAsync(
            claimed,
            new OutcomeReport(outcome, records.Count == 0 ? null : ReadBackOf(records), sending.Answers, code, sentence),
            CancellationToken.None
        );
    }

    private static string ReadBackOf(IEnumerable<Found> records) => JsonText.WriteList(records.Select(record => record.ReadBack));

    private static SubmittedDocument Answer(ClaimedDocument claimed, RecordedOutcome outcome, IReadOnlyList<Found> records) =>
        new(
            claimed.Document.Id,
            outcome.State,
            outcome.ReasonCode,
            outcome.Message,
            Joined(records, record => record.Id),
            Joined(records, record => record.Number),
            AmountOf(records) ?? claimed.Document.Amount,
            claimed.Document.Currency,
            outcome.ReleasedDocuments,
            outcome.ReleasedAmount,
            claimed.Document.AttachmentsWaiting
        );

    private static string? Joined(IReadOnlyList<Found> records, Func<Found, string> value) =>
        records.Count == 0 ? null : RecordIds.Write(records.Select(value));

    private static decimal? AmountOf(IReadOnlyList<Found> records) =>
        records.Count == 0 || records.Any(record => record.Amount is null) ? null : records.Sum(record => record.Amount);

    private static SubmittedDocument Unfinished(ClaimedDocument claimed, string code, string sentence) =>
        new(
            claimed.Document.Id,
            SubmittedDocument.PendingState,
            code,
            sentence,
            claimed.Document.OracleInvoiceId,
            claimed.Document.OracleInvoiceNumber,
            claimed.Document.Amount,
            claimed.Document.Currency,
            ReleasedDocuments: 0,
            ReleasedAmount: 0m,
            claimed.Document.AttachmentsWaiting
        );

    private static SubmittedDocument AlreadyPosted(SendableDocument document) =>
        new(
            document.Id,
            nameof(DocumentState.Posted),
            null,
            $"{document.Name} is already posted. Nothing was sent.",
            document.OracleInvoiceId,
            document.OracleInvoiceNumber,
            document.Amount,
            document.Currency,
            ReleasedDocuments: 0,
            ReleasedAmount: 0m,
            document.AttachmentsWaiting
        );

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Claimed as {Claim}")]
        public static partial void Claimed(ILogger logger, string claim);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Submission ends as {State} {ReasonCode}")]
        public static partial void Ended(ILogger logger, string state, string? reasonCode);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Submission stops with {Code}")]
        public static partial void Stopped(ILogger logger, string code);
    }
}
