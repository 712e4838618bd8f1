using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Other/Relationships.xml names each relationship of the folder once, and no other.</summary>
internal static class RelationshipIndexCheck
{
    private const string IndexFile = "Other/Relationships.xml";

    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        SourceElement[] index = solution.Has(IndexFile) ? [solution.Xml(IndexFile)] : [];
        string[] listed = [.. index.SelectMany(NamesIn)];
        string[] defined = [.. solution.XmlIn("Other/Relationships", ".xml").SelectMany(NamesIn)];
        return
        [
            .. index.SelectMany(root => ShapeCheck.Find(root, RelationshipShape.Index, solution.IsOwn)),
            .. defined.Except(listed).Select(name => Says(name, "The index does not name the relationship. Add it.")),
            .. listed
                .Except(defined)
                .Select(name => Says(name, "No file under Other/Relationships defines the relationship. Remove it or add the file.")),
            .. listed
                .GroupBy(name => name)
                .Where(group => group.Count() > 1)
                .Select(group => Says(group.Key, "The index names the relationship twice. Remove one.")),
        ];
    }

    private static IEnumerable<string> NamesIn(SourceElement root) =>
        root.Below("EntityRelationship").Select(relationship => relationship.Attribute("Name"));

    private static Finding Says(string name, string sentence) => new(IndexFile, $"EntityRelationship[{name}]", sentence);
}
