using System.Text;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Ribbons;

/// <summary>
/// What a ribbon names outside itself: tables whose privileges it asks for, columns whose values it compares, functions of scripts.
/// </summary>
internal static class RibbonTargets
{
    private const string WebResourcePrefix = "$webresource:";

    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement ribbon, string? table) =>
        ribbon
            .Element.Descendants()
            .Select(ribbon.At)
            .SelectMany(element =>
                element.Element.Name.LocalName switch
                {
                    "EntityPrivilegeRule" => Table(targets, element),
                    "ValueRule" => Column(targets, element, table),
                    "JavaScriptFunction" or "CustomRule" => Function(targets, element),
                    _ => [],
                }
            );

    private static IEnumerable<Finding> Table(AppTargets targets, SourceElement rule)
    {
        string name = rule.Attribute("EntityName");
        if (name.Length > 0 && !targets.HasTable(name))
        {
            yield return rule.Says($"The table '{name}' does not exist, so that no one holds its privilege. Name a table of the solution.");
        }
    }

    private static IEnumerable<Finding> Column(AppTargets targets, SourceElement rule, string? table)
    {
        if (table is null || targets.Table(table) is not { } owner)
        {
            yield break;
        }

        string name = rule.Attribute("Field");
        if (ColumnTypes.Of(owner, name) is null)
        {
            yield return rule.Says($"{table} has no column {name}, so that the rule never says yes. Name a column of the table.");
            yield break;
        }

        string[] choices = targets.ChoicesOf(owner, name);
        if (choices.Length > 0 && !choices.Contains(rule.Attribute("Value")))
        {
            yield return rule.Says($"{name} has no value {rule.Attribute("Value")}. Write one of {string.Join(", ", choices)}.");
        }
    }

    private static IEnumerable<Finding> Function(AppTargets targets, SourceElement function)
    {
        string library = function.Attribute("Library").Replace(WebResourcePrefix, "", StringComparison.Ordinal);
        string name = function.Attribute("FunctionName").Split('.')[^1];
        string file = "WebResources/" + library;
        UnpackedSolution? owner = targets.Solutions.FirstOrDefault(solution => solution.Has(file));
        if (owner is not null && !Regex.IsMatch(Encoding.UTF8.GetString(owner.Bytes(file)), $@"(?<![\w$]){Regex.Escape(name)}(?![\w$])"))
        {
            yield return function.Says($"The script {library} has no function {name}. Correct the name, or add the function.");
        }
    }
}
