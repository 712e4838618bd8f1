using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>One try of one document, under its claim.</summary>
internal sealed partial class AttachmentRun(
    PostedDocument document,
    ITarget target,
    IReadOnlyList<TargetFiles> places,
    ProcoreFiles procore,
    AttachmentOptions options,
    CallBudget budget,
    ILogger logger
)
{
    private readonly AttachmentLimits limits = options.Limits;
    private long attachedBytes = document.Files.Where(file => file.Stored.State == AttachmentState.Sent).Sum(file => file.Size);

    public async Task<IReadOnlyList<AttachmentResult>> ResultsAsync(IReadOnlyList<PostedFile> open, IReadOnlyDictionary<string, SourceFile> listed)
    {
        var results = new List<AttachmentResult>();
        var sent = new List<SentFile>();
        foreach (var file in open)
        {
            if (Attached(file, places) is { } there)
            {
                results.Add(there);
                attachedBytes += there.Size ?? 0;
            }
            else if (!listed.TryGetValue(file.ProcoreId, out var source))
            {
                results.Add(AttachmentResult.Withdrawn(file.Id));
            }
            else
            {
                var end = await TryAsync(file, source);
                if (end.Sent is { } made)
                {
                    sent.Add(made);
                }
                else
                {
                    results.Add(end.Result!);
                }
            }
        }

        return sent.Count == 0 ? results : [.. results, .. await ReadBackAsync(sent)];
    }

    private async Task<TryEnd> TryAsync(PostedFile file, SourceFile source)
    {
        try
        {
            return AttachmentRules.OfName(source.Name, limits) is { } refusal ? Stopped(file, refusal) : await AttachAsync(file, source);
        }
        catch (BudgetSpentException)
        {
            return Stopped(file, NotReached(source.Name));
        }
        catch (IntegrationException failure)
        {
            Log.Failed(logger, failure, failure.Kind.Code);
            return Stopped(file, new Refusal(AttachmentReasons.NotRead, failure.Message));
        }
    }

    private async Task<TryEnd> AttachAsync(PostedFile file, SourceFile source)
    {
        if (budget.Exhausted)
        {
            return Stopped(file, NotReached(source.Name));
        }

        var downloaded = await procore.ReadAsync(source.Name, source.Address, limits.FileBytesMax, budget, CancellationToken.None);
        var refusal = downloaded.Content is not { } bytes
            ? AttachmentRules.TooLarge(source.Name, downloaded.Size, limits)
            : AttachmentRules.OfContent(source.Name, bytes, downloaded.IsPage, attachedBytes, limits);
        if (refusal is not null)
        {
            return Stopped(file, refusal);
        }

        var content = downloaded.Content!;
        var mark = new AttachmentMark(content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var outgoing = new OutgoingFile(source.Name, source.ContentType, options.Category, mark.Describe(document.Key, file.ProcoreId), content);
        attachedBytes += content.Length;
        string? said = null;
        foreach (var place in places.Where(place => Find(file, place.Files) is null))
        {
            switch (await target.AttachAsync(place.Record, outgoing, budget, CancellationToken.None))
            {
                case WriteAnswer.Refused refused:
                    return Stopped(
                        file,
                        new Refusal(
                            AttachmentReasons.RefusedByOracle,
                            $"Oracle refused file '{source.Name}': {refused.Sentence} Attach it in Oracle, or ask the Oracle administrator."
                        )
                    );
                case WriteAnswer.TurnedAway turnedAway:
                    return new TryEnd(AttachmentResult.Failed(file.Id, turnedAway.Kind.Code, turnedAway.Sentence), null);
                case WriteAnswer.Unknown unknown:
                    said = unknown.Sentence;
                    break;
            }
        }

        return new TryEnd(null, new SentFile(file, said));
    }

    // What Oracle shows counts, not what it answered: an answer may be lost, and a creation may come to nothing.
    private async Task<IEnumerable<AttachmentResult>> ReadBackAsync(IReadOnlyList<SentFile> sent)
    {
        try
        {
            var shown = new List<TargetFiles>();
            foreach (var place in places)
            {
                shown.Add(place with { Files = await target.FilesOfAsync(place.Record, budget, CancellationToken.None) });
            }

            return sent.Select(file => Attached(file.File, shown) ?? AttachmentResult.Stopped(file.File.Id, NotShown(file)));
        }
        catch (IntegrationException failure)
        {
            return sent.Select(file => AttachmentResult.Failed(file.File.Id, failure.Kind.Code, failure.Message));
        }
    }

    // Attached where every invoice of the document has it.
    private AttachmentResult? Attached(PostedFile file, IReadOnlyList<TargetFiles> where)
    {
        var found = where.Select(place => Find(file, place.Files)).ToList();
        return found.Count > 0 && found.TrueForAll(one => one is not null)
            ? AttachmentResult.Sent(
                file.Id,
                AttachmentMark.Find(found[0]!.Description, document.Key, file.ProcoreId)!,
                RecordIds.Write(found.Select(one => one!.Id))
            )
            : null;
    }

    private TargetFile? Find(PostedFile file, IEnumerable<TargetFile> files) =>
        files.FirstOrDefault(one => AttachmentMark.Find(one.Description, document.Key, file.ProcoreId) is not null);

    private static TryEnd Stopped(PostedFile file, Refusal refusal) => new(AttachmentResult.Stopped(file.Id, refusal), null);

    private static Refusal NotReached(string name) =>
        new(
            AttachmentReasons.NotReached,
            $"File '{name}' was not attached because the {CallBudget.Operation.TotalSeconds:0} seconds of one call were used up. "
                + "It will be tried again automatically."
        );

    private static Refusal NotShown(SentFile sent) =>
        new(
            AttachmentReasons.NotShown,
            $"File '{sent.File.Name}' was sent, but Oracle does not show it.{(sent.Said is null ? "" : " " + sent.Said)} "
                + "It will be looked up again automatically."
        );

    private sealed record SentFile(PostedFile File, string? Said);

    private sealed record TryEnd(AttachmentResult? Result, SentFile? Sent);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "One file is not attached: {Code}")]
        public static partial void Failed(ILogger logger, Exception failure, string code);
    }
}
