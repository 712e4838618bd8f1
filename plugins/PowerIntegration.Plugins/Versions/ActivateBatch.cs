using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// Activates every draft of a batch, or none of them, as the caller, who contributed to none. Called without a hash it returns the hash of the batch
/// and what it holds, and activates nothing.
/// </summary>
[CustomApi(
    VersionMessages.ActivateBatch,
    Gates.ActivateBatch,
    "Activates all drafts of an import as the caller, who passes the hash of the batch that was reviewed. "
        + "Refused if the caller entered or changed one of the drafts, or if one of them cannot be activated."
)]
[CustomApiInput("Batch", CustomApiFieldType.String, "Name of the batch, as its drafts carry it.")]
[CustomApiInput(
    "ContentHash",
    CustomApiFieldType.String,
    "Hash of the batch that was reviewed. If a draft changed, came or went since, nothing is activated. Leave empty to get the hash only.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Activated, Shown or Refused.")]
[CustomApiOutput("ContentHash", CustomApiFieldType.String, "Hash of the batch: of the hashes of its drafts.")]
[CustomApiOutput("DraftCount", CustomApiFieldType.Integer, "Number of drafts in the batch.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason it cannot be activated; empty if it can.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what the batch holds or what happened, and what to do next.")]
public sealed class ActivateBatch : PluginShell
{
    // So many fit into the two minutes that the platform gives a plug-in.
    private const int DraftsMax = 1000;

    private const int ShownMax = 100000;

    private protected override string ChangedMeanwhile => "A version changed while the batch was being activated.";

    private protected override void Run(PluginCall call)
    {
        var batch = call.Input<string>("Batch");
        var service = call.SystemService();
        var reviews = Read(service, batch);
        var drafts = reviews.Sum(part => part.Value.Count);
        call.Output("DraftCount", drafts);
        if (Size(batch, drafts) is { } unusable)
        {
            Answer(call, "Refused", "", unusable);
            return;
        }

        var entries = reviews.SelectMany(part => part.Value).Select(review => review.Entry).ToList();
        var hash = VersionHash.OfBatch(entries.Select(entry => entry.Hash));
        var problems = new RefusalList();
        foreach (var part in reviews)
        {
            problems.Add(part.Value.SelectMany(review => review.Problems()));
            problems.Add(VersionActivation.ReplacedTwice(part.Value.Select(review => review.Entry)));
            problems.Add(VersionUse.Problems(service, part.Key, [.. part.Value.Select(review => review.Draft)]));
        }

        if (call.OptionalText("ContentHash") is not { Length: > 0 } reviewed)
        {
            // What waits comes first, for the rows of a large batch are cut.
            var words = Sentence.Lines(
                [.. new[] { Freed(service, reviews) }.OfType<string>(), .. reviews.SelectMany(part => part.Value).Select(review => review.Words())],
                ShownMax
            );
            Answer(call, problems.IsEmpty ? "Shown" : "Refused", hash, problems.First(), words);
            return;
        }

        var caller = call.Person();
        problems.Add(entries.Select(entry => VersionActivation.SecondPerson(entry, caller)).OfType<Refusal>());
        problems.Add(VersionActivation.ChangedMeanwhile($"Batch {batch}", hash, reviewed));
        if (problems.First() is { } refusal)
        {
            Answer(call, "Refused", hash, refusal);
            return;
        }

        var freed = Freed(service, reviews);
        foreach (var part in reviews)
        {
            var writer = new VersionWriter(call.CallerService(), part.Key, caller, call.Context.OperationCreatedOn);
            foreach (var review in part.Value)
            {
                writer.Activate(review.Draft, review.Replaced);
            }
        }

        Answer(
            call,
            "Activated",
            hash,
            null,
            $"{Sentence.Count(drafts, "version")} of batch {batch} activated by {caller}."
                + (freed is null ? "" : $" {freed} The next sweep goes on.")
        );
    }

    private static string? Freed(IOrganizationService service, IReadOnlyList<KeyValuePair<VersionedTable, List<VersionReview>>> reviews)
    {
        var rules = reviews
            .Where(part => part.Key.LogicalName == WbsMappingRuleTable.LogicalName)
            .SelectMany(part => part.Value)
            .Select(review => review.Draft)
            .ToList();
        return rules.Count == 0 ? null : MappingEffects.Freed(service, rules);
    }

    // The locks of all tables come before those of commitments, and what was read before a lock may be outdated.
    private static List<KeyValuePair<VersionedTable, List<VersionReview>>> Read(IOrganizationService service, string batch)
    {
        var tables = VersionedTables.All.Where(table => VersionReader.Batch(service, table, batch).Count > 0).ToList();
        tables.ForEach(table => VersionLock.Take(service, table));
        var drafts = tables.ToDictionary(table => table.LogicalName, table => VersionReader.Batch(service, table, batch), StringComparer.Ordinal);
        tables.ForEach(table => drafts[table.LogicalName].ToList().ForEach(draft => VersionLock.TakeCommitment(service, table, draft)));
        return
        [
            .. tables.Select(table => new KeyValuePair<VersionedTable, List<VersionReview>>(
                table,
                [.. drafts[table.LogicalName].Select(draft => new VersionReview(service, table, draft))]
            )),
        ];
    }

    private static Refusal? Size(string batch, int drafts) =>
        drafts == 0
            ? new Refusal(
                SharedReasons.InputUnusable,
                $"Batch {Sentence.Quoted(batch)} has no drafts. Check the name; a batch that is active already has none."
            )
        : drafts > DraftsMax
            ? new Refusal(
                SharedReasons.InputUnusable,
                $"Batch {Sentence.Quoted(batch)} has {drafts} drafts; at most {DraftsMax} are activated at once. Divide it into several batches."
            )
        : null;

    private static void Answer(PluginCall call, string state, string hash, Refusal? refusal, string words = "")
    {
        call.Output("State", state);
        call.Output("ContentHash", hash);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? words);
    }
}
