using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs.Segments;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>
/// Makes the codes with a task that a project needs, once its items are in step. Like the items, the codes are read and planned again by each call,
/// so that nothing is remembered.
/// </summary>
internal sealed class CodePush(IDataverseStore store, ProcoreSegments segments, CoverageReading reading, TimeProvider clock)
{
    /// <summary>Makes what is missing.</summary>
    /// <param name="project">The project's row, with what its mapping needs.</param>
    /// <param name="segment">Its task segment.</param>
    /// <param name="wanted">Items that the segment is to have.</param>
    /// <param name="items">Items that it has.</param>
    /// <param name="budget">Time that the call may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PushedCodes> PushAsync(
        Entity project,
        TaskSegment segment,
        WantedItems wanted,
        IReadOnlyList<SegmentItem> items,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var inUse = await InUseAsync(project.Id, cancellationToken);
        if (inUse.Count == 0)
        {
            return PushedCodes.None;
        }

        var tasks = await reading.TasksAsync(project.Id, cancellationToken);
        var mapping = await reading.MappingAsync(project, tasks, cancellationToken);
        var day = CalendarDate.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var ids = items.GroupBy(item => item.Path).ToDictionary(same => same.Key, same => Number(same.First().Id));
        var writes = new CodeWrites(segments, segment, budget);
        while (true)
        {
            var codes = TaskCodes.Of(await ListAsync(segment, inUse, budget, cancellationToken), mapping, wanted, day);
            var sent = await writes.WriteAsync(codes.Missing, ids, cancellationToken);
            if (writes.Pause is not null || sent == 0)
            {
                return new PushedCodes(codes, [.. codes.Missing.Select(code => $"{code}: {writes.ReasonOf(code)}")])
                {
                    Pause = writes.Pause,
                    IsTurnedAway = writes.IsTurnedAway,
                };
            }
        }
    }

    // What is committed and billed was read with the structures.
    private async Task<HashSet<string>> InUseAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProcoreWbsCodeTable.LogicalName) { ColumnSet = new ColumnSet(ProcoreWbsCodeTable.ProcoreId) };
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(ProcoreWbsCodeTable.InUse, ConditionOperator.Equal, true);
        return (await store.ListAsync(query, cancellationToken))
            .Select(row => new RowView(row).RequiredText(ProcoreWbsCodeTable.ProcoreId))
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ListedCode>> ListAsync(
        TaskSegment segment,
        HashSet<string> inUse,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var rows = await segments.CodesAsync(segment.ProjectId, budget, cancellationToken);
        return
        [
            .. rows.Where(row => row.ValueKind == JsonValueKind.Object)
                .DistinctBy(row => row.TryGetProperty("id", out var id) ? id.GetRawText() : "")
                .Select(row => Code(row, segment, inUse))
                .OfType<ListedCode>(),
        ];
    }

    // A code that cannot be read, or has an item without an ID, cannot be repeated with a task.
    private static ListedCode? Code(JsonElement row, TaskSegment segment, HashSet<string> inUse)
    {
        if (WbsCodes.Read(row, segment.Name) is not { } code || Read(row) is not { SegmentItems: { } parts } wire)
        {
            return null;
        }

        var task = parts.FirstOrDefault(part => part?.Segment?.Id == segment.Id);
        var others = parts.Where(part => part?.Segment?.Id != segment.Id).ToList();
        return others.TrueForAll(part => part is { Id: not null, Segment.Id: not null })
            ? new ListedCode
            {
                FlatCode = code.FlatCode ?? code.Id,
                Codes = code.Segments,
                Task = task is null ? null : PathOf(task),
                Items = [.. others.Select(part => new CodeItem(Text(part!.Segment!.Id!.Value), Text(part.Id!.Value), part.Status != "inactive"))],
                IsActive = wire.Status != "inactive",
                IsInUse = inUse.Contains(code.Id),
            }
            : null;
    }

    private static ListedCodeWire? Read(JsonElement row)
    {
        try
        {
            return ProcoreClient.Read<ListedCodeWire>(row);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CodePath PathOf(ListedCodeItemWire item) =>
        CodePath.Of(item.PathCodes is { Count: > 0 } path ? [.. path.Select(code => code ?? "")] : [item.Code ?? ""]);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
