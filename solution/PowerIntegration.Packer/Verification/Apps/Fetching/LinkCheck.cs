using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Fetching;

/// <summary>A link joins a table that exists by columns that both tables have.</summary>
internal static class LinkCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement link)
    {
        string table = link.Attribute("name");
        XElement? parent = link.Element.Ancestors().FirstOrDefault(ancestor => ancestor.Name == "entity" || ancestor.Name == "link-entity");
        if (table.Length > 0 && !targets.HasTable(table))
        {
            yield return link.Says($"The table '{table}' does not exist. Name a table of the solution.");
        }

        foreach (
            Finding finding in Column(targets, link, "from", table).Concat(Column(targets, link, "to", (string?)parent?.Attribute("name") ?? ""))
        )
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Column(AppTargets targets, SourceElement link, string side, string table)
    {
        string column = link.Attribute(side);
        if (column.Length > 0 && targets.Table(table) is { } described && ColumnTypes.Of(described, column) is null)
        {
            yield return link.Says($"{table} has no column {column}, which '{side}' names. Name a column of the table.");
        }
    }
}
