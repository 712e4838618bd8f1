using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Wbs;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>The work breakdown structure of the company, from which projects take their segments.</summary>
/// <param name="structure">What there is.</param>
/// <param name="segments">Changes of the pattern.</param>
/// <param name="items">Changes of items.</param>
/// <param name="access">What the account may see and change.</param>
internal sealed class CompanyWbsResource(WbsStructure structure, WbsSegments segments, WbsItems items, ProjectAccess access)
{
    private const string Root = "/rest/v1.0/companies/{company_id}/work_breakdown_structure";
    private const string Items = Root + "/segments/{segment_id}/segment_items";

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", Root + "/patterns", [], call => ProcoreAnswer.Ok(structure.PatternWire(Scope(call)))),
            new("GET", Root + "/segments", [], ListSegments),
            new("POST", Root + "/segments", [], CreateSegment),
            new("GET", Items, Paging.Parameters, ListItems),
            new("POST", Items, [], CreateItem),
            new("PATCH", Items + "/update_all", [], ChangeItems),
            new("PATCH", Items + "/{id}", [], ChangeItem),
            new("DELETE", Items + "/{id}", [], DeleteItem),
        ];

    private ProcoreAnswer ListSegments(ProcoreCall call)
    {
        var scope = Scope(call);
        return ProcoreAnswer.Ok(new JsonArray([.. structure.Segments(scope).Select(segment => structure.SegmentWire(scope, segment))]));
    }

    private ProcoreAnswer CreateSegment(ProcoreCall call)
    {
        var scope = Writable(call);
        var body = BodyFields.Of(call, "the body", "segment");
        var fields = BodyFields.Of(
            body.Sent["segment"],
            "segment",
            "name",
            "structure",
            "project_can_modify_origin_project",
            "project_can_delete_origin_company"
        );
        return new ProcoreAnswer(201, structure.SegmentWire(scope, segments.Create(scope.OwnerId, fields)));
    }

    private ProcoreAnswer ListItems(ProcoreCall call)
    {
        var scope = Scope(call);
        return Paging.Answer(
            call,
            [.. structure.Items(scope, SegmentOf(scope, call))],
            ProcoreGuesses.PageSize,
            row => structure.ItemWire(scope, row)
        );
    }

    private ProcoreAnswer CreateItem(ProcoreCall call)
    {
        var scope = Writable(call);
        var body = BodyFields.Of(call, "a segment item", "code", "name", "parent_id");
        var item = items.Create(scope, SegmentOf(scope, call), body.RequiredText("code"), body.RequiredText("name"), body.Id("parent_id"));
        return new ProcoreAnswer(201, structure.ItemWire(scope, item));
    }

    private ProcoreAnswer ChangeItem(ProcoreCall call)
    {
        var scope = Writable(call);
        SegmentOf(scope, call);
        return ProcoreAnswer.Ok(structure.ItemWire(scope, WbsAnswer.ChangeItem(items, scope, call)));
    }

    private ProcoreAnswer ChangeItems(ProcoreCall call)
    {
        var (ids, status) = WbsAnswer.StatusOfMany(call);
        var scope = Writable(call);
        items.ChangeStatus(scope, SegmentOf(scope, call), ids, status);
        return WbsAnswer.Done;
    }

    private ProcoreAnswer DeleteItem(ProcoreCall call)
    {
        var scope = Writable(call);
        items.Delete(scope, SegmentOf(scope, call), call.PathId("id"));
        return WbsAnswer.Done;
    }

    // The company's cost codes are in lists, of which a caller has to name one; they are not built.
    private long SegmentOf(WbsScope scope, ProcoreCall call)
    {
        var segment = structure.Segment(scope, call.PathId("segment_id"));
        return WireValue.Text(segment, "type") == "cost_code"
            ? throw new WireRefusalException(
                400,
                "Procore simulator: the company's cost codes and their lists (segment_item_list_id) are not supported."
            )
            : WireValue.Id(segment);
    }

    private static WbsScope Scope(ProcoreCall call) =>
        call.PathId("company_id") == call.CompanyId
            ? WbsScope.Company(call.CompanyId)
            : throw new WireRefusalException(403, "company_id is not the company of the header Procore-Company-Id");

    private WbsScope Writable(ProcoreCall call)
    {
        var scope = Scope(call);
        access.RequireWrite(ProcoreGuesses.StructureTool, null);
        return scope;
    }
}
