using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Billing;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>Billing periods and subcontractor invoices.</summary>
/// <param name="store">The records.</param>
/// <param name="access">What the account may see.</param>
/// <param name="files">The files of invoices.</param>
internal sealed class RequisitionResource(ProcoreStore store, ProjectAccess access, FileResource files)
{
    private const int RequisitionPageSize = 30;
    private static readonly string[] Views = ["default", "extended", "items"];
    private readonly ChangeHistory history = new(store);

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new(
                "GET",
                "/rest/v1.0/projects/{project_id}/billing_periods",
                [.. Paging.Parameters, "filters[id]", "filters[status]", "filters[updated_at]"],
                Periods
            ),
            new(
                "GET",
                "/rest/v1.1/requisitions",
                [
                    .. Paging.Parameters,
                    "project_id",
                    "view",
                    "filters[id]",
                    "filters[commitment_id]",
                    "filters[period_id]",
                    "filters[status]",
                    "filters[updated_at]",
                    "filters[is_last]",
                ],
                List
            ),
            new("GET", "/rest/v1.1/requisitions/{id}", ["project_id", "view"], Show),
            new("GET", "/rest/v1.0/requisitions/{requisition_id}/detail", ["project_id"], Detail),
            new("GET", "/rest/v1.0/requisitions/{requisition_id}/change_histories", ["project_id"], Histories),
        ];

    private ProcoreAnswer Periods(ProcoreCall call)
    {
        var project = access.ProjectOfPath(call);
        var ids = call.Query.Ids("filters[id]");
        var status = call.Query.OneOf("filters[status]", "open", "closed");
        var range = call.Query.Range("filters[updated_at]");
        var rows = store
            .All(RecordKind.BillingPeriods)
            .Where(row => WireValue.Number(row, "project_id") == project)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => status is null || WireValue.Text(row, "status") == status)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false);
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer List(ProcoreCall call)
    {
        var project = access.ProjectOfQuery(call);
        var withItems = call.Query.OneOf("view", Views) is "items" or "extended";
        var ids = call.Query.Ids("filters[id]");
        var status = call.Query.OneOf("filters[status]", RequisitionStatus.All);
        var range = call.Query.Range("filters[updated_at]");
        var last = call.Query.Flag("filters[is_last]");
        var rows = store
            .All(RecordKind.Requisitions)
            .Where(row => WireValue.Number(row, "project_id") == project)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => IsId(call, "filters[commitment_id]", row, "commitment_id") && IsId(call, "filters[period_id]", row, "period_id"))
            .Where(row => status is null || WireValue.Text(row, "status") == status)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false)
            .Where(row => last is null || last == IsLast(row));
        return Paging.Answer(call, [.. rows.Select(row => files.Shown(withItems ? row : WithoutItems(row), call))], RequisitionPageSize);
    }

    private ProcoreAnswer Show(ProcoreCall call)
    {
        call.Query.OneOf("view", Views);
        return ProcoreAnswer.Ok(files.Shown(Require(call, "id"), call));
    }

    private ProcoreAnswer Detail(ProcoreCall call)
    {
        var requisition = Require(call, "requisition_id");
        var lines = RequisitionSummary.CertificateOf(store, requisition).Lines;
        return ProcoreAnswer.Ok(
            new JsonArray([.. requisition["items"]!.AsArray().Select((item, index) => RequisitionLines.Detail(item!.AsObject(), lines[index]))])
        );
    }

    private ProcoreAnswer Histories(ProcoreCall call) =>
        ProcoreAnswer.Ok(new JsonArray([.. history.Of(Require(call, "requisition_id")).Select(row => row.DeepClone())]));

    private JsonObject Require(ProcoreCall call, string variable)
    {
        var project = access.ProjectOfQuery(call);
        return store.Find(RecordKind.Requisitions, call.PathId(variable)) is { } row && WireValue.Number(row, "project_id") == project
            ? row
            : throw new WireRefusalException(404, ProcoreGuesses.NotFound);
    }

    private bool IsLast(JsonObject requisition) =>
        !store.All(RecordKind.Requisitions).Any(row => row["previous_requisition_id"]?.GetValue<long>() == WireValue.Id(requisition));

    private static bool IsId(ProcoreCall call, string filter, JsonObject row, string field) =>
        call.Query.Id(filter) is not { } id || WireValue.Number(row, field) == id;

    private static JsonObject WithoutItems(JsonObject row)
    {
        var copy = row.DeepClone().AsObject();
        copy.Remove("items");
        copy.Remove("item_packages");
        return copy;
    }
}
