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
/// Ends an active version without another one in its place. One person requests it with a reason; a second person confirms it by calling this with
/// the same last day and without a reason.
/// </summary>
[CustomApi(
    VersionMessages.Supersede,
    Gates.Supersede,
    "Ends an active version. One person requests it with a reason; a second person confirms it by calling this without a reason. "
        + "No version ends inside a period that is posted."
)]
[CustomApiInput("Table", CustomApiFieldType.String, "Logical name of the table, such as pint_commitmentterms.")]
[CustomApiInput("RowId", CustomApiFieldType.Guid, "Row ID of the active version.")]
[CustomApiInput(
    "ValidTo",
    CustomApiFieldType.String,
    "Last day of the version, such as 2025-10-31; leave empty to supersede all of it. Who confirms passes the day that was requested.",
    IsOptional = true
)]
[CustomApiInput(
    "Reason",
    CustomApiFieldType.String,
    "Reason for the end. Given by the person who requests it; leave empty to confirm.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Requested, Ended or Refused.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason it cannot be ended; empty if it can.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class Supersede : PluginShell
{
    private protected override string ChangedMeanwhile => "The version changed while it was being ended.";

    private protected override void Run(PluginCall call)
    {
        var name = call.Input<string>("Table");
        var service = call.SystemService();
        CalendarDate? to = null;
        if (call.OptionalText("ValidTo") is { Length: > 0 } day)
        {
            if (!NamedDay.TryRead(day, out var last, out var problem))
            {
                Answer(call, "Refused", new Refusal(SharedReasons.InputUnusable, $"The last day is '{day}', {problem}."));
                return;
            }

            to = last;
        }

        if (VersionedTables.Find(name) is not { } table)
        {
            Answer(call, "Refused", new Refusal(SharedReasons.InputUnusable, $"Rows of '{name}' are not ended. Choose a versioned table."));
            return;
        }

        VersionLock.Take(service, table);
        if (VersionReader.Find(service, table, call.Input<Guid>("RowId")) is not { } row)
        {
            Answer(
                call,
                "Refused",
                new Refusal(
                    SharedReasons.InputUnusable,
                    $"{Labels.Of(table.LogicalName)} {call.Input<Guid>("RowId")} does not exist. Choose an active version."
                )
            );
            return;
        }

        VersionLock.TakeCommitment(service, table, row);
        Decide(call, service, table, row, to);
    }

    private static void Decide(PluginCall call, IOrganizationService service, VersionedTable table, Entity row, CalendarDate? to)
    {
        var version = VersionRows.Read(table, row);
        var caller = call.Person();
        var reason = call.OptionalText("Reason");
        var isRequest = reason is { Length: > 0 };
        var refusal =
            VersionEnding.Check(version, to, PostedPeriods.Last(service, table, row))
            ?? (isRequest ? null : VersionEnding.Confirms(version, caller, to));
        if (refusal is not null)
        {
            Answer(call, "Refused", refusal);
            return;
        }

        var writer = new VersionWriter(call.CallerService(), table, caller, call.Context.OperationCreatedOn);
        if (isRequest)
        {
            writer.Write(row, Request(table, row.Id, caller, reason!, to));
            Answer(call, "Requested", null, $"The end of {version.Name} was requested by {caller}. A second person must confirm it.");
            return;
        }

        writer.End(row, to);
        Answer(
            call,
            "Ended",
            null,
            to is { } last
                ? $"{version.Name} ends on {last}, as {version.EndRequestedBy} requested and {caller} confirmed."
                : $"{version.Name} is superseded, as {version.EndRequestedBy} requested and {caller} confirmed."
        );
    }

    /// <summary>What a request writes on a version.</summary>
    internal static Entity Request(VersionedTable table, Guid id, Person caller, string reason, CalendarDate? to) =>
        new(table.LogicalName, id)
        {
            [CommitmentTable.EndRequestedBy] = caller.Name,
            [CommitmentTable.EndRequestedById] = caller.Id.ToString("D"),
            [CommitmentTable.EndReason] = Sentence.Fit(reason, CommitmentTable.EndReasonLengthMax),
            [CommitmentTable.EndRequestedTo] = to?.ToDateTime(),
        };

    private static void Answer(PluginCall call, string state, Refusal? refusal, string words = "")
    {
        call.Output("State", state);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? words);
    }
}
