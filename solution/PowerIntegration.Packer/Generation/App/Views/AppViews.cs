using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;

namespace PowerIntegration.Packer.Generation.App.Views;

/// <summary>The views of all tables that the app shows.</summary>
internal sealed class AppViews
{
    private readonly AppModel model;
    private readonly Dictionary<string, IReadOnlyList<ViewPlan>> views;

    /// <summary>Reads what is declared, once: a filter is taken out of its declaration.</summary>
    public AppViews(AppModel model)
    {
        this.model = model;
        views = model.Declared.ToDictionary(pair => pair.Table.Name, pair => ViewSet.Of(model, pair.Declaration, pair.Table));
    }

    /// <summary>Views of a table, those that every table has first.</summary>
    public IReadOnlyList<ViewPlan> Of(DescribedTable table) => views[table.Name];

    /// <summary>The view of a table by its name; the one that is shown first where no name is given; or null.</summary>
    public ViewPlan? Find(DescribedTable table, Word name) =>
        name.Text.Length == 0
            ? Of(table).First(view => view is { IsDefault: true, QueryType: ViewPlan.Public })
            : Of(table).FirstOrDefault(view => view.Name == name.Text)
                ?? model.Missing<ViewPlan>(
                    name,
                    $"{table.Name} has no view '{name.Text}'. "
                        + AppModel.Nearest(name.Text, Of(table).Select(view => view.Name), "view of the table")
                );

    /// <summary>Id of a view.</summary>
    public Guid IdOf(ViewPlan view) => model.Ids.Of(view.Key);
}
