using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Each lookup has one relationship and each relationship its lookup; deleting what is referred to is refused.</summary>
internal static class RelationshipCheck
{
    private const string IndexFile = "Other/Relationships.xml";

    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        SourceElement[] relationships =
        [
            .. catalogue.All("Other/Relationships", ".xml").SelectMany(root => root.Element.Elements("EntityRelationship").Select(root.At)),
        ];
        return
        [
            .. relationships
                .GroupBy(relationship => relationship.Attribute("Name").ToUpperInvariant())
                .Where(group => group.Count() > 1)
                .Select(group =>
                    group.Last().Says(group.Last().Attribute("Name"), "The relationship is there twice; names are compared without case.")
                ),
            .. relationships.SelectMany(relationship => Find(catalogue, relationship)),
            .. catalogue.Tables.SelectMany(table => WithoutRelationship(table, relationships)),
            .. catalogue.Solutions.SelectMany(Index),
        ];
    }

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement relationship)
    {
        string name = relationship.Attribute("Name");
        TableSource? referencing = catalogue.Tables.FirstOrDefault(table => table.SchemaName == relationship.Text("ReferencingEntityName"));
        string lookup = relationship.Text("ReferencingAttributeName");
        if (
            referencing?.Column(LogicalName.Of(lookup)) is not { } column
            || column.Text("Type") != "lookup"
            || column.Attribute("PhysicalName") != lookup
        )
        {
            yield return relationship.Says(
                name,
                $"{relationship.Text("ReferencingEntityName")} has no lookup column {lookup}. Add the column or remove the relationship."
            );
        }

        if (!catalogue.Tables.Any(table => table.SchemaName == relationship.Text("ReferencedEntityName")))
        {
            yield return relationship.Says(name, $"The table {relationship.Text("ReferencedEntityName")} does not exist.");
        }

        if (relationship.File != $"Other/Relationships/{relationship.Text("ReferencedEntityName")}.xml")
        {
            yield return relationship.Says(
                name,
                $"The relationship stands in the file of another table; "
                    + $"its place is Other/Relationships/{relationship.Text("ReferencedEntityName")}.xml."
            );
        }

        if (relationship.Text("CascadeDelete") != "Restrict")
        {
            yield return relationship.Says(
                name,
                $"CascadeDelete is '{relationship.Text("CascadeDelete")}'. Rows of a ledger are never deleted or cut loose in passing: Restrict."
            );
        }

        if (!relationship.Element.Descendants("NavigationPropertyName").Any(property => property.Value == lookup))
        {
            yield return relationship.Says(
                name,
                $"No role has the navigation property {lookup}; callers bind the lookup by that name, case included."
            );
        }
    }

    private static IEnumerable<Finding> WithoutRelationship(TableSource table, SourceElement[] relationships) =>
        from column in table.Columns
        where column.Text("Type") == "lookup"
        let count = relationships.Count(relationship =>
            relationship.Text("ReferencingEntityName") == table.SchemaName
            && relationship.Text("ReferencingAttributeName") == column.Attribute("PhysicalName")
        )
        where count != 1
        select column.Says(
            $"column {column.Attribute("PhysicalName")} of {table.SchemaName}",
            $"The lookup has {count} relationships; it needs exactly one, which also names the table it points to."
        );

    private static IEnumerable<Finding> Index(UnpackedSolution solution)
    {
        string[] defined =
        [
            .. solution
                .XmlIn("Other/Relationships", ".xml")
                .SelectMany(root => root.Element.Elements("EntityRelationship"))
                .Select(element => (string?)element.Attribute("Name") ?? ""),
        ];
        string[] listed = solution.Has(IndexFile)
            ? [.. solution.Xml(IndexFile).Element.Elements("EntityRelationship").Select(element => (string?)element.Attribute("Name") ?? "")]
            : [];
        return defined
            .Except(listed)
            .Concat(listed.Except(defined))
            .Select(name => new Finding(IndexFile, name, "The index and the files under Other/Relationships differ in this relationship."));
    }
}
