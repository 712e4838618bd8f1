using Microsoft.AspNetCore.Http;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App.Dashboards;

/// <summary>Reads a dashboard.</summary>
internal static class DashboardReader
{
    /// <summary>Answers a request for a dashboard.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="options">Options of the address.</param>
    public static async Task<IResult> AnswerAsync(AppVisit visit, IQueryCollection options)
    {
        var nonce = AppPages.Nonce();
        if (!Guid.TryParse(options["id"], out var id) || visit.App.Dashboard(id) is not { } dashboard)
        {
            return await AppPages.DrawAsync<ProblemPage>(
                new ProblemModel(ShellModel.Of(visit, "Dashboard not found", nonce), "This dashboard was not found. Check the link."),
                nonce,
                StatusCodes.Status404NotFound
            );
        }

        var tiles = new Dictionary<string, DashboardTile>(StringComparer.Ordinal);
        foreach (var cell in dashboard.Tabs.SelectMany(tab => tab.Cells).Where(cell => cell.IsVisible))
        {
            if (cell.Control is GridControl grid && visit.MayRead(grid.Table))
            {
                tiles[grid.Id] = await TileAsync(visit, cell, grid);
            }
        }

        return await AppPages.DrawAsync<DashboardPage>(
            new DashboardModel(ShellModel.Of(visit, dashboard.Name, nonce, dashboard: id), dashboard, tiles),
            nonce
        );
    }

    private static async Task<DashboardTile> TileAsync(AppVisit visit, FormCell cell, GridControl control)
    {
        var view = visit.App.View(control.View)!;
        var grid =
            control.Shows == GridMode.Chart
                ? null
                : await GridReader.ReadAsync(
                    visit,
                    new GridRequest
                    {
                        Id = control.Id,
                        View = view,
                        State = new GridState(1, null, false),
                        PageSize = control.PageSize,
                        Address = state => AppAddress.List(view.Table, view.Id) + (state.Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"&page={state.Page}") : ""),
                    }
                );
        var chart =
            control.Shows != GridMode.Grid && control.Chart is { } id
                ? await ChartReader.ReadAsync(visit, visit.App.Chart(id)!, view.Fetch, control.Id + "-chart")
                : null;
        return new DashboardTile(cell.Label.Length > 0 ? cell.Label : view.Name, AppAddress.List(view.Table, view.Id), grid, chart);
    }
}
