using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Relationships: shape, tables that exist, one lookup for each and one of each for a lookup.</summary>
internal static class RelationshipCheck
{
    // Tables of the platform that a lookup of this product may point to.
    private static readonly string[] PlatformTables = ["SystemUser", "Team", "BusinessUnit", "TransactionCurrency"];

    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        SourceElement[] relationships = [.. catalogue.Solutions.SelectMany(In)];
        return
        [
            .. catalogue.Solutions.SelectMany(solution => In(solution).SelectMany(relationship => Find(catalogue, relationship, solution.IsOwn))),
            .. catalogue.Solutions.SelectMany(Files),
            .. Repeated(relationships),
            .. Parents(relationships),
            .. catalogue.Tables.SelectMany(table => Lookups(table, relationships)),
        ];
    }

    private static IEnumerable<SourceElement> In(UnpackedSolution solution) =>
        solution.XmlIn("Other/Relationships", ".xml").SelectMany(root => root.Below("EntityRelationship"));

    private static IEnumerable<Finding> Files(UnpackedSolution solution) =>
        solution.XmlIn("Other/Relationships", ".xml").SelectMany(root => ShapeCheck.Find(root, RelationshipShape.File, solution.IsOwn));

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement relationship, bool isOwn) =>
        relationship.Text("EntityRelationshipType") switch
        {
            "OneToMany" =>
            [
                .. ShapeCheck.Find(relationship, RelationshipShape.OneToMany, isOwn),
                .. Naming(relationship, relationship.Text("ReferencedEntityName"), isOwn),
                .. Referenced(catalogue, relationship, isOwn),
                .. LookupOf(catalogue, relationship, isOwn),
                .. isOwn ? OwnRules(relationship) : [],
                .. isOwn ? RelationshipRoleCheck.OneToMany(relationship) : [],
                .. Hierarchy(relationship),
            ],
            "ManyToMany" =>
            [
                .. ShapeCheck.Find(relationship, RelationshipShape.ManyToMany, isOwn),
                .. Naming(relationship, relationship.Text("FirstEntityName"), isOwn),
                .. Tables(catalogue, relationship, "FirstEntityName", isOwn),
                .. Tables(catalogue, relationship, "SecondEntityName", isOwn),
                .. isOwn ? RelationshipRoleCheck.ManyToMany(relationship) : [],
            ],
            var type => [relationship.Says($"EntityRelationshipType is '{type}'. Write OneToMany or ManyToMany.")],
        };

    private static IEnumerable<Finding> Naming(SourceElement relationship, string owner, bool isOwn)
    {
        if (isOwn && !Publisher.Owns(relationship.Attribute("Name")))
        {
            yield return relationship.Says($"The name does not begin with {Publisher.Prefix}_. Rename the relationship.");
        }

        if (relationship.File != $"Other/Relationships/{owner}.xml")
        {
            yield return relationship.Says($"Relationships are grouped by their referenced table. Move this one to Other/Relationships/{owner}.xml.");
        }
    }

    private static IEnumerable<Finding> Referenced(Catalogue catalogue, SourceElement relationship, bool isOwn) =>
        Tables(catalogue, relationship, "ReferencedEntityName", isOwn);

    // What other publishers refer to may belong to the platform or to a solution that is not at hand.
    private static IEnumerable<Finding> Tables(Catalogue catalogue, SourceElement relationship, string element, bool isOwn)
    {
        string name = relationship.Text(element);
        bool exists = catalogue.Tables.Any(table => table.SchemaName == name) || PlatformTables.Contains(name);
        return isOwn && !exists ? [relationship.Says($"The table {name} does not exist. Name a table of the solutions in {element}.")] : [];
    }

    private static IEnumerable<Finding> LookupOf(Catalogue catalogue, SourceElement relationship, bool isOwn)
    {
        string name = relationship.Text("ReferencingEntityName");
        string lookup = relationship.Text("ReferencingAttributeName");
        TableSource? table = catalogue.Tables.FirstOrDefault(table => table.SchemaName == name);
        SourceElement? column = table?.Column(LogicalName.Of(lookup));
        bool isLookup = column?.Text("Type") is "lookup" or "customer" or "owner" && column.Attribute("PhysicalName") == lookup;
        if (!isLookup && (isOwn || (table is not null && column is not null)))
        {
            yield return relationship.Says($"{name} has no lookup column {lookup}. Add the column or remove the relationship.");
        }
    }

    private static IEnumerable<Finding> OwnRules(SourceElement relationship)
    {
        if (relationship.Text("CascadeDelete") != "Restrict")
        {
            yield return relationship.Says(
                $"CascadeDelete is '{relationship.Text("CascadeDelete")}'. "
                    + "Rows of a ledger are never deleted or unlinked along the way; write Restrict."
            );
        }
    }

    private static IEnumerable<Finding> Hierarchy(SourceElement relationship)
    {
        if (relationship.Text("IsHierarchical") == "1" && relationship.Text("ReferencingEntityName") != relationship.Text("ReferencedEntityName"))
        {
            yield return relationship.Says("Only a relationship of a table with itself can be hierarchical. Write IsHierarchical 0.");
        }
    }

    private static IEnumerable<Finding> Repeated(SourceElement[] relationships) =>
        relationships
            .Repeated(relationship => LogicalName.Of(relationship.Attribute("Name")))
            .Select(relationship => relationship.Says("The relationship is defined twice; names are compared without case. Remove one."));

    // A row has one parent at most, whose owner and sharing it follows; a table has one hierarchy at most.
    private static IEnumerable<Finding> Parents(SourceElement[] relationships) =>
        [
            .. Second(
                relationships,
                IsParental,
                "ReferencingEntityName",
                "A table follows one parent only, and another relationship is parental already."
            ),
            .. Second(
                relationships,
                relationship => relationship.Text("IsHierarchical") == "1",
                "ReferencedEntityName",
                "A table has one hierarchy only, and another relationship is hierarchical already."
            ),
        ];

    private static IEnumerable<Finding> Second(SourceElement[] relationships, Func<SourceElement, bool> has, string table, string sentence) =>
        relationships
            .Where(has)
            .Repeated(relationship => relationship.Text(table))
            .Select(relationship => relationship.Says(sentence + " Change one of them."));

    private static bool IsParental(SourceElement relationship) =>
        new[] { "CascadeAssign", "CascadeDelete", "CascadeReparent", "CascadeShare", "CascadeUnshare" }.All(element =>
            relationship.Text(element) == "Cascade"
        );

    private static IEnumerable<Finding> Lookups(TableSource table, SourceElement[] relationships) =>
        from column in table.Columns
        where column.Text("Type") == "lookup" && column.Text("IsCustomField") != "0"
        let count = relationships.Count(relationship =>
            relationship.Text("ReferencingEntityName") == table.SchemaName
            && relationship.Text("ReferencingAttributeName") == column.Attribute("PhysicalName")
        )
        where count != 1
        select column.Says($"The lookup has {count} relationships. Give it exactly one; it names the table that the lookup points to.");
}
