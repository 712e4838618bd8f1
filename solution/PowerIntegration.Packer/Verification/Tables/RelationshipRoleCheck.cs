using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>The two ends of a relationship: the lookup's, which related lists show, and the referenced table's.</summary>
internal static class RelationshipRoleCheck
{
    private const string OfLookup = "1";
    private const string OfReferenced = "0";

    private static readonly string[] NavigationPane = ["NavPaneDisplayOption", "NavPaneArea", "NavPaneOrder"];

    /// <summary>What is wrong with the ends of a relationship of one to many.</summary>
    public static IEnumerable<Finding> OneToMany(SourceElement relationship) =>
        [
            .. Both(relationship, "RelationshipRoleType", OfReferenced, OfLookup),
            .. RolesOf(relationship).SelectMany(role => Find(relationship, role)),
        ];

    /// <summary>What is wrong with the ends of a relationship of many to many.</summary>
    public static IEnumerable<Finding> ManyToMany(SourceElement relationship) =>
        [
            .. Both(relationship, "AssociationRoleOrdinal", "1", "2"),
            .. RolesOf(relationship).SelectMany(role => Property(role, relationship.Attribute("Name"))),
        ];

    private static IEnumerable<SourceElement> RolesOf(SourceElement relationship) =>
        relationship.Below("EntityRelationshipRoles", "EntityRelationshipRole");

    private static IEnumerable<Finding> Both(SourceElement relationship, string element, string one, string other)
    {
        if (!RolesOf(relationship).Select(role => role.Text(element)).Order(StringComparer.Ordinal).SequenceEqual([one, other]))
        {
            yield return relationship.Says($"A relationship has two roles, {element} {one} and {other}. Write one of each.");
        }
    }

    private static IEnumerable<Finding> Property(SourceElement role, string expected)
    {
        if (role.Text("NavigationPropertyName") != expected)
        {
            yield return role.Says(
                $"NavigationPropertyName is '{role.Text("NavigationPropertyName")}'. Callers bind by it, case included; write {expected}."
            );
        }
    }

    private static IEnumerable<Finding> Find(SourceElement relationship, SourceElement role)
    {
        bool isOfLookup = TypeOf(role) == OfLookup;
        string expected = isOfLookup ? relationship.Text("ReferencingAttributeName") : relationship.Attribute("Name");
        foreach (Finding finding in Property(role, expected))
        {
            yield return finding;
        }

        foreach (string element in NavigationPane.Where(element => role.Child(element) is null == isOfLookup))
        {
            yield return role.Says(
                isOfLookup
                    ? $"The element {element} is missing in the role of the lookup. Add it."
                    : $"The element {element} belongs in the role of the lookup, RelationshipRoleType {OfLookup}. Move it there."
            );
        }

        if ((role.Text("NavPaneDisplayOption") == "UseLabel") != (role.Child("CustomLabels") is not null))
        {
            yield return role.Says("CustomLabels and NavPaneDisplayOption UseLabel go together. Write both or neither.");
        }
    }

    private static string TypeOf(SourceElement role) => role.Text("RelationshipRoleType");
}
