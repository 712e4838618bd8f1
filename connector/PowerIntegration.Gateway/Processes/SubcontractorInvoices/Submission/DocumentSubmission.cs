using Microsoft.Extensions.Logging;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Submission;

/// <summary>Sends one prepared document, once: load, check, claim, send, record. Repeating the call is harmless in every state.</summary>
internal sealed partial class DocumentSubmission(
    SendableDocuments documents,
    DocumentClaims claims,
    InvoiceSending sending,
    EvidenceLog evidence,
    OutcomeRecorder recorder,
    TimeProvider clock,
    ILogger<DocumentSubmission> logger
)
{
    /// <summary>Reason code of an invoice that Oracle has and did not validate.</summary>
    public const string NotValidated = "oracle-not-validated";

    /// <summary>Reason code of an invoice that Oracle did not take.</summary>
    public const string OracleRefused = "oracle-refused";

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

        var prepared = await documents.FrozenAsync(document, cancellationToken);
        var claim = await claims.TakeAsync(document, cancellationToken);
        Log.Claimed(logger, claim);

        // From here on the caller's patience does not matter: to stop between create and record would leave the outcome open. The budget bounds it.
        var result = await SendAsync(document, prepared, claim, budget);
        var answer = await RecordAsync(document, prepared, result, claim);
        Log.Ended(logger, answer.State, answer.ReasonCode);
        return answer;
    }

    private async Task<SendResult> SendAsync(SendableDocument document, PreparedInvoice prepared, string claim, CallBudget budget)
    {
        try
        {
            return await sending.SendAsync(document, prepared, claim, budget, CancellationToken.None);
        }
        catch (IntegrationException refused) when (refused is not RemoteUnavailableException and not RemoteThrottledException)
        {
            // Refused before anything was created, by a rule that waiting does not change.
            Log.Stopped(logger, refused.Kind.Code);
            await claims.ReleaseAsync(document, CancellationToken.None);
            throw;
        }
    }

    private async Task<SubmittedDocument> RecordAsync(SendableDocument document, PreparedInvoice prepared, SendResult result, string claim)
    {
        switch (result)
        {
            case SendResult.InOracle found:
                return await RecordInvoiceAsync(document, prepared, found, claim);
            case SendResult.Refused refused:
                return await RecordRefusalAsync(document, prepared, refused, claim);
            case SendResult.TurnedAway turnedAway:
                await claims.ReleaseAsync(document, CancellationToken.None);
                return turnedAway.Kind == ProblemCatalog.OracleAccessRefused
                    ? throw new IntegrationException(turnedAway.Kind, turnedAway.Sentence)
                    : Unfinished(document, prepared, turnedAway.Kind.Code, turnedAway.Sentence);
            case SendResult.Pending pending:
                if (!pending.MayBeOnItsWay)
                {
                    await claims.ReleaseAsync(document, CancellationToken.None);
                }

                return Unfinished(document, prepared, pending.ReasonCode, pending.Sentence);
            default:
                throw new InvalidOperationException($"A submission cannot end as {result.GetType().Name}.");
        }
    }

    private async Task<SubmittedDocument> RecordInvoiceAsync(
        SendableDocument document,
        PreparedInvoice prepared,
        SendResult.InOracle found,
        string claim
    )
    {
        var readBack = await ReadBackAsync(document, found.Invoices, claim);
        var isDone =
            found.Invoices.Count == prepared.Documents.Count
            && prepared.Documents.Zip(found.Invoices).All(pair => OracleReading.IsDone(pair.First, pair.Second));
        var outcome = await recorder.RecordAsync(
            document,
            isDone ? OutcomeRecorder.Posted : OutcomeRecorder.Submitted,
            readBack,
            isDone ? null : NotValidated,
            isDone ? null : found.Remark,
            CancellationToken.None
        );
        return await ClosedAsync(document, prepared, outcome, found.Invoices);
    }

    private async Task<SubmittedDocument> RecordRefusalAsync(
        SendableDocument document,
        PreparedInvoice prepared,
        SendResult.Refused refused,
        string claim
    )
    {
        var readBack = refused.Taken.Count == 0 ? null : await ReadBackAsync(document, refused.Taken, claim);
        var outcome = await recorder.RecordAsync(
            document,
            OutcomeRecorder.Refused,
            readBack,
            OracleRefused,
            $"Oracle refused invoice {refused.InvoiceNumber}: {refused.Sentence} Correct the cause, then prepare the document again.",
            CancellationToken.None
        );
        return await ClosedAsync(document, prepared, outcome, refused.Taken);
    }

    private async Task<string> ReadBackAsync(SendableDocument document, IReadOnlyList<OracleInvoiceWire> invoices, string claim)
    {
        var readBack = ReadBackJson.Of(invoices);
        if (invoices.Count > 0)
        {
            await evidence.AddAsync(document, EvidenceKindChoice.ReadBack, readBack, claim, CancellationToken.None);
        }

        return readBack;
    }

    // A posted document takes no further change and needs no claim; any other is free for the next call at once.
    private async Task<SubmittedDocument> ClosedAsync(
        SendableDocument document,
        PreparedInvoice prepared,
        RecordedOutcome outcome,
        IReadOnlyList<OracleInvoiceWire> invoices
    )
    {
        if (outcome.State != nameof(DocumentState.Posted))
        {
            await claims.ReleaseAsync(document, CancellationToken.None);
        }

        return new SubmittedDocument(
            document.Id,
            outcome.State,
            outcome.ReasonCode,
            outcome.Message,
            Joined(invoices, invoice => invoice.InvoiceId),
            Joined(invoices, invoice => invoice.InvoiceNumber),
            AmountOf(invoices) ?? prepared.PayableAmount,
            prepared.Currency
        );
    }

    private static string? Joined(IReadOnlyList<OracleInvoiceWire> invoices, Func<OracleInvoiceWire, string?> value) =>
        invoices.Count == 0 ? null : string.Join(", ", invoices.Select(value));

    private static decimal? AmountOf(IReadOnlyList<OracleInvoiceWire> invoices)
    {
        var amounts = invoices.Select(OracleReading.AmountOf).ToList();
        return amounts.Count == 0 || amounts.Contains(null) ? null : amounts.Sum();
    }

    private static SubmittedDocument Unfinished(SendableDocument document, PreparedInvoice prepared, string code, string sentence) =>
        new(
            document.Id,
            SubmittedDocument.PendingState,
            code,
            sentence,
            document.OracleInvoiceId,
            document.OracleInvoiceNumber,
            prepared.PayableAmount,
            prepared.Currency
        );

    private static SubmittedDocument AlreadyPosted(SendableDocument document) =>
        new(
            document.Id,
            nameof(DocumentState.Posted),
            null,
            $"{document.Name} was posted before; nothing was sent.",
            document.OracleInvoiceId,
            document.OracleInvoiceNumber,
            document.Amount,
            document.Currency
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
