using Microsoft.AspNetCore.Http;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Commands;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App.Lists;

/// <summary>The list page of a table.</summary>
internal static class ListReader
{
    private const int PageSize = 50;

    /// <summary>Answers a request for a list.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="options">Options of the address.</param>
    public static async Task<IResult> AnswerAsync(AppVisit visit, IQueryCollection options)
    {
        var nonce = AppPages.Nonce();
        var name = options["etn"].ToString();
        if (visit.Catalog.Find(name) is not { } table || !visit.MayRead(name))
        {
            return await ProblemAsync(visit, nonce, "This list was not found, or your security roles do not let you read it. Ask the administrator.");
        }

        var views = visit.App.PublicViews(name);
        var named = Guid.TryParse(options["viewid"], out var id) ? visit.App.View(id) : null;
        var view = named?.Table == name ? named : null;
        if (options["viewid"].ToString().Length > 0 && view is null)
        {
            return await ProblemAsync(visit, nonce, $"This view of {table.PluralLabel} was not found. Choose another one from the list.");
        }

        if ((view ?? (views.Count > 0 ? views[0] : null)) is not { } shown)
        {
            return await ProblemAsync(visit, nonce, $"{table.PluralLabel} have no view in this app.");
        }

        var find = options["find"].ToString().Trim();
        var charts = visit.App.ChartsOf(name);
        var chart = Guid.TryParse(options["chartid"], out var chartId) ? charts.FirstOrDefault(one => one.Id == chartId) : null;
        var quickFind = visit.App.ViewFor(name, ViewKind.QuickFind);
        var request = new GridRequest
        {
            Id = "list",
            View = shown,
            State = StateOf(options, shown),
            PageSize = PageSize,
            Find = find,
            IsSelectable = true,
            WithTotals = true,
            Address = state => Address(shown, find, state, chart?.Id),
        };
        var grid = await GridReader.ReadAsync(visit, request);
        return await AppPages.DrawAsync<ListPage>(
            new ListModel
            {
                Shell = ShellModel.Of(visit, shown.Name, nonce, name, view: named?.Id),
                Table = name,
                View = shown,
                Views = views.Contains(shown) ? views : [shown, .. views],
                Grid = grid,
                Charts = charts,
                Chart = chart is null ? null : await ChartReader.ReadAsync(visit, chart, GridQuery.Filtered(request, quickFind, table), "chart"),
                ChartId = chart?.Id,
                ChartOptions = Kept(options),
                Find = find,
                Searched = quickFind is null ? [] : [.. GridQuery.SearchedColumns(quickFind).Select(column => table.Column(column)?.Label ?? column)],
                NewAddress = visit.Access.May("Create", table) && visit.App.MainForms(name).Count > 0 ? AppAddress.New(name) : null,
                Commands = CommandReader.OfList(visit, name),
                RecordLabel = table.Label,
            },
            nonce
        );
    }

    private static Dictionary<string, string> Kept(IQueryCollection options) =>
        options
            .Where(option => option.Key is "pagetype" or "etn" or "viewid" or "find" or "sort" or "order")
            .ToDictionary(option => option.Key, option => option.Value.ToString());

    private static GridState StateOf(IQueryCollection options, ViewDefinition view)
    {
        var sort = options["sort"].ToString();
        return new GridState(
            int.TryParse(options["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            view.Cells.Any(cell => cell.Name == sort && cell.IsSortable) ? sort : null,
            options["order"] == "desc"
        );
    }

    private static string Address(ViewDefinition view, string find, GridState state, Guid? chart) =>
        AppAddress.List(view.Table, view.Id)
        + (find.Length > 0 ? "&find=" + Uri.EscapeDataString(find) : "")
        + (state.Sort is { } sort ? $"&sort={sort}&order={(state.IsDescending ? "desc" : "asc")}" : "")
        + (chart is { } shown ? $"&chartid={shown}" : "")
        + (state.Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"&page={state.Page}") : "");

    private static Task<IResult> ProblemAsync(AppVisit visit, string nonce, string sentence) =>
        AppPages.DrawAsync<ProblemPage>(
            new ProblemModel(ShellModel.Of(visit, "List not found", nonce), sentence),
            nonce,
            StatusCodes.Status404NotFound
        );
}
