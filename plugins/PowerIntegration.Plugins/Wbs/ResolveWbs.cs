using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Answers which Oracle coding one Procore code gets on one day.</summary>
[CustomApi(
    "pint_ResolveWbs",
    Gates.ResolveWbs,
    "Returns the Oracle task, expenditure type and organization for a Procore cost coding on a date, or the reason there is none.",
    DisplayName = "Resolve WBS"
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiInput(
    "TaskSegmentCode",
    CustomApiFieldType.String,
    "Code of the custom segment that names the Oracle task; leave empty if the line has none.",
    IsOptional = true
)]
[CustomApiInput("CostCode", CustomApiFieldType.String, "Cost code of the line; leave empty if it has none.", IsOptional = true)]
[CustomApiInput("CostType", CustomApiFieldType.String, "Cost type of the line; leave empty if it has none.", IsOptional = true)]
[CustomApiInput("SubJob", CustomApiFieldType.String, "Sub job of the line; leave empty if it has none.", IsOptional = true)]
[CustomApiInput(
    "OtherSegments",
    CustomApiFieldType.String,
    "Values of the other custom segments of the line, such as Area=N-1|Phase=2; leave empty if it has none.",
    IsOptional = true
)]
[CustomApiInput("AsOf", CustomApiFieldType.String, "Date the rules must be valid on, such as 2025-10-31: the end of the billing period.")]
[CustomApiOutput(
    "Trail",
    CustomApiFieldType.String,
    "One line for each mapping rule that fits the code: which one decided, and why the others did not."
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Resolved or Refused.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the first reason there is no coding; empty if there is one.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
[CustomApiOutput("TaskNumber", CustomApiFieldType.String, "Number of the Oracle task.")]
[CustomApiOutput("ExpenditureType", CustomApiFieldType.String, "Oracle expenditure type.")]
[CustomApiOutput("ExpenditureOrganization", CustomApiFieldType.String, "Oracle expenditure organization.")]
public sealed class ResolveWbs : PluginShell
{
    private const int TrailMax = 4_000;

    private protected override void Run(PluginCall call)
    {
        var projectId = call.Input<Guid>("ProjectId");
        var named = call.Input<string>("AsOf");
        if (!NamedDay.TryRead(named, out var asOf, out var problem))
        {
            Answer(call, new Refusal(SharedReasons.InputUnusable, $"The date is '{named}', {problem}."), null, "", []);
            return;
        }

        if (SegmentText.Read(call.OptionalText("OtherSegments")) is not { } others)
        {
            var sentence =
                $"The other segments '{call.OptionalText("OtherSegments")}' cannot be read. Write each segment once, such as Area=N-1|Phase=2.";
            Answer(call, new Refusal(SharedReasons.InputUnusable, sentence), null, "", []);
            return;
        }

        var codes = new SegmentCodes(call.OptionalText("TaskSegmentCode"), call.OptionalText("CostCode"), call.OptionalText("CostType"))
        {
            SubJob = call.OptionalText("SubJob"),
            Others = CustomSegments.Of(others),
        };
        var service = call.SystemService();
        var project =
            Rows.First(service, Project(projectId))
            ?? throw new InvalidPluginExecutionException($"Project {projectId} does not exist. Choose a project of this environment.");
        var mapping = MappingReader.Read(service, projectId, new RowView(project), codes);
        var resolution = WbsResolution.Of($"Project {mapping.ProjectNumber}", codes, mapping, asOf);
        Answer(
            call,
            resolution.Refusal,
            resolution.Coding,
            $"Mapping rule {resolution.Rule?.Key} maps to {resolution.Coding}.",
            [.. RuleTrail.Of(codes, mapping, asOf)]
        );
    }

    private static void Answer(PluginCall call, Refusal? refusal, TaskCoding? coding, string found, IReadOnlyList<string> trail)
    {
        call.Output("State", refusal is null ? "Resolved" : "Refused");
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? found);
        call.Output("Trail", Sentence.Lines(trail, TrailMax));
        call.Output("TaskNumber", coding?.TaskNumber ?? "");
        call.Output("ExpenditureType", coding?.ExpenditureType ?? "");
        call.Output("ExpenditureOrganization", coding?.ExpenditureOrganization ?? "");
    }

    private static QueryExpression Project(Guid projectId)
    {
        var query = Rows.Of(ProjectTable.LogicalName, [.. MappingQueries.ProjectColumns]);
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, projectId);
        return query;
    }
}
