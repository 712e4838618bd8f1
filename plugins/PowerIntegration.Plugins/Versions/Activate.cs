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
/// Activates a draft as the caller, who did not contribute to it. Called without a hash it returns the hash and what changes, and activates nothing;
/// the caller reviews it and passes that hash.
/// </summary>
[CustomApi(
    VersionMessages.Activate,
    Gates.Activate,
    "Activates a draft of versioned configuration as the caller, who passes the hash of the draft that was reviewed. "
        + "Refused for everyone who entered or changed the draft."
)]
[CustomApiInput("Table", CustomApiFieldType.String, "Logical name of the table, such as pint_commitmentterms.")]
[CustomApiInput("RowId", CustomApiFieldType.Guid, "Row ID of the draft.")]
[CustomApiInput(
    "ContentHash",
    CustomApiFieldType.String,
    "Hash of the draft that was reviewed. If the draft changed since, nothing is activated. Leave empty to get the hash and the changes only.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Activated, Shown or Refused.")]
[CustomApiOutput("ContentHash", CustomApiFieldType.String, "Hash of the draft; after activation, hash of the active version.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason it cannot be activated; empty if it can.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what changes or happened, and what to do next.")]
public sealed class Activate : PluginShell
{
    private protected override string ChangedMeanwhile => "The version changed while it was being activated.";

    private protected override void Run(PluginCall call)
    {
        var name = call.Input<string>("Table");
        var service = call.SystemService();
        if (VersionedTables.Find(name) is not { } table)
        {
            Answer(call, "Refused", "", new Refusal(SharedReasons.InputUnusable, $"Rows of '{name}' are not activated. Choose a versioned table."));
            return;
        }

        VersionLock.Take(service, table);
        if (VersionReader.Find(service, table, call.Input<Guid>("RowId")) is not { } draft)
        {
            Answer(
                call,
                "Refused",
                "",
                new Refusal(
                    SharedReasons.InputUnusable,
                    $"{Labels.Of(table.LogicalName)} {call.Input<Guid>("RowId")} does not exist. Choose a draft."
                )
            );
            return;
        }

        VersionLock.TakeCommitment(service, table, draft);
        var review = new VersionReview(service, table, draft);
        var problems = new RefusalList();
        problems.Add(review.Problems());
        problems.Add(VersionUse.Problems(service, table, [draft]));
        Decide(call, service, table, review, problems);
    }

    private static void Decide(PluginCall call, IOrganizationService service, VersionedTable table, VersionReview review, RefusalList problems)
    {
        var entry = review.Entry;
        if (call.OptionalText("ContentHash") is not { Length: > 0 } reviewed)
        {
            var words = Freed(service, table, review) is { } waiting ? review.Words() + "\n" + waiting : review.Words();
            Answer(call, problems.IsEmpty ? "Shown" : "Refused", entry.Hash, problems.First(), words);
            return;
        }

        var caller = call.Person();
        problems.Add(VersionActivation.SecondPerson(entry, caller));
        problems.Add(VersionActivation.ChangedMeanwhile(entry.Name, entry.Hash, reviewed));
        if (problems.First() is { } refusal)
        {
            Answer(call, "Refused", entry.Hash, refusal);
            return;
        }

        var freed = Freed(service, table, review);
        var hash = new VersionWriter(call.CallerService(), table, caller, call.Context.OperationCreatedOn).Activate(review.Draft, review.Replaced);
        Answer(
            call,
            "Activated",
            hash,
            null,
            $"{entry.Name} was activated by {caller}." + (freed is null ? "" : $" {freed} The next sweep goes on.")
        );
    }

    private static string? Freed(IOrganizationService service, VersionedTable table, VersionReview review) =>
        table.LogicalName == WbsMappingRuleTable.LogicalName ? MappingEffects.Freed(service, [review.Draft]) : null;

    private static void Answer(PluginCall call, string state, string hash, Refusal? refusal, string words = "")
    {
        call.Output("State", state);
        call.Output("ContentHash", hash);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? words);
    }
}
