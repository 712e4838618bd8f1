using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>Views of the budget and the lines that they show.</summary>
/// <param name="store">The records; a budget line is kept with its project and its code.</param>
/// <param name="access">What the account may see.</param>
internal sealed class BudgetResource(ProcoreStore store, ProjectAccess access)
{
    private const string Tool = "budget";
    private const string RowType = "budget_row_type";

    public IEnumerable<ProcoreRoute> Routes =>
        [
            new("GET", "/rest/v1.0/budget_views", [.. Paging.Parameters, "project_id"], List),
            new("GET", "/rest/v1.0/budget_views/{budget_view_id}/detail_rows", [.. Paging.Parameters, "project_id", RowType], Rows),
        ];

    private ProcoreAnswer List(ProcoreCall call)
    {
        access.RequireRead(Tool, access.ProjectOfQuery(call));
        return Paging.Answer(call, [.. store.All(RecordKind.BudgetViews)], ProcoreGuesses.PageSize);
    }

    // Costs without a budget line are not worked out here, so only the rows of budget lines can be asked for.
    private ProcoreAnswer Rows(ProcoreCall call)
    {
        var project = access.ProjectOfQuery(call);
        access.RequireRead(Tool, project);
        if (store.Find(RecordKind.BudgetViews, call.PathId("budget_view_id")) is null)
        {
            throw new WireRefusalException(404, ProcoreGuesses.NotFound);
        }

        if (call.Query.OneOf(RowType, "budgeted") is null)
        {
            throw new WireRefusalException(400, $"Procore simulator: detail rows are listed with {RowType}=budgeted only.");
        }

        var rows = store
            .All(RecordKind.BudgetLines)
            .Where(row => WireValue.Number(row, "project_id") == project)
            .Select(row => Row(row, call.CompanyId));
        return Paging.Answer(call, [.. rows], ProcoreGuesses.PageSize);
    }

    private static JsonObject Row(JsonObject line, long company)
    {
        var row = line.DeepClone().AsObject();
        row["company_id"] = company;
        row["deletable"] = false;
        row["unbudgeted_reason"] = null;
        return row;
    }
}
