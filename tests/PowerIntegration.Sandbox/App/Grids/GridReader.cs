using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Values;

namespace PowerIntegration.Sandbox.App.Grids;

/// <summary>Reads the rows of a view as the person before the page.</summary>
internal static class GridReader
{
    private const string Count = "@Microsoft.Dynamics.CRM.totalrecordcount";
    private const string IsCapped = "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";
    private const string HasMore = "@Microsoft.Dynamics.CRM.morerecords";

    /// <summary>Reads the rows.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="request">Which rows.</param>
    public static async Task<GridModel> ReadAsync(AppVisit visit, GridRequest request)
    {
        var table = visit.Catalog.Find(request.View.Table)!;
        var columns = GridColumns.Of(request.View, visit.Catalog);
        var model = new GridModel
        {
            Id = request.Id,
            Caption = request.View.Name,
            Columns = columns,
            Page = request.State.Page,
            PageSize = request.PageSize,
            Sort = request.State.Sort,
            IsDescending = request.State.IsDescending,
            Address = request.Address,
            IsSelectable = request.IsSelectable,
            Empty = request.Find.Length > 0 ? $"No records match \"{request.Find}\"." : "No records found.",
        };
        var quickFind = visit.App.ViewFor(table.Name, ViewKind.QuickFind);
        var answer = await visit.Dataverse.FetchAsync(table.Set, GridQuery.Rows(request, quickFind, table), visit.Cancellation);
        if (!answer.IsGood)
        {
            return model with { Problem = $"The view \"{request.View.Name}\" cannot be shown. {answer.Sentence}" };
        }

        var hasRows = answer.Rows.Count > 0;
        return model with
        {
            Totals = request.WithTotals && hasRows ? await TotalsAsync(visit, request, quickFind, table, columns) : [],
            Rows = [.. answer.Rows.Select(row => Row(visit, table, columns, row))],
            HasMore = answer.Body![HasMore]?.GetValue<bool>() == true,
            Total = answer.Body[Count]?.GetValue<int>() ?? 0,
            IsTotalCapped = answer.Body[IsCapped]?.GetValue<bool>() == true,
        };
    }

    // Where there are too many rows to add up, there are no totals.
    private static async Task<IReadOnlyList<GridTotals>> TotalsAsync(
        AppVisit visit,
        GridRequest request,
        ViewDefinition? quickFind,
        TableInfo table,
        IReadOnlyList<GridColumn> columns
    )
    {
        var amounts = columns.Where(column => column is { Alias: null, Column.IsMoney: true }).Select(column => column.Column).Distinct().ToList();
        if (amounts.Count == 0)
        {
            return [];
        }

        var answer = await visit.Dataverse.FetchAsync(table.Set, GridQuery.Totals(request, quickFind, table, amounts), visit.Cancellation);
        return
        [
            .. answer.Rows.Select(group => new GridTotals(
                group[GridQuery.CurrencyAlias]?.ToString() ?? "",
                [
                    .. columns.Select(column =>
                        column is { Alias: null, Column.IsMoney: true } ? group[column.Name + Requests.AppDataverse.Formatted]?.ToString() ?? "" : ""
                    ),
                ]
            )),
        ];
    }

    private static GridRow Row(AppVisit visit, TableInfo table, IReadOnlyList<GridColumn> columns, JsonObject row)
    {
        var id = Guid.Parse(row[table.Key]!.ToString());
        var texts = columns.Select(column => CellText.Of(row, column.Key, column.Column)).ToList();
        var opens = visit.MayOpen(table.Name);
        // The name opens the record; where the view does not show the name, its first column does.
        var own = columns.ToList().FindIndex(column => column.Alias is null && column.Name == table.NameColumn);
        own = own < 0 ? columns.ToList().FindIndex(column => column is { Alias: null, Column.IsLookup: false }) : own;
        var cells = columns.Select(
            (column, index) =>
                index == own && opens
                    ? new GridCell(texts[index] is { Length: > 0 } text ? text : "(no name)", AppAddress.Record(table.Name, id))
                    : new GridCell(texts[index], Address(visit, row, column, texts[index]))
        );
        return new GridRow(id, own < 0 ? texts.FirstOrDefault() ?? "" : texts[own], [.. cells]);
    }

    private static string? Address(AppVisit visit, JsonObject row, GridColumn column, string text) =>
        CellText.Reference(row, column.Key) is { } target && visit.MayOpen(target.Table) ? AppAddress.Record(target.Table, target.Id)
        : column.Column.IsAddress && WebAddress.Is(text) ? text
        : null;
}
