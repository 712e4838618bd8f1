using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one file of Other/Relationships.</summary>
internal static class RelationshipFile
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "EntityRelationshipType",
        "IsCustomizable",
        "IntroducedVersion",
        "IsHierarchical",
        "ReferencingEntityName",
        "ReferencedEntityName",
        "CascadeAssign",
        "CascadeDelete",
        "CascadeArchive",
        "CascadeReparent",
        "CascadeShare",
        "CascadeUnshare",
        "CascadeRollupView",
        "IsValidForAdvancedFind",
        "ReferencingAttributeName",
        "RelationshipDescription",
        "EntityRelationshipRoles",
        "field",
        "IsDenormalizedLookup",
        "IsRelationshipAttributeDenormalized"
    );

    private static readonly string[] OwnershipCascades = ["CascadeAssign", "CascadeReparent", "CascadeShare", "CascadeUnshare"];

    public static IEnumerable<RelationshipDefinition> Read(string file)
    {
        var xml = SolutionXml.Load(file, "EntityRelationships");
        return [.. xml.Root.Elements().Select(element => ReadOne(xml, element))];
    }

    private static RelationshipDefinition ReadOne(SolutionXml xml, XElement element)
    {
        if (xml.Text(element, "EntityRelationshipType") != "OneToMany")
        {
            throw xml.Refused(element, "only OneToMany relationships are stored here");
        }

        xml.KnowOnly(element, Known);
        foreach (var cascade in OwnershipCascades)
        {
            if (SolutionXml.Optional(element, cascade) is not (null or "NoCascade"))
            {
                throw xml.Refused(element, $"{cascade} other than NoCascade is not run here");
            }
        }

        var name = element.Attribute("Name")?.Value ?? throw xml.Refused(element, "Name is missing");
        var lookup = xml.Text(element, "ReferencingAttributeName");
        return new RelationshipDefinition(
            name,
            xml.Text(element, "ReferencingEntityName").ToLowerInvariant(),
            lookup.ToLowerInvariant(),
            xml.Text(element, "ReferencedEntityName").ToLowerInvariant(),
            NavigationOf(element, "1") ?? lookup,
            NavigationOf(element, "0") ?? name,
            DeleteOf(xml, element)
        );
    }

    private static string? NavigationOf(XElement element, string role) =>
        element
            .Element("EntityRelationshipRoles")
            ?.Elements()
            .Where(candidate => SolutionXml.Optional(candidate, "RelationshipRoleType") == role)
            .Select(candidate => SolutionXml.Optional(candidate, "NavigationPropertyName"))
            .FirstOrDefault();

    private static DeleteBehavior DeleteOf(SolutionXml xml, XElement element) =>
        xml.Text(element, "CascadeDelete") switch
        {
            "Restrict" => DeleteBehavior.Restrict,
            "RemoveLink" => DeleteBehavior.RemoveLink,
            "Cascade" => DeleteBehavior.Cascade,
            var other => throw xml.Refused(element, $"CascadeDelete '{other}' is not run here"),
        };
}
