using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// Ends every active version of a batch, or none of them. One person requests it with a reason; a second person confirms it by calling this with the
/// same last day and without a reason. What ends by that day anyway stays as it is, and what would begin later is superseded.
/// </summary>
[CustomApi(
    VersionMessages.SupersedeBatch,
    Gates.SupersedeBatch,
    "Ends all active versions of an import. One person requests it with a reason; a second person confirms it by calling this without a reason. "
        + "Nothing ends if one of them would end inside a period that is posted."
)]
[CustomApiInput("Batch", CustomApiFieldType.String, "Name of the batch, as its versions carry it.")]
[CustomApiInput(
    "ValidTo",
    CustomApiFieldType.String,
    "Last day of the versions, such as 2025-10-31; leave empty to supersede all of them. Who confirms passes the day that was requested.",
    IsOptional = true
)]
[CustomApiInput(
    "Reason",
    CustomApiFieldType.String,
    "Reason for the end. Given by the person who requests it; leave empty to confirm.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Requested, Ended or Refused.")]
[CustomApiOutput("VersionCount", CustomApiFieldType.Integer, "Number of versions that end.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason the batch cannot be ended; empty if it can.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class SupersedeBatch : PluginShell
{
    // So many fit into the two minutes that the platform gives a plug-in.
    private const int VersionsMax = 1000;

    private protected override string ChangedMeanwhile => "A version changed while the batch was being ended.";

    private protected override void Run(PluginCall call)
    {
        var batch = call.Input<string>("Batch");
        CalendarDate? to = null;
        call.Output("VersionCount", 0);
        if (call.OptionalText("ValidTo") is { Length: > 0 } day)
        {
            if (!NamedDay.TryRead(day, out var last, out var problem))
            {
                Answer(call, "Refused", Unusable($"The last day is '{day}', {problem}."));
                return;
            }

            to = last;
        }

        var active = Read(call.SystemService(), batch);
        List<EndingVersion> ending = [.. active.Where(version => !VersionEnding.EndsBefore(version.Entry, to))];
        if (Size(batch, active.Count, ending.Count, to) is { } refusal)
        {
            Answer(call, "Refused", refusal);
            return;
        }

        call.Output("VersionCount", ending.Count);
        Decide(call, batch, ending, to);
    }

    private static void Decide(PluginCall call, string batch, List<EndingVersion> ending, CalendarDate? to)
    {
        var service = call.SystemService();
        var caller = call.Person();
        var reason = call.OptionalText("Reason");
        var isRequest = reason is { Length: > 0 };
        var problems = new RefusalList();
        problems.Add(
            ending
                .Select(version =>
                    VersionEnding.Check(version.Entry, version.LastDay(to), PostedPeriods.Last(service, version.Table, version.Row))
                    ?? (isRequest ? null : VersionEnding.Confirms(version.Entry, caller, to))
                )
                .OfType<Refusal>()
        );
        if (problems.First() is { } refusal)
        {
            Answer(call, "Refused", refusal);
            return;
        }

        foreach (var version in ending)
        {
            var writer = new VersionWriter(call.CallerService(), version.Table, caller, call.Context.OperationCreatedOn);
            if (isRequest)
            {
                writer.Write(version.Row, Supersede.Request(version.Table, version.Row.Id, caller, reason!, to));
            }
            else
            {
                writer.End(version.Row, version.LastDay(to));
            }
        }

        Answer(call, isRequest ? "Requested" : "Ended", null, Words(batch, ending, caller, to, isRequest));
    }

    private static string Words(string batch, List<EndingVersion> ending, Person caller, CalendarDate? to, bool isRequest)
    {
        var versions = Sentence.Count(ending.Count, "version");
        var end = to is { } last ? $"on {last}" : "entirely";
        return isRequest
            ? $"The end of batch {batch} {end} was requested by {caller}: {versions}. A second person must confirm it."
            : $"{versions} of batch {batch} ended {end}, as {ending[0].Entry.EndRequestedBy} requested and {caller} confirmed.";
    }

    // The locks of all tables come before those of commitments, and what was read before a lock may be outdated.
    private static List<EndingVersion> Read(IOrganizationService service, string batch)
    {
        var tables = VersionedTables.All.Where(table => Active(service, table, batch).Count > 0).ToList();
        tables.ForEach(table => VersionLock.Take(service, table));
        var rows = tables.SelectMany(table => Active(service, table, batch).Select(row => new EndingVersion(table, row))).ToList();
        rows.ForEach(version => VersionLock.TakeCommitment(service, version.Table, version.Row));
        return rows;
    }

    private static IReadOnlyList<Entity> Active(IOrganizationService service, VersionedTable table, string batch) =>
        VersionReader.Batch(service, table, batch, RuleStateChoice.Active);

    private static Refusal? Size(string batch, int active, int ending, CalendarDate? to) =>
        active == 0 ? Unusable($"Batch {Sentence.Quoted(batch)} has no active versions. Check the name; only what is active can be ended.")
        : ending == 0 ? Unusable($"All versions of batch {Sentence.Quoted(batch)} end by {to} already. Choose an earlier last day.")
        : ending > VersionsMax
            ? Unusable(
                $"Batch {Sentence.Quoted(batch)} has {ending} active versions; at most {VersionsMax} are ended at once. "
                    + "End them one by one, or replace them by an import."
            )
        : null;

    private static Refusal Unusable(string sentence) => new(SharedReasons.InputUnusable, sentence);

    private static void Answer(PluginCall call, string state, Refusal? refusal, string words = "")
    {
        call.Output("State", state);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal is null ? words : $"{refusal.Sentence} Nothing was changed.");
    }
}
