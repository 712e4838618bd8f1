using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Commands;

/// <summary>Which commands a person sees: those whose rules say yes.</summary>
internal static class CommandReader
{
    /// <summary>The commands above a list.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="table">Table of the list.</param>
    public static CommandBarModel OfList(AppVisit visit, string table) =>
        new([.. visit.App.CommandsOf(table, CommandPlace.List).Select(control => Shown(visit, control, _ => true)).OfType<CommandModel>()]);

    /// <summary>The commands above a form.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="table">Table of the record.</param>
    /// <param name="isSaved">Whether the record is saved.</param>
    /// <param name="value">The value of a column of the form, as it is stored; empty for none.</param>
    public static CommandBarModel OfForm(AppVisit visit, string table, bool isSaved, Func<string, string> value) =>
        new([
            .. visit
                .App.CommandsOf(table, CommandPlace.Form)
                .Select(control => Shown(visit, control, rules => Allows(rules, isSaved, value)))
                .OfType<CommandModel>(),
        ]);

    private static bool Allows(RibbonRules rules, bool isSaved, Func<string, string> value) =>
        (isSaved || !rules.NeedsRecord) && rules.Values.All(either => either.Any(one => value(one.Column) == one.Value));

    private static CommandModel? Shown(AppVisit visit, RibbonControl control, Func<RibbonRules, bool> allows)
    {
        if (!control.Rules.Privileges.All(one => Holds(visit, one.Verb, one.Table)) || !allows(control.Rules))
        {
            return null;
        }

        List<CommandModel> items = [.. control.Items.Select(item => Shown(visit, item, allows)).OfType<CommandModel>()];
        if (control.Function is null && items.Count == 0)
        {
            return null;
        }

        return new CommandModel
        {
            Id = control.Id.Replace('.', '-'),
            Label = control.Label,
            Help = control.Help,
            Function = control.Function?.Name,
            Parameters = control.Function is { } function ? Parameters(function) : null,
            Least = control.Rules.Least,
            Most = control.Rules.Most,
            Items = items,
        };
    }

    private static bool Holds(AppVisit visit, string verb, string table) =>
        visit.Catalog.Find(table) is { } found && visit.Access.Has(found.Privilege(verb));

    private static string Parameters(RibbonFunction function) =>
        new JsonArray([
            .. function.Parameters.Select(parameter => (JsonNode)new JsonObject { [parameter.IsOfPage ? "page" : "text"] = parameter.Value }),
        ]).ToJsonString();
}
