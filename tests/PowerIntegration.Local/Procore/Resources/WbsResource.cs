using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>The work breakdown structure of a project: its pattern, segments, their items, and the codes in use.</summary>
/// <param name="store">The records.</param>
/// <param name="access">What the account may see.</param>
internal sealed class WbsResource(ProcoreStore store, ProjectAccess access)
{
    private const string Root = "/rest/v1.0/projects/{project_id}/work_breakdown_structure";

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", Root + "/patterns", [], call => ProcoreAnswer.Ok(Wire(Pattern(access.ProjectOfPath(call))))),
            new("GET", Root + "/segments", [], call => ProcoreAnswer.Ok(Pattern(access.ProjectOfPath(call))["segments"]!.DeepClone())),
            new("GET", Root + "/segments/{id}", [], call => ProcoreAnswer.Ok(Segment(access.ProjectOfPath(call), call.PathId("id")).DeepClone())),
            new("GET", Root + "/segments/{segment_id}/segment_items", [.. Paging.Parameters, "only_active_items"], Items),
            new("GET", Root + "/wbs_codes", [.. Paging.Parameters, "filters[status]", "filters[updated_at]"], Codes),
        ];

    private ProcoreAnswer Items(ProcoreCall call)
    {
        var project = access.ProjectOfPath(call);
        var segment = WireValue.Id(Segment(project, call.PathId("segment_id")));
        var activeOnly = call.Query.Flag("only_active_items") == true;
        var rows = Of(RecordKind.WbsSegmentItems, project)
            .Where(row => WireValue.Id(row["segment"]!.AsObject()) == segment)
            .Where(row => !activeOnly || WireValue.Text(row, "status") == "active");
        return Paging.Answer(call, [.. rows.Select(Wire)], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer Codes(ProcoreCall call)
    {
        var project = access.ProjectOfPath(call);
        var status = call.Query.OneOf("filters[status]", "active", "inactive");
        var range = call.Query.Range("filters[updated_at]");
        var rows = Of(RecordKind.WbsCodes, project)
            .Where(row => status is null || WireValue.Text(row, "status") == status)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false);
        return Paging.Answer(call, [.. rows.Select(Wire)], ProcoreGuesses.PageSize);
    }

    private JsonObject Pattern(long project) =>
        Of(RecordKind.WbsPatterns, project).SingleOrDefault() ?? throw new WireRefusalException(404, ProcoreGuesses.NotFound);

    private JsonObject Segment(long project, long id) =>
        Pattern(project)["segments"]!.AsArray().Select(segment => segment!.AsObject()).SingleOrDefault(segment => WireValue.Id(segment) == id)
        ?? throw new WireRefusalException(404, ProcoreGuesses.NotFound);

    private IEnumerable<JsonObject> Of(string kind, long project) => store.All(kind).Where(row => WireValue.Number(row, "project_id") == project);

    // The project stands in the path; the wire shape does not repeat it.
    private static JsonObject Wire(JsonObject row)
    {
        var copy = row.DeepClone().AsObject();
        copy.Remove("project_id");
        return copy;
    }
}
