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
    public static IEnumerable<Finding> Find(SourceElement relationship)
    {
        SourceElement[] roles = [.. relationship.Below("EntityRelationshipRoles", "EntityRelationshipRole")];
        if (roles.Length != 2 || roles.Select(TypeOf).Distinct().Count() != 2)
        {
            yield return relationship.Says($"A relationship has two roles, RelationshipRoleType {OfLookup} and {OfReferenced}. Write one of each.");
        }

        foreach (Finding finding in roles.SelectMany(role => Find(relationship, role)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Find(SourceElement relationship, SourceElement role)
    {
        bool isOfLookup = TypeOf(role) == OfLookup;
        string expected = isOfLookup ? relationship.Text("ReferencingAttributeName") : relationship.Attribute("Name");
        if (role.Text("NavigationPropertyName") != expected)
        {
            yield return role.Says(
                $"NavigationPropertyName is '{role.Text("NavigationPropertyName")}'. Callers bind by it, case included; write {expected}."
            );
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
