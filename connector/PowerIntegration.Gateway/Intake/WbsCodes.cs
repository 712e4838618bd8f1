using System.Text.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// The WBS codes of projects. Procore provides only the complete list, so Dataverse keeps it: a poll reads the list once if a document will need it,
/// and a document takes the codes of its lines from Dataverse.
/// </summary>
internal sealed class WbsCodes(IDataverseStore store, ProcoreClient procore, EnvironmentPin pin, TimeProvider clock)
{
    /// <summary>Codes asked for by name in one query; for more, the complete list of the project is queried, which is one query too.</summary>
    public const int NamedMax = 150;

    /// <summary>Rows written in one request.</summary>
    public const int WrittenTogetherMax = 1000;

    /// <summary>Rows that were written since this object was made.</summary>
    public int Written { get; private set; }

    private static readonly string[] Columns =
    [
        ProcoreWbsCodeTable.ProcoreId,
        ProcoreWbsCodeTable.FlatCode,
        ProcoreWbsCodeTable.TaskSegment,
        ProcoreWbsCodeTable.TaskSegmentCode,
        ProcoreWbsCodeTable.CostCode,
        ProcoreWbsCodeTable.CostType,
        ProcoreWbsCodeTable.SubJob,
        ProcoreWbsCodeTable.OtherSegments,
        ProcoreWbsCodeTable.TaskSegmentName,
        ProcoreWbsCodeTable.CostCodeName,
    ];

    /// <summary>Codes by their ids. A code that Dataverse does not have is looked up in Procore's list; one that is nowhere is left out.</summary>
    public async Task<IReadOnlyDictionary<string, WbsCode>> OfAsync(
        SourceProject project,
        IReadOnlyCollection<string> ids,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return new Dictionary<string, WbsCode>();
        }

        var known = await KnownAsync(project, ids.Count <= NamedMax ? ids : null, cancellationToken);
        return ids.All(known.ContainsKey) ? known : await RefreshAsync(project, budget, cancellationToken);
    }

    /// <summary>Reads the list from Procore, keeps what differs from what Dataverse has, and gives it.</summary>
    public async Task<IReadOnlyDictionary<string, WbsCode>> RefreshAsync(
        SourceProject project,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var address = $"rest/v1.0/projects/{Uri.EscapeDataString(project.ProcoreId)}/work_breakdown_structure/wbs_codes";
        var listed = new Dictionary<string, WbsCode>(StringComparer.Ordinal);
        foreach (var row in await procore.LongListAsync<JsonElement>(address, budget, cancellationToken))
        {
            if (Read(row, project.TaskSegment) is { } code)
            {
                listed[code.Id] = code;
            }
        }

        var known = await KnownAsync(project, ids: null, cancellationToken);
        var changed = listed.Values.Where(code => FitsItsRow(code) && (!known.TryGetValue(code.Id, out var kept) || kept != code));
        foreach (var some in changed.Chunk(WrittenTogetherMax))
        {
            await store.UpsertAllAsync([.. some.Select(code => Row(project, code))], cancellationToken);
            Written += some.Length;
        }

        return listed;
    }

    /// <summary>
    /// A row of Procore's list; null where it cannot be read. Such a code is missing only where a line uses it; that line is then refused by its
    /// name.
    /// </summary>
    public static WbsCode? Read(JsonElement row, string? taskSegment)
    {
        try
        {
            return ProcoreClient.Read<WbsCodeWire>(row) is { Id: { } id } wire
                ? new WbsCode(
                    id.ToString(CultureInfo.InvariantCulture),
                    Text(wire.FlatCode),
                    taskSegment is null ? null : Text(TaskCode(Segment(wire, "custom", taskSegment))),
                    Text(Segment(wire, "cost_code", name: null)?.PathCode),
                    Text(Segment(wire, "line_item_type", name: null)?.Code)
                )
                {
                    SubJob = Text(Segment(wire, "sub_job", name: null)?.PathCode),
                    OtherSegments = SegmentText.Write(Others(wire, taskSegment)),
                    TaskSegmentName = taskSegment is null ? null : Name(Segment(wire, "custom", taskSegment)),
                    CostCodeName = Name(Segment(wire, "cost_code", name: null)),
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Dictionary<string, WbsCode>> KnownAsync(
        SourceProject project,
        IReadOnlyCollection<string>? ids,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryExpression(ProcoreWbsCodeTable.LogicalName) { ColumnSet = new ColumnSet(Columns) };
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, project.Id);
        if (ids is not null)
        {
            query.Criteria.AddCondition(ProcoreWbsCodeTable.ProcoreId, ConditionOperator.In, [.. ids]);
        }

        // What was read with another task segment does not say what this one says.
        return (await store.ListAsync(query, cancellationToken))
            .Select(row => new RowView(row))
            .Where(row => row.Text(ProcoreWbsCodeTable.TaskSegment) == project.TaskSegment)
            .Select(Code)
            .ToDictionary(code => code.Id, StringComparer.Ordinal);
    }

    private static WbsCode Code(RowView row) =>
        new(
            row.RequiredText(ProcoreWbsCodeTable.ProcoreId),
            row.Text(ProcoreWbsCodeTable.FlatCode),
            row.Text(ProcoreWbsCodeTable.TaskSegmentCode),
            row.Text(ProcoreWbsCodeTable.CostCode),
            row.Text(ProcoreWbsCodeTable.CostType)
        )
        {
            SubJob = row.Text(ProcoreWbsCodeTable.SubJob),
            OtherSegments = row.Text(ProcoreWbsCodeTable.OtherSegments),
            TaskSegmentName = row.Text(ProcoreWbsCodeTable.TaskSegmentName),
            CostCodeName = row.Text(ProcoreWbsCodeTable.CostCodeName),
        };

    private Entity Row(SourceProject project, WbsCode code) =>
        new(ProcoreWbsCodeTable.LogicalName, ProcoreWbsCodeTable.Key, SyncKey.ForWbsCode(pin.Scope, project.ProcoreId, code.Id))
        {
            [ProcoreWbsCodeTable.Name] = code.FlatCode ?? code.Id,
            [ProcoreWbsCodeTable.EnvironmentId] = pin.Environment,
            [ProcoreWbsCodeTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id),
            [ProcoreWbsCodeTable.ProcoreId] = code.Id,
            [ProcoreWbsCodeTable.FlatCode] = code.FlatCode,
            [ProcoreWbsCodeTable.TaskSegment] = project.TaskSegment,
            [ProcoreWbsCodeTable.TaskSegmentCode] = code.TaskSegmentCode,
            [ProcoreWbsCodeTable.CostCode] = code.CostCode,
            [ProcoreWbsCodeTable.CostType] = code.CostType,
            [ProcoreWbsCodeTable.SubJob] = code.SubJob,
            [ProcoreWbsCodeTable.OtherSegments] = code.OtherSegments,
            [ProcoreWbsCodeTable.TaskSegmentName] = code.TaskSegmentName,
            [ProcoreWbsCodeTable.CostCodeName] = code.CostCodeName,
            [ProcoreWbsCodeTable.ReadOn] = clock.GetUtcNow().UtcDateTime,
        };

    // In a tiered segment an item is below those of the tasks above; the number of its task is its own code.
    private static string? TaskCode(SegmentItemWire? item) => item?.Segment?.Structure == "tiered" ? item.Code : item?.PathCode;

    private static SegmentItemWire? Segment(WbsCodeWire code, string type, string? name) =>
        code.SegmentItems?.FirstOrDefault(item =>
            item?.Segment?.Type == type && (name is null || string.Equals(item.Segment.Name, name, StringComparison.OrdinalIgnoreCase))
        );

    private static Dictionary<string, string> Others(WbsCodeWire code, string? taskSegment)
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in code.SegmentItems ?? [])
        {
            if (
                item?.Segment is { Type: "custom", Name: { Length: > 0 } name }
                && !string.Equals(name, taskSegment, StringComparison.OrdinalIgnoreCase)
                && Text(item.PathCode) is { } value
            )
            {
                others[name] = value;
            }
        }

        return others;
    }

    // A name is for people and for suggestions, so a long one may be cut.
    private static string? Name(SegmentItemWire? item) =>
        Text(item?.Name) is { } name ? Sentence.Fit(name, ProcoreWbsCodeTable.CostCodeNameLengthMax) : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // What does not fit its column is not kept: a cut code would pass for another one.
    private static bool FitsItsRow(WbsCode code) =>
        code.Id.Length <= ProcoreWbsCodeTable.ProcoreIdLengthMax
        && Fits(code.FlatCode, ProcoreWbsCodeTable.FlatCodeLengthMax)
        && Fits(code.FlatCode, ProcoreWbsCodeTable.NameLengthMax)
        && Fits(code.TaskSegmentCode, ProcoreWbsCodeTable.TaskSegmentCodeLengthMax)
        && Fits(code.CostCode, ProcoreWbsCodeTable.CostCodeLengthMax)
        && Fits(code.CostType, ProcoreWbsCodeTable.CostTypeLengthMax)
        && Fits(code.SubJob, ProcoreWbsCodeTable.SubJobLengthMax)
        && Fits(code.OtherSegments, ProcoreWbsCodeTable.OtherSegmentsLengthMax);

    private static bool Fits(string? text, int lengthMax) => (text?.Length ?? 0) <= lengthMax;
}
