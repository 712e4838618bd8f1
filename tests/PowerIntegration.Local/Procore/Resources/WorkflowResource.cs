using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;
using PowerIntegration.Local.Procore.Workflows;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>Workflows (v2): what is configured, the workflows of invoices, and the answer of the account to a step that is assigned to it.</summary>
/// <param name="store">The records.</param>
/// <param name="access">What the account may see.</param>
/// <param name="clock">When an answer is given.</param>
internal sealed class WorkflowResource(ProcoreStore store, ProjectAccess access, TimeProvider clock)
{
    private const string Company = "/rest/v2.0/companies/{company_id}";
    private const string Workflows = Company + "/projects/{project_id}/workflows";
    private const string ToolFilter = "filters[tool_type]";

    private readonly WorkflowRuns runs = new(store);
    private readonly WorkflowWire wire = new(new WorkflowRuns(store));

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", Company + "/workflows/tools", [], Tools),
            new("GET", Workflows + "/presets", ["per_page", ToolFilter, "filters[is_default]", "filters[is_valid]"], Presets),
            new(
                "GET",
                Workflows + "/instances",
                [.. CursorPaging.Parameters, ToolFilter, "filters[item_id]", "filters[assignee_id]", "filters[active]"],
                List
            ),
            new("GET", Workflows + "/instances/{id}", [], Show),
            new("GET", Workflows + "/instances/{id}/history", [], History),
            new("POST", Workflows + "/instances/{id}/responses", [], Respond),
        ];

    private ProcoreAnswer Tools(ProcoreCall call)
    {
        RequireCompany(call);
        return Data(new JsonArray([.. store.All(RecordKind.WorkflowTools).Select(tool => (JsonNode)Without(tool, "id"))]));
    }

    private ProcoreAnswer Presets(ProcoreCall call)
    {
        var project = Project(call);
        var tool = RequiredTool(call);
        var isDefault = call.Query.Flag("filters[is_default]");
        var isValid = call.Query.Flag("filters[is_valid]");
        return Data(
            new JsonArray([
                .. store
                    .All(RecordKind.WorkflowPresets)
                    .Where(preset => WireValue.Number(preset, "project_id") == project && WireValue.Text(preset, "tool_type") == tool)
                    .Where(preset => isDefault is null || preset["default"]!.GetValue<bool>() == isDefault)
                    .Where(preset => isValid is null || preset["valid"]!.GetValue<bool>() == isValid)
                    .Select(preset => (JsonNode)Preset(preset)),
            ])
        );
    }

    private ProcoreAnswer List(ProcoreCall call)
    {
        var project = Project(call);
        var tool = RequiredTool(call);
        var item = call.Query.Id("filters[item_id]");
        var assignee = call.Query.Id("filters[assignee_id]");
        var active = call.Query.Flag("filters[active]");
        var rows = store
            .All(RecordKind.WorkflowInstances)
            .Where(run => WireValue.Number(run, "project_id") == project && WireValue.Text(run, "tool_type") == tool)
            .Where(run => item is null || WireValue.Number(run, "item_id") == item)
            .Where(run => active is null || run["ended_at"] is null == active)
            .Where(run => assignee is not { } id || IsAssigned(run, id));
        return CursorPaging.Answer(call, [.. rows.Select(WorkflowWire.Row)]);
    }

    private ProcoreAnswer Show(ProcoreCall call) => Data(wire.Shown(Require(call)));

    private ProcoreAnswer History(ProcoreCall call) => Data(new JsonObject { ["history"] = wire.History(Require(call)) });

    private ProcoreAnswer Respond(ProcoreCall call)
    {
        var run = Require(call);
        var response = call.Request.Body?["response"] as JsonObject ?? throw new WireRefusalException(400, "response is required");
        var occurrence = RequiredText(response, "current_step_occurrence_id");
        var selected = RequiredText(response, "selected_response_option_id");
        if (response["attachments"] is not JsonObject)
        {
            throw new WireRefusalException(400, "attachments is required");
        }

        var comment = response["comment"]?.GetValue<string>();
        if (WorkflowRuns.Current(run) is not { } current || WireValue.Id(current).ToString(CultureInfo.InvariantCulture) != occurrence)
        {
            throw new WireRefusalException(422, $"Step occurrence {occurrence} is not the current step");
        }

        var step = WorkflowRuns.StepOf(run, current);
        if (!WorkflowRuns.Assignees(step).Contains(WireValue.Id(access.Account)))
        {
            throw new WireRefusalException(403, "Only an assignee of the step can respond to it");
        }

        var option =
            WorkflowRuns.Options(step).FirstOrDefault(one => WireValue.Text(one, "id") == selected)
            ?? throw new WireRefusalException(422, $"Response option {selected} is not available for this step");
        runs.Respond(run, access.Account, option, comment, clock.GetUtcNow());
        return new ProcoreAnswer(204, null);
    }

    // The first answer ends a step, so that who may answer now has not answered yet.
    private static bool IsAssigned(JsonObject run, long user) =>
        WorkflowRuns.Current(run) is { } current && WorkflowRuns.Assignees(WorkflowRuns.StepOf(run, current)).Contains(user);

    private JsonObject Require(ProcoreCall call)
    {
        var project = Project(call);
        return store.Find(RecordKind.WorkflowInstances, call.PathId("id")) is { } run && WireValue.Number(run, "project_id") == project
            ? run
            : throw new WireRefusalException(404, ProcoreGuesses.NotFound);
    }

    private long Project(ProcoreCall call)
    {
        RequireCompany(call);
        return access.ProjectOfPath(call);
    }

    private static void RequireCompany(ProcoreCall call)
    {
        if (call.PathId("company_id") != call.CompanyId)
        {
            throw new WireRefusalException(403, "company_id is not the company of the header Procore-Company-Id");
        }
    }

    private static string RequiredTool(ProcoreCall call) =>
        call.Query.Text(ToolFilter) is { Length: > 0 } tool ? tool : throw new WireRefusalException(400, $"{ToolFilter} is required");

    private static string RequiredText(JsonObject body, string field) =>
        body[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
            ? text
            : throw new WireRefusalException(400, $"{field} is required");

    private static JsonObject Preset(JsonObject preset)
    {
        var shown = Without(preset, "project_id", "tool_type", "steps", "manager");
        shown["id"] = WireValue.Id(preset).ToString(CultureInfo.InvariantCulture);
        return shown;
    }

    private static JsonObject Without(JsonObject row, params IEnumerable<string> fields)
    {
        var copy = row.DeepClone().AsObject();
        foreach (var field in fields)
        {
            copy.Remove(field);
        }

        return copy;
    }

    private static ProcoreAnswer Data(JsonNode data) => ProcoreAnswer.Ok(new JsonObject { ["data"] = data });
}
