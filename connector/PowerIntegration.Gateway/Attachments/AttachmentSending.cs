using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>
/// Attaches the files of a posted document to the invoices that it made, each once: claim, list both sides, attach what is missing, read back,
/// record. Oracle has no idempotency key, so a file carries our mark there and is looked up before it is sent. Whatever fails is recorded on the
/// file and as a finding; the document stays posted. Repeating the call is safe.
/// </summary>
internal sealed partial class AttachmentSending(
    PostedDocuments documents,
    IEnumerable<ISource> sources,
    IEnumerable<ITarget> targets,
    ProcoreFiles procore,
    AttachmentRecorder recorder,
    IClaimIds ids,
    IOptions<AttachmentOptions> options,
    TimeProvider clock,
    ILogger<AttachmentSending> logger
)
{
    /// <summary>Attaches; see the class.</summary>
    public async Task<AttachedFiles> SendAsync(Guid documentId, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope("Document {DocumentId}", documentId);
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var document = await documents.FindAsync(documentId, cancellationToken);
        var open = document.Open;
        if (open.Count == 0)
        {
            return Nothing(document, $"{document.Name} has no files to attach.");
        }

        var claim = ids.Next();
        if (await recorder.ClaimAsync(document, claim, cancellationToken) is { } refusal)
        {
            return Nothing(document, refusal);
        }

        // From here on the caller's patience does not matter; the budget bounds it.
        var results = await ResultsAsync(document, open, budget);
        var answer = await recorder.RecordAsync(document, claim, results, CancellationToken.None);
        Log.Ended(logger, answer.Sent, answer.Waiting, answer.NotSent);
        return answer;
    }

    private static AttachedFiles Nothing(PostedDocument document, string message) => new(document.Id, 0, document.Open.Count, 0, message);

    private async Task<IReadOnlyList<AttachmentResult>> ResultsAsync(PostedDocument document, IReadOnlyList<PostedFile> open, CallBudget budget)
    {
        try
        {
            var source = sources.First(candidate => candidate.Records.Kind == document.Type);
            var target = targets.First(candidate => candidate.Takes(document.Type));
            var listed = await source.FilesAsync(document.ProjectId ?? "", document.ProcoreId ?? "", budget, CancellationToken.None);
            var places = new List<TargetFiles>();
            foreach (var record in document.OracleIds)
            {
                if (await target.FilesAsync(record, budget, CancellationToken.None) is not { } place)
                {
                    var missing = new Refusal(
                        AttachmentReasons.InvoiceMissing,
                        $"The files of {document.Name} cannot be attached because Oracle does not show its invoice (ID {record}). "
                            + "Check the invoice in Payables."
                    );
                    return [.. open.Select(file => AttachmentResult.Stopped(file.Id, missing))];
                }

                places.Add(place);
            }

            return await new AttachmentRun(document, target, places, procore, options.Value, budget, logger).ResultsAsync(
                open,
                listed.ToDictionary(file => file.Id)
            );
        }
        catch (IntegrationException failure)
        {
            Log.Failed(logger, failure, failure.Kind.Code);
            return [.. open.Select(file => AttachmentResult.Failed(file.Id, failure.Kind.Code, failure.Message))];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Information,
            Message = "Attachments: {Sent} attached, {Waiting} waiting, {NotSent} not attached"
        )]
        public static partial void Ended(ILogger logger, int sent, int waiting, int notSent);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Attaching stops with {Code}")]
        public static partial void Failed(ILogger logger, Exception failure, string code);
    }
}
