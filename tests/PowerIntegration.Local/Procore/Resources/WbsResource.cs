using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Wbs;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>The work breakdown structure of a project: its pattern, segments, their items, and its codes.</summary>
/// <param name="structure">What there is.</param>
/// <param name="segments">Changes of the pattern.</param>
/// <param name="items">Changes of items.</param>
/// <param name="codes">Changes of codes.</param>
/// <param name="access">What the account may see and change.</param>
internal sealed class WbsResource(WbsStructure structure, WbsSegments segments, WbsItems items, WbsCodes codes, ProjectAccess access)
{
    private const string Root = "/rest/v1.0/projects/{project_id}/work_breakdown_structure";
    private const string Items = Root + "/segments/{segment_id}/segment_items";
    private const string Codes = Root + "/wbs_codes";

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", Root + "/patterns", [], call => ProcoreAnswer.Ok(structure.PatternWire(Scope(call)))),
            new(
                "PUT",
                Root + "/patterns/add_segment",
                [],
                call => ChangePattern(call, id => segments.Add(call.CompanyId, Writable(call).OwnerId, id))
            ),
            new("PUT", Root + "/patterns/remove_segment", [], call => ChangePattern(call, id => segments.Remove(Writable(call).OwnerId, id))),
            new("GET", Root + "/segments", [], ListSegments),
            new("GET", Root + "/segments/{id}", [], ShowSegment),
            new("GET", Items, [.. Paging.Parameters, "only_active_items"], ListItems),
            new("POST", Items, [], CreateItem),
            new("PATCH", Items + "/update_all", [], ChangeItems),
            new("PATCH", Items + "/{id}", [], ChangeItem),
            new("DELETE", Items + "/{id}", [], DeleteItem),
            new("GET", Codes, [.. Paging.Parameters, "filters[status]", "filters[updated_at]"], ListCodes),
            new("POST", Codes, [], CreateCode),
            new("PATCH", Codes + "/bulk_create", [], CreateCodes),
            new("PATCH", Codes + "/update_all", [], ChangeCodes),
            new("PATCH", Codes + "/{id}", [], ChangeCode),
        ];

    private static ProcoreAnswer ChangePattern(ProcoreCall call, Action<long> change)
    {
        change(BodyFields.Of(call, "the body", "segment_id").RequiredId("segment_id"));
        return WbsAnswer.Done;
    }

    private ProcoreAnswer ListSegments(ProcoreCall call)
    {
        var scope = Scope(call);
        return ProcoreAnswer.Ok(new JsonArray([.. structure.Segments(scope).Select(segment => structure.SegmentWire(scope, segment))]));
    }

    private ProcoreAnswer ShowSegment(ProcoreCall call)
    {
        var scope = Scope(call);
        return ProcoreAnswer.Ok(structure.SegmentWire(scope, structure.Segment(scope, call.PathId("id"))));
    }

    private ProcoreAnswer ListItems(ProcoreCall call)
    {
        var scope = Scope(call);
        var segment = WireValue.Id(structure.Segment(scope, call.PathId("segment_id")));
        var activeOnly = call.Query.Flag("only_active_items") == true;
        var rows = structure.Items(scope, segment).Where(row => !activeOnly || WireValue.Text(row, "status") == "active");
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize, row => structure.ItemWire(scope, row));
    }

    private ProcoreAnswer CreateItem(ProcoreCall call)
    {
        var scope = Writable(call);
        var body = BodyFields.Of(call, "a segment item", "code", "name", "parent_id");
        var item = items.Create(scope, call.PathId("segment_id"), body.RequiredText("code"), body.RequiredText("name"), body.Id("parent_id"));
        return new ProcoreAnswer(201, structure.ItemWire(scope, item));
    }

    private ProcoreAnswer ChangeItem(ProcoreCall call)
    {
        var scope = Writable(call);
        return ProcoreAnswer.Ok(structure.ItemWire(scope, WbsAnswer.ChangeItem(items, scope, call)));
    }

    private ProcoreAnswer ChangeItems(ProcoreCall call)
    {
        var (ids, status) = WbsAnswer.StatusOfMany(call);
        items.ChangeStatus(Writable(call), call.PathId("segment_id"), ids, status);
        return WbsAnswer.Done;
    }

    private ProcoreAnswer DeleteItem(ProcoreCall call)
    {
        items.Delete(Writable(call), call.PathId("segment_id"), call.PathId("id"));
        return WbsAnswer.Done;
    }

    private ProcoreAnswer ListCodes(ProcoreCall call)
    {
        var project = access.ProjectOfPath(call);
        var statuses = call.Query.SomeOf("filters[status]", "active", "inactive");
        var range = call.Query.Range("filters[updated_at]");
        var rows = structure
            .Codes(project)
            .Where(row => statuses?.Contains(WireValue.Text(row, "status")) != false)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false);
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize, structure.CodeWire);
    }

    private ProcoreAnswer CreateCode(ProcoreCall call)
    {
        var batch = codes.Begin(Writable(call).OwnerId);
        Put(batch, call.Request.Body);
        return new ProcoreAnswer(201, structure.CodeWire(batch.Commit().Single()));
    }

    // What cannot be taken is answered beside what was taken, as it came.
    private ProcoreAnswer CreateCodes(ProcoreCall call)
    {
        var batch = codes.Begin(Writable(call).OwnerId);
        var errors = new JsonArray();
        var bulk = BodyFields.Of(call, "the body", "bulk").RequiredList("bulk");
        if (bulk.Count > ProcoreGuesses.BulkCodesMax)
        {
            throw new WireRefusalException(413, $"{bulk.Count} codes are too many for one request");
        }

        foreach (var row in bulk)
        {
            try
            {
                Put(batch, row);
            }
            catch (WireRefusalException refusal) when (row is JsonObject sent)
            {
                var echo = sent.DeepClone().AsObject();
                echo["errors"] = refusal.Answer.Body!["errors"]!.DeepClone();
                errors.Add(echo);
            }
        }

        var entities = new JsonArray([.. batch.Commit().Select(structure.CodeWire)]);
        return new ProcoreAnswer(201, new JsonObject { ["entities"] = entities, ["errors"] = errors });
    }

    private ProcoreAnswer ChangeCode(ProcoreCall call)
    {
        var project = Writable(call).OwnerId;
        var body = BodyFields.Of(call, "a change of a WBS code", "description", "status");
        var code = codes.Change(project, call.PathId("id"), body.Text("description"), body.OneOf("status", WbsAnswer.Statuses));
        return ProcoreAnswer.Ok(structure.CodeWire(code));
    }

    private ProcoreAnswer ChangeCodes(ProcoreCall call)
    {
        var (ids, status) = WbsAnswer.StatusOfMany(call);
        codes.ChangeStatus(Writable(call).OwnerId, ids, status);
        return WbsAnswer.Done;
    }

    private static void Put(WbsCodeBatch batch, JsonNode? row)
    {
        var body = BodyFields.Of(row, "a WBS code", "description", "segment_items");
        var choices = body.RequiredList("segment_items")
            .Select(part => BodyFields.Of(part, "an item of segment_items", "segment_id", "segment_item_id"))
            .Select(part => new WbsChoice(part.RequiredId("segment_id"), part.RequiredId("segment_item_id")));
        batch.Put(body.Text("description"), [.. choices]);
    }

    private WbsScope Scope(ProcoreCall call) => WbsScope.Project(access.ProjectOfPath(call));

    private WbsScope Writable(ProcoreCall call)
    {
        var project = access.ProjectOfPath(call);
        access.RequireWrite(ProcoreGuesses.StructureTool, project);
        return WbsScope.Project(project);
    }
}
