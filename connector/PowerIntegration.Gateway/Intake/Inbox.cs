using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>The inbox in Dataverse.</summary>
internal sealed class Inbox(IDataverseStore store, EnvironmentPin pin, TimeProvider clock)
{
    /// <summary>Keys asked for in one query: where it travels in an address, it must fit there.</summary>
    public const int KeysPerQuestionMax = 40;

    private const string ProjectAlias = "project";

    /// <summary>The changes that are not in the inbox yet, each once.</summary>
    public async Task<IReadOnlyList<NoticedChange>> UnknownAsync(IReadOnlyList<NoticedChange> changes, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>();
        foreach (var some in changes.Select(change => change.Key).Distinct().Chunk(KeysPerQuestionMax))
        {
            var query = new QueryExpression(InboundEventTable.LogicalName) { ColumnSet = new ColumnSet(InboundEventTable.Key) };
            query.Criteria.AddCondition(InboundEventTable.Key, ConditionOperator.In, [.. some]);
            foreach (var row in await store.ListAsync(query, cancellationToken))
            {
                known.Add(row.GetAttributeValue<string>(InboundEventTable.Key));
            }
        }

        return [.. changes.Where(change => !known.Contains(change.Key)).DistinctBy(change => change.Key)];
    }

    /// <summary>
    /// Adds changes in one request; row by row where Dataverse refuses them together. A row that exists is left alone, whatever became of it.
    /// </summary>
    public async Task<AddedEvents> AddAsync(
        SourceProject project,
        PolledRecords records,
        IReadOnlyList<NoticedChange> changes,
        CancellationToken cancellationToken
    )
    {
        var rows = changes.Select(change => Row(project, records, change)).ToList();
        if (rows.Count == 0 || (rows.Count > 1 && await TryAddTogetherAsync(rows, cancellationToken)))
        {
            return new AddedEvents(rows.Count, null);
        }

        var created = 0;
        string? refusal = null;
        foreach (var row in rows)
        {
            try
            {
                // Another poll may add the same change between the question and here; the key decides who was first.
                created += await store.TryCreateAsync(row, cancellationToken) is null ? 0 : 1;
            }
            catch (IntegrationException refused) when (refused.Kind == ProblemCatalog.DataverseRefused)
            {
                refusal = $"{row.GetAttributeValue<string>(InboundEventTable.Name)} was not stored as an inbound event: {refused.Message}";
            }
        }

        return new AddedEvents(created, refusal);
    }

    /// <summary>An event of this environment with its project, in one question; null where there is none.</summary>
    public async Task<InboundRecord?> FindAsync(Guid eventId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(InboundEventTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                InboundEventTable.EnvironmentId,
                InboundEventTable.ProjectId,
                InboundEventTable.RecordType,
                InboundEventTable.ProcoreId,
                InboundEventTable.ChangedOn,
                InboundEventTable.Attempts
            ),
        };
        query.Criteria.AddCondition(InboundEventTable.Id, ConditionOperator.Equal, eventId);
        var joined = query.AddLink(ProjectTable.LogicalName, InboundEventTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter);
        joined.EntityAlias = ProjectAlias;
        joined.Columns = new ColumnSet(ProjectTable.ProcoreId, ProjectTable.TaskSegment);
        if (await store.ListAsync(query, cancellationToken) is not [var row, ..])
        {
            return null;
        }

        var inbound = new RowView(row);
        var project = new RowView(row, ProjectAlias);
        return inbound.Reference(InboundEventTable.EnvironmentId) != pin.Environment.Id
            ? null
            : new InboundRecord(
                row.Id,
                inbound.Choice(InboundEventTable.RecordType),
                inbound.Text(InboundEventTable.ProcoreId),
                inbound.Instant(InboundEventTable.ChangedOn) is { } changed
                    ? new DateTimeOffset(DateTime.SpecifyKind(changed, DateTimeKind.Utc))
                    : null,
                inbound.WholeNumber(InboundEventTable.Attempts) ?? 0,
                project.Text(ProjectTable.ProcoreId) is { Length: > 0 } procoreId
                    ? new SourceProject(inbound.RequiredReference(InboundEventTable.ProjectId), procoreId, project.Text(ProjectTable.TaskSegment))
                    : null
            );
    }

    /// <summary>Closes an event: its document is stored. What could not be read from Oracle is read again later.</summary>
    public Task CompleteAsync(InboundRecord inbound, Guid documentId, IReadOnlyList<string> unasked, CancellationToken cancellationToken)
    {
        var attempts = inbound.Attempts + 1;
        var isWhole = unasked.Count == 0;
        return store.UpdateAsync(
            new Entity(InboundEventTable.LogicalName, inbound.EventId)
            {
                [InboundEventTable.EventState] = new OptionSetValue(isWhole ? EventStateChoice.Read : EventStateChoice.Failed),
                [InboundEventTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, documentId),
                [InboundEventTable.Attempts] = attempts,
                [InboundEventTable.Message] = isWhole ? null : Sentence.Fit(string.Join(" ", unasked), InboundEventTable.MessageLengthMax),
                [InboundEventTable.NextTryOn] = isWhole ? null : RetrySchedule.Next(clock.GetUtcNow(), attempts).UtcDateTime,
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Writes on an event why it could not be read, and when it is tried again; without a time where the record must be corrected.
    /// </summary>
    public Task FailAsync(InboundRecord inbound, string sentence, Exception failure, CancellationToken cancellationToken)
    {
        var attempts = inbound.Attempts + 1;
        return store.UpdateAsync(
            new Entity(InboundEventTable.LogicalName, inbound.EventId)
            {
                [InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.Failed),
                [InboundEventTable.Attempts] = attempts,
                [InboundEventTable.Message] = Sentence.Fit(sentence, InboundEventTable.MessageLengthMax),
                [InboundEventTable.NextTryOn] = RetrySchedule.MayPass(failure)
                    ? RetrySchedule.Next(clock.GetUtcNow(), attempts, failure).UtcDateTime
                    : null,
            },
            cancellationToken
        );
    }

    private async Task<bool> TryAddTogetherAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken)
    {
        try
        {
            return await store.TryCreateAllAsync(rows, cancellationToken);
        }
        catch (IntegrationException refused) when (refused.Kind == ProblemCatalog.DataverseRefused)
        {
            return false;
        }
    }

    private Entity Row(SourceProject project, PolledRecords records, NoticedChange change)
    {
        var isFaulty = change.Fault is not null;
        return new Entity(InboundEventTable.LogicalName)
        {
            [InboundEventTable.Key] = change.Key,
            [InboundEventTable.Name] =
                $"{records.One} {change.ProcoreId ?? "without ID"}, "
                + change.ChangedOn.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [InboundEventTable.EnvironmentId] = pin.Environment,
            [InboundEventTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id),
            [InboundEventTable.RecordType] = new OptionSetValue(records.RecordType),
            [InboundEventTable.ProcoreId] = change.ProcoreId,
            [InboundEventTable.ChangedOn] = change.ChangedOn.UtcDateTime,
            [InboundEventTable.EventState] = new OptionSetValue(isFaulty ? EventStateChoice.Failed : EventStateChoice.New),
            [InboundEventTable.Attempts] = isFaulty ? 1 : 0,
            [InboundEventTable.Message] = change.Fault is { } fault ? Sentence.Fit(fault, InboundEventTable.MessageLengthMax) : null,

            // A record with an id can be read without the rest of its row; one without waits for a person.
            [InboundEventTable.NextTryOn] = isFaulty && change.ProcoreId is not null ? RetrySchedule.Next(change.ChangedOn, 1).UtcDateTime : null,
        };
    }
}
