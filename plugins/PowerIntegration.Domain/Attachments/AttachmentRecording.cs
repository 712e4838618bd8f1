using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Attachments;

/// <summary>What one try to attach a document's files changes. The document stays posted, whatever happens here.</summary>
public sealed record AttachmentRecording
{
    /// <summary>The results that change a row; what is attached or withdrawn stays so.</summary>
    public required IReadOnlyList<AttachmentResult> Changes { get; init; }

    /// <summary>Files that are tried again.</summary>
    public required int Waiting { get; init; }

    /// <summary>Files that need a person.</summary>
    public required int NotSent { get; init; }

    /// <summary>What a person should know: at most one finding for each cause.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="document">What people call the document.</param>
    /// <param name="before">Its files.</param>
    /// <param name="results">What was tried.</param>
    public static AttachmentRecording Of(string document, IReadOnlyList<StoredAttachment> before, IReadOnlyList<AttachmentResult> results)
    {
        var open = before.Where(file => !file.IsFinal).ToDictionary(file => file.Id);
        var changes = results.Where(result => open.ContainsKey(result.Id)).ToList();
        foreach (var change in changes)
        {
            open[change.Id] = new StoredAttachment(change.Id, change.State, change.Reason);
        }

        // What was not tried yet failed at nothing. A finding reads the same whatever the order of the rows.
        var files = open.Values.OrderBy(file => file.Reason, StringComparer.Ordinal).ToList();
        var unfinished = files.Where(file => file.State == AttachmentState.Waiting && file.Reason is not null).ToList();
        var stopped = files.Where(file => file.State == AttachmentState.NotSent).ToList();
        return new AttachmentRecording
        {
            Changes = changes,
            Waiting = files.Count(file => file.State == AttachmentState.Waiting),
            NotSent = stopped.Count,
            Findings =
            [
                .. Of(FindingKind.AttachmentsNotSent, OwnerRole.AccountsPayable, document, stopped),
                .. Of(FindingKind.AttachmentsUnfinished, OwnerRole.IntegrationAdministrator, document, unfinished),
            ],
        };
    }

    private static IEnumerable<Finding> Of(FindingKind kind, OwnerRole owner, string document, List<StoredAttachment> files)
    {
        if (files.Count == 0)
        {
            yield break;
        }

        var more = files.Count == 1 ? "" : Sentence.Of($" {Sentence.Count(files.Count - 1, "more file")} of the document cannot be attached either.");
        yield return new Finding
        {
            Kind = kind,
            Severity = FindingSeverity.Warning,
            Owner = owner,
            Sentence = Sentence.Of($"{document} is posted. {files[0].Reason}{more}"),
            NextStep =
                kind == FindingKind.AttachmentsNotSent
                    ? "Correct the file in Procore or attach it in Oracle. What is corrected in Procore is attached automatically."
                    : "It will be tried again automatically. If it keeps failing, check the connections to Procore and Oracle.",
        };
    }
}
