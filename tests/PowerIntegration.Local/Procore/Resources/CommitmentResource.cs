using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Billing;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>Subcontracts, their schedules of values, and how they are invoiced.</summary>
/// <param name="store">The records.</param>
/// <param name="access">What the account may see.</param>
internal sealed class CommitmentResource(ProcoreStore store, ProjectAccess access)
{
    private static readonly string[] Statuses = ["Draft", "Out For Bid", "Out For Signature", "Approved", "Complete", "Terminated", "Void"];

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new(
                "GET",
                "/rest/v1.0/work_order_contracts",
                [.. Paging.Parameters, "project_id", "filters[id]", "filters[status]", "filters[updated_at]", "filters[origin_id]"],
                List
            ),
            new("GET", "/rest/v1.0/work_order_contracts/{id}", ["project_id"], Show),
            new(
                "GET",
                "/rest/v1.0/work_order_contracts/{work_order_contract_id}/line_items",
                [.. Paging.Parameters, "project_id", "filters[id]", "filters[updated_at]"],
                Lines
            ),
            new("GET", "/rest/v1.0/projects/{project_id}/contracts/{contract_id}/invoice_configuration", [], Configuration),
        ];

    private ProcoreAnswer List(ProcoreCall call)
    {
        var project = access.ProjectOfQuery(call);
        var ids = call.Query.Ids("filters[id]");
        var status = call.Query.OneOf("filters[status]", Statuses);
        var range = call.Query.Range("filters[updated_at]");
        var origin = call.Query.Text("filters[origin_id]");
        var rows = store
            .All(RecordKind.Commitments)
            .Where(row => ProjectOf(row) == project)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => status is null || WireValue.Text(row, "status") == status)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false)
            .Where(row => origin is null || row["origin_id"]?.ToString() == origin);
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer Show(ProcoreCall call)
    {
        var row = Require(access.ProjectOfQuery(call), call.PathId("id")).DeepClone().AsObject();
        row["line_items"] = new JsonArray([.. LinesOf(WireValue.Id(row))]);
        return ProcoreAnswer.Ok(row);
    }

    private ProcoreAnswer Lines(ProcoreCall call)
    {
        var contract = WireValue.Id(Require(access.ProjectOfQuery(call), call.PathId("work_order_contract_id")));
        var ids = call.Query.Ids("filters[id]");
        var range = call.Query.Range("filters[updated_at]");
        var rows = LinesOf(contract)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false);
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer Configuration(ProcoreCall call)
    {
        var contract = WireValue.Id(Require(access.ProjectOfPath(call), call.PathId("contract_id")));
        var row =
            store.All(RecordKind.InvoiceConfigurations).SingleOrDefault(row => WireValue.Number(row, "contract_id") == contract)
            ?? throw new WireRefusalException(404, ProcoreGuesses.NotFound);
        var copy = row.DeepClone().AsObject();
        copy["commitment_has_invoices"] = store
            .All(RecordKind.Requisitions)
            .Any(requisition => WireValue.Number(requisition, "commitment_id") == contract);
        return ProcoreAnswer.Ok(copy);
    }

    private JsonObject Require(long project, long id) =>
        store.Find(RecordKind.Commitments, id) is { } row && ProjectOf(row) == project
            ? row
            : throw new WireRefusalException(404, ProcoreGuesses.NotFound);

    private IEnumerable<JsonObject> LinesOf(long contract) =>
        store
            .All(RecordKind.LineItems)
            .Where(line => WireValue.Id(line["holder"]!.AsObject()) == contract)
            .OrderBy(line => WireValue.Number(line, "position"))
            .Select(Answered);

    // The mark of a change order is ours; Procore tells it by other resources.
    private static JsonObject Answered(JsonObject line)
    {
        var copy = line.DeepClone().AsObject();
        copy.Remove(ChangeOrders.Mark);
        return copy;
    }

    private static long ProjectOf(JsonObject row) => WireValue.Id(row["project"]!.AsObject());
}
