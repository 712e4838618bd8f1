using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Approvals;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Security;

/// <summary>Roles: shape, name, privileges that exist; one that does not stops the import.</summary>
internal static class RoleCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(solution => solution.XmlIn("Roles", ".xml").SelectMany(role => Find(catalogue, role, solution.IsOwn))),
            .. Repeated(catalogue),
        ];

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement role, bool isOwn)
    {
        SourceElement[] privileges = [.. role.Below("RolePrivileges", "RolePrivilege")];
        return
        [
            .. ShapeCheck.Find(role, RoleShape.Role, isOwn),
            .. Name(role),
            .. privileges.SelectMany(privilege => Privilege(catalogue, privilege, isOwn)),
            .. isOwn ? Creating(catalogue, role, [.. privileges.Select(privilege => privilege.Attribute("name"))]) : [],
            .. privileges
                .Repeated(privilege => LogicalName.Of(privilege.Attribute("name")))
                .Select(privilege => privilege.Says("The role names the privilege twice. Remove one.")),
        ];
    }

    private static IEnumerable<Finding> Name(SourceElement role)
    {
        if (role.File != $"Roles/{role.Attribute("name")}.xml")
        {
            yield return role.Says($"The role is named '{role.Attribute("name")}'. Give the role and its file the same name.");
        }
    }

    private static IEnumerable<Finding> Privilege(Catalogue catalogue, SourceElement privilege, bool isOwn)
    {
        string name = privilege.Attribute("name");
        TableSource? table = catalogue.Tables.FirstOrDefault(table => Catalogue.PrivilegesOf(table).Contains(name, StringComparer.Ordinal));
        if (Catalogue.PlatformPrivileges.Contains(name, StringComparer.Ordinal) || ApprovalTables.HavePrivilege(name))
        {
            yield break;
        }

        if (table is null && (isOwn || IsOfLoadedPublisher(catalogue, name)))
        {
            yield return privilege.Says(
                $"No table of the solutions has the privilege {name}. "
                    + "Spell verb and schema name with their case; a table without owner has no Assign and no Share."
            );
        }
        else if (table is { IsUserOwned: false } && privilege.Attribute("level") != "Global")
        {
            yield return privilege.Says(
                $"The level is '{privilege.Attribute("level")}', and the rows of {table.SchemaName} have no owner. Write Global."
            );
        }
    }

    // A row cannot be created without its required lookups, and a lookup takes a privilege on either end.
    private static IEnumerable<Finding> Creating(Catalogue catalogue, SourceElement role, string[] held) =>
        from relationship in catalogue.All("Other/Relationships", ".xml").SelectMany(root => root.Below("EntityRelationship"))
        let table = catalogue.Tables.FirstOrDefault(table => table.SchemaName == relationship.Text("ReferencingEntityName"))
        where table is not null && held.Contains("prvCreate" + table.SchemaName)
        where table.Column(LogicalName.Of(relationship.Text("ReferencingAttributeName")))?.Text("RequiredLevel") == "required"
        from needed in new[] { "prvAppend" + table.SchemaName, "prvAppendTo" + relationship.Text("ReferencedEntityName") }
        where !held.Contains(needed) && catalogue.HasPrivilege(needed)
        select role.Says(
            $"The role may create rows of {table.SchemaName}, whose lookup {relationship.Text("ReferencingAttributeName")} is required. Add {needed}."
        );

    // Privileges of the platform's tables are not supported here; those on tables with the prefix of a solution at hand are.
    private static bool IsOfLoadedPublisher(Catalogue catalogue, string privilege) =>
        catalogue.Solutions.Any(solution =>
            solution.Manifest.Below("Publisher", "CustomizationPrefix").FirstOrDefault()?.Element.Value is { Length: > 0 } prefix
            && privilege.Contains(prefix + "_", StringComparison.OrdinalIgnoreCase)
        );

    private static IEnumerable<Finding> Repeated(Catalogue catalogue) =>
        catalogue
            .All("Roles", ".xml")
            .Repeated(role => role.Attribute("name"), StringComparer.OrdinalIgnoreCase)
            .Select(role => role.Says($"Another role is named '{role.Attribute("name")}' too. Rename one of them."));
}
