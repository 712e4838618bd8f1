using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Tables: shape, names, one primary key and one primary name; those of this product are audited and have a key over pint_key.</summary>
internal static class TableCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(solution => solution.XmlIn("Entities", "/Entity.xml").SelectMany(root => Find(root, solution.IsOwn))),
            .. Repeated(catalogue),
        ];

    private static IEnumerable<Finding> Find(SourceElement root, bool isOwn)
    {
        TableSource table = new(root);
        return
        [
            .. ShapeCheck.Find(root, TableShape.Entity, isOwn),
            .. Names(root, table),
            .. isOwn ? OwnRules(root, table) : [],
            .. root.Element.Element("EntityInfo") is null ? [] : Columns(table),
            .. KeyCheck.Find(table, isOwn),
        ];
    }

    private static IEnumerable<Finding> Names(SourceElement root, TableSource table)
    {
        if (root.Text("Name") != table.SchemaName || root.File != $"Entities/{table.SchemaName}/Entity.xml")
        {
            yield return root.Says(
                $"The folder, Name ('{root.Text("Name")}') and entity/@Name ('{table.SchemaName}') differ. Write the same schema name in all three."
            );
        }
    }

    private static IEnumerable<Finding> OwnRules(SourceElement root, TableSource table)
    {
        if (root.Element.Element("EntityInfo") is null)
        {
            yield return root.Says("The element EntityInfo is missing. Describe the table in it.");
        }

        if (!Publisher.Owns(table.SchemaName))
        {
            yield return root.Says($"The schema name '{table.SchemaName}' does not begin with {Publisher.Prefix}_. Rename the table.");
        }

        if (table.SetName != table.LogicalName + "s")
        {
            yield return table.Entity.Says($"EntitySetName is '{table.SetName}'. Write the logical name with an s, {table.LogicalName}s.");
        }

        if (table.Entity.Text("IsAuditEnabled") != "1")
        {
            yield return table.Entity.Says("Auditing is off. Every table of a money process is audited; set IsAuditEnabled to 1.");
        }

        string label = table.Entity.Below("LocalizedNames", "LocalizedName").FirstOrDefault()?.Attribute("description") ?? "";
        foreach (
            SourceElement name in root.Below("Name")
                .Where(name => name.Attribute("LocalizedName") != label || name.Attribute("OriginalName") != label)
        )
        {
            yield return name.Says($"LocalizedName or OriginalName differs from the name '{label}' under LocalizedNames. Write the same text.");
        }
    }

    private static IEnumerable<Finding> Columns(TableSource table)
    {
        if (table.Columns.Count(column => column.Text("Type") == "primarykey") != 1)
        {
            yield return table.Entity.Says("A table has exactly one column of type primarykey. Add the missing one or remove the others.");
        }

        if (table.Columns.Count(column => DisplayMask.Has(column.Text("DisplayMask"), DisplayMask.PrimaryName)) != 1)
        {
            yield return table.Entity.Says(
                $"A table has exactly one primary name, a column whose DisplayMask holds {DisplayMask.PrimaryName}. Mark one column."
            );
        }
    }

    private static IEnumerable<Finding> Repeated(Catalogue catalogue) =>
        catalogue
            .All("Entities", "/Entity.xml")
            .Where(root => root.Element.Element("EntityInfo") is not null)
            .Repeated(root => new TableSource(root).LogicalName)
            .Select(root => root.Says($"The table {root.Text("Name")} is defined twice. Keep one of the files."));
}
