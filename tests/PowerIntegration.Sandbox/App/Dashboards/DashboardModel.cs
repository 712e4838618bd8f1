using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App.Dashboards;

/// <summary>A dashboard with the rows of its tiles.</summary>
/// <param name="Shell">What is around it.</param>
/// <param name="Dashboard">Its layout.</param>
/// <param name="Tiles">What each grid control shows, by its id; missing where the person may not read the table.</param>
public sealed record DashboardModel(ShellModel Shell, DashboardDefinition Dashboard, IReadOnlyDictionary<string, DashboardTile> Tiles);

/// <summary>What a tile shows.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Address">The list that it comes from.</param>
/// <param name="Grid">Its rows; null where it shows a chart alone.</param>
/// <param name="Chart">Its chart; null where it shows rows alone.</param>
public sealed record DashboardTile(string Title, string Address, GridModel? Grid, ChartModel? Chart);
