using System.Collections.Frozen;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps;

/// <summary>Every table of this product is in its app with a form and views, except those that are not for people.</summary>
internal static class AppCoverageCheck
{
    private const string GateEnding = "gate";

    // Why people do not meet the rows. Gates hold none: their privileges allow actions.
    private static readonly FrozenDictionary<string, string> NotForPeople = new Dictionary<string, string>
    {
        ["pint_lock"] = "rows that order what runs at the same time",
        ["pint_cursor"] = "how far a project has been read; a cursor that stops is a finding",
    }.ToFrozenDictionary();

    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        AppTargets targets = new(catalogue);
        HashSet<string> inApps =
        [
            .. targets
                .Apps.SelectMany(app => app.Below("AppModuleComponents", "AppModuleComponent"))
                .Where(component => component.Attribute("type") == "1")
                .Select(component => component.Attribute("schemaName")),
        ];
        return catalogue.Tables.Where(IsForPeople).SelectMany(table => Find(targets, table, inApps.Contains(table.LogicalName)));
    }

    private static bool IsForPeople(TableSource table) =>
        !NotForPeople.ContainsKey(table.LogicalName) && !table.LogicalName.EndsWith(GateEnding, StringComparison.Ordinal);

    private static IEnumerable<Finding> Find(AppTargets targets, TableSource table, bool isInApp)
    {
        if (!isInApp)
        {
            yield return table.Entity.Says(
                table.LogicalName,
                $"The table is in no app. Add solution/app/{table.LogicalName}.xml and run 'packer generate app', or list the table in "
                    + $"{nameof(AppCoverageCheck)} with the reason why people do not meet its rows."
            );
            yield break;
        }

        if (!targets.Forms.Any(form => form.Table == table && form.FormType == "main"))
        {
            yield return table.Entity.Says(table.LogicalName, "The table is in the app and has no main form, so no row can be opened. Add one.");
        }

        if (targets.Views.All(view => view.Table != table))
        {
            yield return table.Entity.Says(
                table.LogicalName,
                "The table is in the app and has no views, so its lists show nothing of use. Add them."
            );
        }
    }
}
