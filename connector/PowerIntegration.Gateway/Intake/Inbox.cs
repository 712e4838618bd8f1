using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Intake;

/// <summary>The inbox and its cursors in Dataverse.</summary>
internal sealed class Inbox(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>Keys asked for in one query: where it travels in an address, it must fit there.</summary>
    public const int KeysPerQuestionMax = 40;

    /// <summary>Active projects of the environment, the one that waited longest first, so that a poll cut short goes on where it stopped.</summary>
    public async Task<IReadOnlyList<PolledProject>> ProjectsAsync(CancellationToken cancellationToken)
    {
        var projects = new QueryExpression(ProjectTable.LogicalName) { ColumnSet = new ColumnSet(ProjectTable.ProcoreId) };
        projects.Criteria.AddCondition(ProjectTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        projects.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        var cursors = new QueryExpression(CursorTable.LogicalName)
        {
            ColumnSet = new ColumnSet(CursorTable.ProjectId, CursorTable.Watermark, CursorTable.ReadOn),
        };
        cursors.Criteria.AddCondition(CursorTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);

        var rows = await store.ListAsync(projects, cancellationToken);
        var cursorOf = (await store.ListAsync(cursors, cancellationToken)).ToLookup(row =>
            row.GetAttributeValue<EntityReference>(CursorTable.ProjectId)?.Id
        );
        return
        [
            .. rows.Select(row => Project(row, cursorOf[row.Id].FirstOrDefault()))
                .OrderBy(project => project.ReadOn)
                .ThenBy(project => project.ProcoreId),
        ];
    }

    /// <summary>Adds the changes that are not there yet; gives how many were new. A row that exists is left alone, whatever became of it.</summary>
    public async Task<int> AddAsync(
        PolledProject project,
        PolledRecords records,
        IReadOnlyList<NoticedChange> changes,
        CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
        {
            return 0;
        }

        var known = await KnownKeysAsync(changes.Select(change => change.Key), cancellationToken);
        var created = 0;
        foreach (var change in changes.Where(change => !known.Contains(change.Key)).DistinctBy(change => change.Key))
        {
            // Another poll may add the same change between the question and here; the key decides who was first.
            if (await store.TryCreateAsync(Row(project, records, change), cancellationToken) is not null)
            {
                created++;
            }
        }

        return created;
    }

    /// <summary>Remembers that everything up to <paramref name="watermark"/> was read.</summary>
    public async Task AdvanceAsync(PolledProject project, PolledRecords records, DateTimeOffset watermark, CancellationToken cancellationToken)
    {
        var row = new Entity(CursorTable.LogicalName)
        {
            [CursorTable.Watermark] = watermark.UtcDateTime,
            [CursorTable.ReadOn] = watermark.UtcDateTime,
        };
        if (project.CursorId is { } id)
        {
            row.Id = id;
            await store.UpdateAsync(row, cancellationToken);
            return;
        }

        row[CursorTable.Key] = SyncKey.ForCursor(pin.Scope, SourceSystem.Procore, records.KeyPart, project.ProcoreId);
        row[CursorTable.Name] = $"{records.Many} of project {project.ProcoreId}";
        row[CursorTable.EnvironmentId] = pin.Environment;
        row[CursorTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id);

        // A poll at the same time may have made the cursor; its watermark is as good as ours.
        await store.TryCreateAsync(row, cancellationToken);
    }

    private async Task<HashSet<string>> KnownKeysAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>();
        foreach (var some in keys.Distinct().Chunk(KeysPerQuestionMax))
        {
            var query = new QueryExpression(InboundEventTable.LogicalName) { ColumnSet = new ColumnSet(InboundEventTable.Key) };
            query.Criteria.AddCondition(InboundEventTable.Key, ConditionOperator.In, [.. some]);
            foreach (var row in await store.ListAsync(query, cancellationToken))
            {
                known.Add(row.GetAttributeValue<string>(InboundEventTable.Key));
            }
        }

        return known;
    }

    private Entity Row(PolledProject project, PolledRecords records, NoticedChange change) =>
        new(InboundEventTable.LogicalName)
        {
            [InboundEventTable.Key] = change.Key,
            [InboundEventTable.Name] =
                $"{records.One} {change.ProcoreId}, " + change.ChangedOn.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [InboundEventTable.EnvironmentId] = pin.Environment,
            [InboundEventTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id),
            [InboundEventTable.RecordType] = new OptionSetValue(records.RecordType),
            [InboundEventTable.ProcoreId] = change.ProcoreId,
            [InboundEventTable.ChangedOn] = change.ChangedOn.UtcDateTime,
            [InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.New),
            [InboundEventTable.Attempts] = 0,
        };

    private static PolledProject Project(Entity row, Entity? cursor) =>
        new(
            row.Id,
            row.GetAttributeValue<string>(ProjectTable.ProcoreId),
            cursor?.Id,
            Instant(cursor, CursorTable.Watermark),
            Instant(cursor, CursorTable.ReadOn)
        );

    private static DateTimeOffset? Instant(Entity? row, string column) =>
        row?.GetAttributeValue<DateTime?>(column) is { } value ? new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)) : null;
}
