using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App;

/// <summary>Whether everything that forms, views, charts and the site map name is there. What is not is refused by file and name.</summary>
/// <param name="app">What the solutions define.</param>
/// <param name="catalog">The tables.</param>
internal sealed class DefinitionCheck(AppDefinition app, TableCatalog catalog)
{
    /// <summary>Checks everything.</summary>
    /// <exception cref="SolutionRefusedException">Something is named that is not there.</exception>
    public void Require()
    {
        foreach (var view in app.Views)
        {
            RequireView(view);
        }

        foreach (var form in app.Forms)
        {
            RequireForm(form);
        }

        foreach (var chart in app.Charts)
        {
            RequireTable(chart.Table, chart.File);
        }

        var commands = app.Commands.SelectMany(pair => pair.Value.SelectMany(one => one.Items.Append(one)).Select(one => (pair.Key, one)));
        foreach (var (table, control) in commands)
        {
            RequireCommand(table, control);
        }

        foreach (var dashboard in app.Dashboards)
        {
            RequireCells(dashboard.Tabs.SelectMany(tab => tab.Cells), null, dashboard.File);
            RequireNoPages(dashboard);
        }

        foreach (var line in app.SiteMap.Areas.SelectMany(area => area.Groups).SelectMany(group => group.SubAreas))
        {
            RequireLine(line);
        }
    }

    private void RequireCommand(string table, RibbonControl control)
    {
        var place = $"The command {control.Id} of {table}";
        foreach (var (_, owner) in control.Rules.Privileges)
        {
            RequireTable(owner, place);
        }

        var shown = app.MainForms(table)
            .Select(form => form.Cells.Select(cell => cell.Control).OfType<FieldControl>().Select(field => field.Column).ToHashSet());
        var compared = control.Rules.Values.SelectMany(either => either).Select(one => one.Column);
        foreach (var column in compared.Where(_ => control.Place == CommandPlace.Form))
        {
            RequireColumn(catalog.Find(table), column, place);
            if (!shown.All(columns => columns.Contains(column)))
            {
                throw new SolutionRefusedException($"{place} looks at {column}, which a form of the table does not show. Show it, or drop the rule.");
            }
        }
    }

    private void RequireView(ViewDefinition view)
    {
        RequireTable(view.Table, view.File);
        foreach (var cell in view.Cells.Where(cell => GridColumns.Find(view, cell, catalog) is null))
        {
            throw Refused(view.File, $"the view \"{view.Name}\" shows the column '{cell.Name}', which {view.Table} and its query do not have");
        }
    }

    private void RequireForm(FormDefinition form)
    {
        var table = RequireTable(form.Table, form.File);
        RequireCells(form.Cells, table, form.File);
    }

    private void RequireCells(IEnumerable<FormCell> cells, TableInfo? table, string file)
    {
        foreach (var control in cells.Select(cell => cell.Control))
        {
            switch (control)
            {
                case FieldControl field:
                    RequireColumn(table, field.Column, file);
                    break;
                case QuickViewControl quickView:
                    RequireColumn(table, quickView.Column, file);
                    foreach (var (target, form) in quickView.Forms)
                    {
                        _ =
                            app.Form(form) is { IsQuickView: true } found && found.Table == target
                                ? found
                                : throw Refused(file, $"the quick view form {form:B} of {target} is in no solution loaded");
                    }

                    break;
                case PageControl page when !app.WebResources.TryGetValue(page.Name, out var found) || !found.IsPage:
                    throw Refused(file, $"the control '{page.Id}' shows the page {page.Name}, which is in no solution loaded");
                case GridControl grid:
                    RequireGrid(grid, table, file);
                    break;
            }
        }
    }

    // A dashboard has no record to tell a page about.
    private static void RequireNoPages(DashboardDefinition dashboard)
    {
        if (dashboard.Tabs.SelectMany(tab => tab.Cells).Select(cell => cell.Control).OfType<PageControl>().FirstOrDefault() is { } page)
        {
            throw Refused(dashboard.File, $"the control '{page.Id}' shows a page, and pages are drawn on forms only");
        }
    }

    private void RequireGrid(GridControl grid, TableInfo? table, string file)
    {
        if (app.View(grid.View)?.Table != grid.Table)
        {
            throw Refused(file, $"the control '{grid.Id}' shows the view {grid.View:B} of {grid.Table}, which is in no solution loaded");
        }

        if (grid.Chart is { } chart && app.Chart(chart)?.Table != grid.Table)
        {
            throw Refused(file, $"the control '{grid.Id}' shows the chart {chart:B} of {grid.Table}, which is in no solution loaded");
        }

        if (
            grid.Relationship is { } name
            && !(catalog.Relationship(name) is { } relationship && relationship.Table == grid.Table && relationship.Target == table?.Name)
        )
        {
            throw Refused(file, $"the control '{grid.Id}' names the relationship '{name}', which does not lead from {grid.Table} to this table");
        }
    }

    private void RequireLine(SiteMapSubArea line)
    {
        const string Map = "The site map";
        if (line.Table is { } table)
        {
            RequireTable(table, Map);
        }

        if (line.View is { } view && app.View(view)?.Table != line.Table)
        {
            throw Refused(Map, $"the subarea '{line.Id}' names the view {view:B}, which is in no solution loaded");
        }

        if (line.Dashboard is { } dashboard && app.Dashboard(dashboard) is null)
        {
            throw Refused(Map, $"the subarea '{line.Id}' names the dashboard {dashboard:B}, which is in no solution loaded");
        }
    }

    private static void RequireColumn(TableInfo? table, string column, string file)
    {
        if (table?.Column(column) is null)
        {
            throw Refused(file, $"the column '{column}' is not in {table?.Name ?? "any table"}");
        }
    }

    private TableInfo RequireTable(string name, string file) =>
        catalog.Find(name) ?? throw Refused(file, $"the table '{name}' is in no solution loaded");

    private static SolutionRefusedException Refused(string file, string why) => new($"{file}: {why}. Correct the name.");
}
