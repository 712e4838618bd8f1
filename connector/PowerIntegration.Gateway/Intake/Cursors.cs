using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>How far each source of each project was read, in Dataverse.</summary>
internal sealed class Cursors(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>
    /// Active projects of the environment, the longest waiting first, so that a poll that was cut short continues there. Nothing is billed on a
    /// project template.
    /// </summary>
    public async Task<IReadOnlyList<PolledProject>> ProjectsAsync(CancellationToken cancellationToken)
    {
        var projects = new QueryExpression(ProjectTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                ProjectTable.ProcoreId,
                ProjectTable.TaskSegment,
                ProjectTable.CutoverOn,
                ProjectTable.ProcoreWorkflowReadOn,
                ProjectTable.IsTemplate
            ),
        };
        projects.Criteria.AddCondition(ProjectTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        projects.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        var cursors = new QueryExpression(CursorTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                CursorTable.Key,
                CursorTable.ProjectId,
                CursorTable.Watermark,
                CursorTable.ReadOn,
                CursorTable.Attempts,
                CursorTable.NextTryOn,
                CursorTable.ListedOn
            ),
        };
        cursors.Criteria.AddCondition(CursorTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);

        var rows = await store.ListAsync(projects, cancellationToken);
        var cursorsOf = (await store.ListAsync(cursors, cancellationToken)).ToLookup(row => new RowView(row).Reference(CursorTable.ProjectId));
        return
        [
            .. rows.Where(row => !new RowView(row).Flag(ProjectTable.IsTemplate))
                .Select(row => Project(row, cursorsOf[row.Id]))
                .OrderBy(project => project.ReadOn)
                .ThenBy(project => project.Project.ProcoreId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The cursor of a source in a project.</summary>
    public PollCursor Of(PolledProject project, PolledRecords records)
    {
        var key = SyncKey.ForCursor(pin.Scope, SourceSystem.Procore, records.KeyPart, project.Project.ProcoreId);
        return project.Cursors.TryGetValue(key, out var cursor) ? cursor : new PollCursor(key, null, null, null, 0, null, null);
    }

    /// <summary>
    /// Remembers that everything up to <paramref name="watermark"/> was read, and what could not be; what was wrong before is over.
    /// </summary>
    public Task<PollCursor> AdvanceAsync(
        PolledProject project,
        PolledRecords records,
        PollCursor cursor,
        DateTimeOffset watermark,
        DateTimeOffset now,
        string? note,
        CancellationToken cancellationToken
    ) =>
        SaveAsync(
            project,
            records,
            cursor with
            {
                Watermark = watermark,
                ReadOn = now,
                Attempts = note is null ? 0 : cursor.Attempts + 1,
                NextTryOn = null,
            },
            note,
            cancellationToken
        );

    /// <summary>Remembers that the source could not be read to its end, why, and when it is tried again. The watermark stays.</summary>
    public Task<PollCursor> FailAsync(
        PolledProject project,
        PolledRecords records,
        PollCursor cursor,
        DateTimeOffset now,
        Exception? failure,
        string sentence,
        CancellationToken cancellationToken
    ) =>
        SaveAsync(
            project,
            records,
            cursor with
            {
                ReadOn = now,
                Attempts = cursor.Attempts + 1,
                NextTryOn = RetrySchedule.Next(now, cursor.Attempts + 1, failure),
            },
            sentence,
            cancellationToken
        );

    /// <summary>Notes that the time limit was reached before the source was read; the next poll continues there.</summary>
    public Task<PollCursor> InterruptAsync(
        PolledProject project,
        PolledRecords records,
        PollCursor cursor,
        DateTimeOffset now,
        string message,
        CancellationToken cancellationToken
    ) => SaveAsync(project, records, cursor with { ReadOn = now, Attempts = cursor.Attempts + 1, NextTryOn = null }, message, cancellationToken);

    private async Task<PollCursor> SaveAsync(
        PolledProject project,
        PolledRecords records,
        PollCursor cursor,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var row = new Entity(CursorTable.LogicalName)
        {
            [CursorTable.Watermark] = cursor.Watermark?.UtcDateTime,
            [CursorTable.ReadOn] = cursor.ReadOn?.UtcDateTime,
            [CursorTable.ListedOn] = cursor.ListedOn?.UtcDateTime,
            [CursorTable.Attempts] = cursor.Attempts,
            [CursorTable.NextTryOn] = cursor.NextTryOn?.UtcDateTime,
            [CursorTable.Message] = message is null ? null : Sentence.Fit(message, CursorTable.MessageLengthMax),
        };
        if (cursor.Id is { } id)
        {
            row.Id = id;
            await store.UpdateAsync(row, cancellationToken);
            return cursor;
        }

        row[CursorTable.Key] = cursor.Key;
        row[CursorTable.Name] = $"{records.Many} of project {project.Project.ProcoreId}";
        row[CursorTable.EnvironmentId] = pin.Environment;
        row[CursorTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Project.Id);

        // A poll at the same time may have made the cursor; its watermark is just as valid.
        return cursor with
        {
            Id = await store.TryCreateAsync(row, cancellationToken),
        };
    }

    private static PolledProject Project(Entity row, IEnumerable<Entity> cursors)
    {
        var project = new RowView(row);
        return new PolledProject(
            new SourceProject(row.Id, project.RequiredText(ProjectTable.ProcoreId), project.Text(ProjectTable.TaskSegment)),
            project.Instant(ProjectTable.CutoverOn),
            Instant(project.Instant(ProjectTable.ProcoreWorkflowReadOn)),
            cursors.Select(Cursor).ToDictionary(cursor => cursor.Key, StringComparer.Ordinal)
        );
    }

    private static PollCursor Cursor(Entity row)
    {
        var cursor = new RowView(row);
        return new PollCursor(
            cursor.RequiredText(CursorTable.Key),
            row.Id,
            Instant(cursor.Instant(CursorTable.Watermark)),
            Instant(cursor.Instant(CursorTable.ReadOn)),
            cursor.WholeNumber(CursorTable.Attempts) ?? 0,
            Instant(cursor.Instant(CursorTable.NextTryOn)),
            Instant(cursor.Instant(CursorTable.ListedOn))
        );
    }

    private static DateTimeOffset? Instant(DateTime? value) =>
        value is { } instant ? new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)) : null;
}
