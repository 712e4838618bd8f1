using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Security;

/// <summary>Roles name privileges that exist; one that does not stops the import.</summary>
internal static class RoleCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.All("Roles", ".xml").SelectMany(role => Find(catalogue, role));

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement role)
    {
        SourceElement[] privileges = [.. role.Element.Descendants("RolePrivilege").Select(role.At)];
        foreach (SourceElement privilege in privileges)
        {
            string name = privilege.Attribute("name");
            if (!catalogue.HasPrivilege(name))
            {
                yield return role.Says(
                    name,
                    "No table of the solution has this privilege. Verb and schema name are spelt with their case; "
                        + "a table without owner has no Assign and no Share."
                );
            }
            else if (!Levels(catalogue, name).Contains(privilege.Attribute("level")))
            {
                yield return role.Says(
                    name,
                    $"The level '{privilege.Attribute("level")}' does not exist there; a table without owner knows Global only."
                );
            }
        }

        foreach (
            string name in privileges
                .Select(privilege => privilege.Attribute("name"))
                .GroupBy(name => name)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key)
        )
        {
            yield return role.Says(name, "The role names the privilege twice.");
        }
    }

    private static string[] Levels(Catalogue catalogue, string privilege) =>
        catalogue.Tables.First(table => privilege.EndsWith(table.SchemaName, System.StringComparison.Ordinal)).IsUserOwned
            ? ["Basic", "Local", "Deep", "Global"]
            : ["Global"];
}
