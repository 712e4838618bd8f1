using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Keeps the tasks of a project as Oracle has them. A task that Oracle does not have any more stays and takes no cost.</summary>
internal sealed class TaskRefresh(IDataverseStore store, EnvironmentPin pin, TimeProvider clock)
{
    private static readonly string[] Columns =
    [
        OracleTaskTable.Key,
        OracleTaskTable.OracleId,
        OracleTaskTable.TaskNumber,
        OracleTaskTable.Name,
        OracleTaskTable.ParentNumber,
        OracleTaskTable.LowestLevel,
        OracleTaskTable.Chargeable,
        OracleTaskTable.StartDate,
        OracleTaskTable.FinishDate,
        OracleTaskTable.ChangedOn,
    ];

    /// <summary>Writes what differs.</summary>
    /// <param name="project">The project.</param>
    /// <param name="read">Its tasks in Oracle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True where something differed.</returns>
    public async Task<bool> RefreshAsync(SourceProject project, IReadOnlyList<OracleTaskWire> read, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(project.Id, cancellationToken);
        if (read.Count == 0 && kept.Count > 0)
        {
            // A right that was taken away looks the same as tasks that were deleted, and it would stop every invoice of the project.
            throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                "Oracle lists no task of the project any more. Nothing was changed. Ask the Oracle administrator whether the integration user may "
                    + "see them."
            );
        }

        var byId = ById(kept);
        var ids = read.Select(task => task.TaskId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var byNumber = ByNumber(kept.Where(row => new RowView(row).Text(OracleTaskTable.OracleId) is not { } known || !ids.Contains(known)));
        var parents = OracleProjects.Parents(read);
        var numbers = read.Where(task => task.TaskId is not null)
            .DistinctBy(task => task.TaskId)
            .ToDictionary(task => task.TaskId!, task => task.TaskNumber);
        var found = new HashSet<Guid>();
        var changed = new List<Entity>();
        foreach (var task in read.DistinctBy(task => task.TaskId))
        {
            var (id, number) = Named(task);
            var row = byId.GetValueOrDefault(id) ?? byNumber.GetValueOrDefault(number);
            var values = Values(task, number, OracleProjects.IsLowestLevel(task, parents), numbers);
            if (row is not null)
            {
                found.Add(row.Id);
            }

            Add(changed, project, id, values, row);
        }

        foreach (var gone in kept.Where(row => !found.Contains(row.Id)))
        {
            Add(changed, project, null, new Entity { [OracleTaskTable.Chargeable] = false }, gone);
        }

        foreach (var some in changed.Chunk(WbsCodes.WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
        }

        return changed.Count > 0;
    }

    private static Dictionary<string, Entity> ById(IEnumerable<Entity> rows) =>
        rows.Where(row => new RowView(row).Text(OracleTaskTable.OracleId) is not null)
            .GroupBy(row => new RowView(row).RequiredText(OracleTaskTable.OracleId), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    // Tasks that people entered before Oracle was read have no id of it yet, and one that was deleted and made again has another: rules that name
    // the row go on.
    private static Dictionary<string, Entity> ByNumber(IEnumerable<Entity> rows) =>
        rows.GroupBy(row => new RowView(row).RequiredText(OracleTaskTable.TaskNumber), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static (string Id, string Number) Named(OracleTaskWire task) =>
        task is { TaskId: { Length: > 0 } id, TaskNumber: { Length: > 0 } number }
            ? (id, number)
            : throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle listed a task without {(string.IsNullOrEmpty(task.TaskId) ? "an ID" : $"a number, task ID {task.TaskId}")}. "
                    + "Ask the Oracle administrator which tasks the integration user may see."
            );

    private static Entity Values(OracleTaskWire task, string number, bool isLowest, Dictionary<string, string?> numbers) =>
        new()
        {
            [OracleTaskTable.OracleId] = task.TaskId,
            [OracleTaskTable.TaskNumber] = number,
            [OracleTaskTable.Name] = Sentence.Fit(Sentence.Of($"{number} {task.TaskName}"), OracleTaskTable.NameLengthMax),
            [OracleTaskTable.ParentNumber] = task.ParentTaskId is { } parent ? numbers.GetValueOrDefault(parent) : null,
            [OracleTaskTable.LowestLevel] = isLowest,
            [OracleTaskTable.Chargeable] = task.ChargeableFlag ?? false,
            [OracleTaskTable.StartDate] = MirroredRows.Day($"Task {number}", task.TaskStartDate),
            [OracleTaskTable.FinishDate] = MirroredRows.Day($"Task {number}", task.TaskFinishDate),
        };

    private void Add(List<Entity> changed, SourceProject project, string? oracleId, Entity values, Entity? kept)
    {
        if (kept is not null && values.Attributes.All(value => Equals(value.Value, kept.GetAttributeValue<object>(value.Key))))
        {
            return;
        }

        var row = new Entity(OracleTaskTable.LogicalName, OracleTaskTable.Key, KeyOf(project, oracleId, kept));
        row.Attributes.AddRange(values.Attributes);
        row[OracleTaskTable.ReadOn] = clock.GetUtcNow().UtcDateTime;
        if (kept is null)
        {
            row[OracleTaskTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id);
        }
        else
        {
            row[OracleTaskTable.ChangedOn] = Stopped(values, new RowView(kept));
        }

        changed.Add(row);
    }

    private string KeyOf(SourceProject project, string? oracleId, Entity? kept) =>
        kept is not null ? new RowView(kept).RequiredText(OracleTaskTable.Key) : SyncKey.ForOracleTask(pin.Scope, project.ProcoreId, oracleId!);

    // The day on which it is first seen not to take cost any more; gone again where it takes cost again.
    private DateTime? Stopped(Entity values, RowView kept)
    {
        var takes = values.GetAttributeValue<bool>(OracleTaskTable.Chargeable) && values.GetAttributeValue<bool>(OracleTaskTable.LowestLevel);
        var took = kept.Flag(OracleTaskTable.Chargeable) && kept.Flag(OracleTaskTable.LowestLevel);
        return takes ? null
            : took ? clock.GetUtcNow().UtcDateTime.Date
            : kept.Date(OracleTaskTable.ChangedOn)?.ToDateTime();
    }

    private Task<IReadOnlyList<Entity>> KeptAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(OracleTaskTable.LogicalName) { ColumnSet = new ColumnSet(Columns) };
        query.Criteria.AddCondition(OracleTaskTable.ProjectId, ConditionOperator.Equal, projectId);
        return store.ListAsync(query, cancellationToken);
    }
}
