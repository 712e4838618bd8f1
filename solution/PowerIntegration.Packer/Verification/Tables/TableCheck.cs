using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Tables carry the publisher's prefix, an alternate key over a column they have, and no element that import would drop unread.</summary>
internal static class TableCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution => solution.XmlIn("Entities", "/Entity.xml")).SelectMany(Find);

    private static IEnumerable<Finding> Find(SourceElement root)
    {
        TableSource table = new(root);
        return [.. Names(root, table), .. Keys(table), .. Unknown(table.Entity, KnownElements.OfTable, table.SchemaName), .. Shape(table)];
    }

    private static IEnumerable<Finding> Names(SourceElement root, TableSource table)
    {
        if (!Publisher.Owns(table.SchemaName))
        {
            yield return root.Says(table.SchemaName, $"The schema name does not begin with {Publisher.Prefix}_.");
        }

        if (root.Text("Name") != table.SchemaName || root.File != $"Entities/{table.SchemaName}/Entity.xml")
        {
            yield return root.Says(table.SchemaName, $"Folder, Name ('{root.Text("Name")}') and entity/@Name must be the same schema name.");
        }

        if (table.SetName != table.LogicalName + "s")
        {
            yield return root.Says(
                table.SchemaName,
                $"The set name is '{table.SetName}'; sets are the logical name with an s: {table.LogicalName}s."
            );
        }
    }

    private static IEnumerable<Finding> Keys(TableSource table)
    {
        SourceElement[] keys = [.. (table.Entity.Element.Element("EntityKeys")?.Elements("EntityKey") ?? []).Select(table.Entity.At)];
        if (keys.Length == 0)
        {
            yield return table.Entity.Says(table.SchemaName, "The table has no alternate key. Each table has one, over pint_key.");
        }

        foreach (SourceElement key in keys)
        {
            foreach (string column in key.Element.Descendants("AttributeName").Select(name => name.Value).Where(name => table.Column(name) is null))
            {
                yield return key.Says(key.Text("Name"), $"The key names the column {column}, which {table.SchemaName} does not have.");
            }

            if (key.Text("LogicalName") != LogicalName.Of(key.Text("Name")))
            {
                yield return key.Says(key.Text("Name"), "The logical name of a key is its name in lower case.");
            }
        }
    }

    private static IEnumerable<Finding> Shape(TableSource table)
    {
        if (table.Entity.Text("OwnershipTypeMask") is not ("UserOwned" or "OrgOwned"))
        {
            yield return table.Entity.Says(
                table.SchemaName,
                $"OwnershipTypeMask is '{table.Entity.Text("OwnershipTypeMask")}'; it must be UserOwned or OrgOwned."
            );
        }

        if (table.Entity.Text("IsAuditEnabled") != "1")
        {
            yield return table.Entity.Says(table.SchemaName, "Auditing is off. Every table of a money process is audited: set IsAuditEnabled to 1.");
        }

        if (table.Columns.Count(column => column.Text("Type") == "primarykey") != 1)
        {
            yield return table.Entity.Says(table.SchemaName, "A table has exactly one column of type primarykey.");
        }

        if (table.Columns.Count(column => column.Text("DisplayMask").StartsWith("PrimaryName|", StringComparison.Ordinal)) != 1)
        {
            yield return table.Entity.Says(
                table.SchemaName,
                "A table has exactly one primary name: a column whose DisplayMask begins with PrimaryName."
            );
        }
    }

    internal static IEnumerable<Finding> Unknown(SourceElement parent, IReadOnlySet<string> known, string name) =>
        parent
            .Element.Elements()
            .Select((XElement child) => child.Name.LocalName)
            .Where(child => !known.Contains(child))
            .Select(child => parent.Says(name, $"The element {child} is unknown; import would drop it without a word. Check its spelling."));
}
