using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>Purchase orders of a project and their lines.</summary>
/// <param name="store">The records.</param>
/// <param name="access">What the account may see.</param>
internal sealed class PurchaseOrderResource(ProcoreStore store, ProjectAccess access)
{
    private static readonly string[] Statuses = ["Draft", "Processing", "Submitted", "Partially Received", "Received", "Approved", "Closed"];

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new(
                "GET",
                "/rest/v1.0/purchase_order_contracts",
                [.. Paging.Parameters, "project_id", "filters[id]", "filters[status]", "filters[updated_at]"],
                List
            ),
            new("GET", "/rest/v1.0/purchase_order_contracts/{purchase_order_contract_id}/line_items", [.. Paging.Parameters, "project_id"], Lines),
        ];

    private ProcoreAnswer List(ProcoreCall call)
    {
        var project = access.ProjectOfQuery(call);
        var ids = call.Query.Ids("filters[id]");
        var status = call.Query.OneOf("filters[status]", Statuses);
        var range = call.Query.Range("filters[updated_at]");
        var rows = store
            .All(RecordKind.PurchaseOrders)
            .Where(row => WireValue.Id(row["project"]!.AsObject()) == project)
            .Where(row => ids?.Contains(WireValue.Id(row)) != false)
            .Where(row => status is null || WireValue.Text(row, "status") == status)
            .Where(row => range?.Contains(WireValue.Time(row, "updated_at")) != false);
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private ProcoreAnswer Lines(ProcoreCall call)
    {
        var project = access.ProjectOfQuery(call);
        var order = call.PathId("purchase_order_contract_id");
        if (store.Find(RecordKind.PurchaseOrders, order) is not { } row || WireValue.Id(row["project"]!.AsObject()) != project)
        {
            throw new WireRefusalException(404, ProcoreGuesses.NotFound);
        }

        var lines = store
            .All(RecordKind.PurchaseOrderLines)
            .Where(line => WireValue.Id(line["holder"]!.AsObject()) == order)
            .OrderBy(line => WireValue.Number(line, "position"));
        return Paging.Answer(call, [.. lines], ProcoreGuesses.PageSize);
    }
}
