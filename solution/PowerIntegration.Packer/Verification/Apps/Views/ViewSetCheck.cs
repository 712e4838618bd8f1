using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Views;

/// <summary>
/// A table with views of its own has one default of every type: the server makes its own set only for a table without any, so a missing type would
/// be missing for good.
/// </summary>
internal static class ViewSetCheck
{
    private static readonly (string Type, string Name)[] Types =
    [
        ("0", "public"),
        ("1", "advanced find"),
        ("2", "associated"),
        ("4", "quick find"),
        ("64", "lookup"),
    ];

    public static IEnumerable<Finding> Find(AppTargets targets) =>
        targets.Views.Where(view => view.Table is not null).GroupBy(view => view.Folder).SelectMany(Find);

    private static IEnumerable<Finding> Find(IGrouping<string, TableItem> views) => Types.SelectMany(type => Find(views, type.Type, type.Name));

    private static IEnumerable<Finding> Find(IGrouping<string, TableItem> views, string type, string name)
    {
        SourceElement[] defaults =
        [
            .. views.Select(view => view.Source).Where(view => view.Text("querytype") == type && view.Text("isdefault") == "1"),
        ];
        if (defaults.Length == 0)
        {
            yield return new Finding(
                views.Key + "/SavedQueries",
                $"querytype {type}",
                $"The table has views, but no default {name} view (querytype {type}, isdefault 1). Add one."
            );
        }

        foreach (SourceElement view in defaults.Skip(1))
        {
            yield return view.Says($"{defaults[0].File} is the default {name} view already. Set isdefault to 0.");
        }
    }
}
