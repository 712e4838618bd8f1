using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Workflows;

/// <summary>Workflows in Procore's wire shapes: ids are texts, and what a seed says beyond them is left out.</summary>
/// <param name="runs">The workflows.</param>
internal sealed class WorkflowWire(WorkflowRuns runs)
{
    /// <summary>A workflow as a list shows it.</summary>
    public static JsonObject Row(JsonObject run) =>
        new()
        {
            ["id"] = Id(run),
            ["item_id"] = WireValue.Number(run, "item_id").ToString(CultureInfo.InvariantCulture),
            ["tool_subtype"] = null,
            ["tool_type"] = WireValue.Text(run, "tool_type"),
            ["created_at"] = run["created_at"]!.DeepClone(),
            ["updated_at"] = run["updated_at"]!.DeepClone(),
            ["started_at"] = run["started_at"]!.DeepClone(),
            ["ended_at"] = run["ended_at"]?.DeepClone(),
        };

    /// <summary>A workflow with its current step.</summary>
    public JsonObject Shown(JsonObject run)
    {
        var shown = Row(run);
        shown["current_step_occurrence"] = WorkflowRuns.Current(run) is { } current ? Step(run, current) : null;
        shown["workflow_manager"] = Person(WireValue.Number(run, "manager"));
        shown["responsible_group_memberships"] = new JsonArray();
        shown["all_assignees"] = new JsonArray([
            .. WorkflowRuns.Steps(run).SelectMany(WorkflowRuns.Assignees).Distinct().Select(id => (JsonNode)Assignee(id)),
        ]);
        shown["template_version_id"] = WireValue.Text(run["template"]!.AsObject(), "last_published_version_id");
        return shown;
    }

    /// <summary>What happened in a workflow, in its order.</summary>
    public JsonArray History(JsonObject run)
    {
        var events = new JsonArray(Event("WorkflowStarted", new JsonObject { ["started_at"] = run["started_at"]!.DeepClone() }));
        foreach (var occurrence in WorkflowRuns.Occurrences(run))
        {
            events.Add(Event("ResponseStep", PastStep(run, occurrence)));
        }

        if (run["ended_at"] is { } end)
        {
            events.Add(Event("EndStep", new JsonObject { ["ended_at"] = end.DeepClone(), ["end_type"] = "success" }));
        }

        return events;
    }

    private JsonObject Step(JsonObject run, JsonObject occurrence)
    {
        var step = WorkflowRuns.StepOf(run, occurrence);
        return new JsonObject
        {
            ["id"] = Id(occurrence),
            ["step_uuid"] = WireValue.Text(step, "uuid"),
            ["name"] = WireValue.Text(step, "name"),
            ["started_at"] = occurrence["started_at"]!.DeepClone(),
            ["overdue_at"] = null,
            ["step_histories"] = new JsonArray(),
            ["available_response_options"] = step["options"]!.DeepClone(),
            ["notification_recipients"] = new JsonArray(),
            ["response_occurrences"] = new JsonArray([
                .. WorkflowRuns.Assignees(step).Select(id => (JsonNode)Response(id, Answers(occurrence).FirstOrDefault(answer => Is(answer, id)))),
            ]),
        };
    }

    private JsonObject Response(long assignee, JsonObject? answer)
    {
        var person = Person(assignee);
        person["required"] = true;
        return new JsonObject
        {
            ["submitted_at"] = answer?["submitted_at"]!.DeepClone(),
            ["selected_response_option"] = answer?["option"]!.DeepClone(),
            ["comment"] = answer?["comment"]?.DeepClone(),
            ["attachments"] = new JsonArray(),
            ["assignee"] = person,
        };
    }

    private JsonObject PastStep(JsonObject run, JsonObject occurrence)
    {
        var step = WorkflowRuns.StepOf(run, occurrence);
        return new JsonObject
        {
            ["id"] = Id(occurrence),
            ["uuid"] = WireValue.Text(step, "uuid"),
            ["name"] = WireValue.Text(step, "name"),
            ["started_at"] = occurrence["started_at"]!.DeepClone(),
            ["ended_at"] = occurrence["ended_at"]?.DeepClone(),
            ["decision_type"] = "first",
            ["responses"] = new JsonArray([
                .. Answers(occurrence)
                    .Select(answer =>
                    {
                        var person = Person(WireValue.Number(answer, "user_id"));
                        var option = answer["option"]!.AsObject();
                        return (JsonNode)
                            new JsonObject
                            {
                                ["id"] = WireValue.Text(person, "id"),
                                ["login"] = WireValue.Text(person, "login"),
                                ["name"] = WireValue.Text(person, "name"),
                                ["response"] = WireValue.Text(option, "name"),
                                ["response_type"] = WireValue.Text(option, "response_type"),
                                ["comment"] = answer["comment"]?.DeepClone(),
                                ["responded_at"] = answer["submitted_at"]!.DeepClone(),
                            };
                    }),
            ]),
        };
    }

    private static JsonObject Event(string type, JsonObject details) => new() { ["type"] = type, ["details"] = details };

    private static IEnumerable<JsonObject> Answers(JsonObject occurrence) => occurrence["responses"]!.AsArray().Select(answer => answer!.AsObject());

    private static bool Is(JsonObject answer, long user) => WireValue.Number(answer, "user_id") == user;

    private static string Id(JsonObject row) => WireValue.Id(row).ToString(CultureInfo.InvariantCulture);

    private JsonObject Person(long id)
    {
        var person = runs.Person(id);
        return new JsonObject
        {
            ["id"] = Id(person),
            ["login"] = WireValue.Text(person, "login"),
            ["name"] = WireValue.Text(person, "name"),
            ["company"] = new JsonObject { ["name"] = person["company_name"]?.DeepClone() ?? "" },
        };
    }

    // Procore's description names the company of an assignee by its name alone.
    private JsonObject Assignee(long id)
    {
        var person = Person(id);
        person["company"] = person["company"]!["name"]!.DeepClone();
        return person;
    }
}
