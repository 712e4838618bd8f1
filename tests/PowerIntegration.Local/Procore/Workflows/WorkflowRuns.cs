using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Billing;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Workflows;

/// <summary>
/// Workflows of invoices: they start from the project's default configuration, go from step to step with the first answer, and give the invoice its
/// status at their end. A seed says the steps of a configuration, which Procore shows nowhere.
/// </summary>
/// <param name="store">The records.</param>
internal sealed class WorkflowRuns(ProcoreStore store)
{
    /// <summary>The tool type of invoices.</summary>
    public const string Tool = ProcoreGuesses.RequisitionTool;

    private const long FirstId = 562949954000001;
    private const long FirstOccurrence = 562949954100001;
    private readonly ChangeHistory history = new(store);

    /// <summary>The active workflow of an invoice, or null.</summary>
    public JsonObject? Active(long requisitionId) =>
        store.All(RecordKind.WorkflowInstances).SingleOrDefault(run => run["ended_at"] is null && WireValue.Number(run, "item_id") == requisitionId);

    /// <summary>The steps of a workflow as they were configured when it started.</summary>
    public static IReadOnlyList<JsonObject> Steps(JsonObject run) => [.. run["steps"]!.AsArray().Select(step => step!.AsObject())];

    /// <summary>The occurrences of steps so far, the current one last.</summary>
    public static IReadOnlyList<JsonObject> Occurrences(JsonObject run) =>
        [.. run["occurrences"]!.AsArray().Select(occurrence => occurrence!.AsObject())];

    /// <summary>The step that an occurrence is of.</summary>
    public static JsonObject StepOf(JsonObject run, JsonObject occurrence) => Steps(run)[(int)WireValue.Number(occurrence, "step")];

    /// <summary>The occurrence of the current step, or null where the workflow has ended.</summary>
    public static JsonObject? Current(JsonObject run) => run["ended_at"] is null ? Occurrences(run)[^1] : null;

    /// <summary>Ids of who may answer an occurrence.</summary>
    public static IReadOnlyList<long> Assignees(JsonObject step) => [.. step["assignees"]!.AsArray().Select(id => id!.GetValue<long>())];

    /// <summary>The answers that a step takes.</summary>
    public static IReadOnlyList<JsonObject> Options(JsonObject step) => [.. step["options"]!.AsArray().Select(option => option!.AsObject())];

    /// <summary>A person or the service account.</summary>
    public JsonObject Person(long id) =>
        store.Find(RecordKind.Users, id)
        ?? store.Find(RecordKind.ServiceAccounts, id)
        ?? throw new InvalidOperationException($"Procore has no user {id}.");

    /// <summary>Starts the workflow that is the project's default.</summary>
    /// <exception cref="InvalidOperationException">There is none, or one is active already.</exception>
    public void Start(long requisitionId, DateTimeOffset at)
    {
        var requisition = store.Get(RecordKind.Requisitions, requisitionId);
        var project = WireValue.Number(requisition, "project_id");
        if (Active(requisitionId) is not null)
        {
            throw new InvalidOperationException($"Invoice {requisitionId} has an active workflow already.");
        }

        var preset =
            store
                .All(RecordKind.WorkflowPresets)
                .SingleOrDefault(one =>
                    WireValue.Number(one, "project_id") == project && one["default"]!.GetValue<bool>() && one["valid"]!.GetValue<bool>()
                )
            ?? throw new InvalidOperationException($"Project {project} has no workflow for invoices that is ready to use.");
        var run = new JsonObject
        {
            ["id"] = store.NextId(RecordKind.WorkflowInstances, FirstId),
            ["project_id"] = project,
            ["tool_type"] = Tool,
            ["item_id"] = requisitionId,
            ["template"] = preset["template"]!.DeepClone(),
            ["manager"] = preset["manager"]!.DeepClone(),
            ["steps"] = preset["steps"]!.DeepClone(),
            ["occurrences"] = new JsonArray(Occurrence(0, at)),
            ["created_at"] = WireValue.Time(at),
            ["updated_at"] = WireValue.Time(at),
            ["started_at"] = WireValue.Time(at),
            ["ended_at"] = null,
        };
        store.Commit([new StoredRecord(RecordKind.WorkflowInstances, run)]);
    }

    /// <summary>Takes one answer of an assignee to the current step, which the caller has checked.</summary>
    public void Respond(JsonObject run, JsonObject person, JsonObject option, string? comment, DateTimeOffset at)
    {
        var after = run.DeepClone().AsObject();
        after["updated_at"] = WireValue.Time(at);
        var occurrence = Occurrences(after)[^1];
        occurrence["responses"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["user_id"] = WireValue.Id(person),
                    ["option"] = option.DeepClone(),
                    ["comment"] = comment,
                    ["submitted_at"] = WireValue.Time(at),
                }
            );
        occurrence["ended_at"] = WireValue.Time(at);
        var next = (int)WireValue.Number(occurrence, "step") + 1;
        var isRejected = WireValue.Text(option, "response_type") == ProcoreGuesses.RejectType;
        if (!isRejected && next < Steps(after).Count)
        {
            after["occurrences"]!.AsArray().Add(Occurrence(next, at));
            store.Commit([new StoredRecord(RecordKind.WorkflowInstances, after)]);
            return;
        }

        after["ended_at"] = WireValue.Time(at);
        var status = isRejected ? RequisitionStatus.ReviseAndResubmit : RequisitionStatus.Approved;
        var requisition = store.Get(RecordKind.Requisitions, WireValue.Number(run, "item_id"));
        store.Commit([
            new StoredRecord(RecordKind.WorkflowInstances, after),
            .. RequisitionChange.OfStatus(requisition, status, person, history, at),
        ]);
    }

    private JsonObject Occurrence(int step, DateTimeOffset at) =>
        new()
        {
            ["id"] = FirstOccurrence + store.All(RecordKind.WorkflowInstances).Sum(run => Occurrences(run).Count),
            ["step"] = (long)step,
            ["started_at"] = WireValue.Time(at),
            ["ended_at"] = null,
            ["responses"] = new JsonArray(),
        };
}
