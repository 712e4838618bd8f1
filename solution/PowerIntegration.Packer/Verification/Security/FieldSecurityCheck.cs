using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Security;

/// <summary>Field security profiles: shape, columns that exist and are secured; each secured column of this product has a profile.</summary>
internal static class FieldSecurityCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(solution =>
                FilesOf(solution).SelectMany(root => ShapeCheck.Find(root, FieldSecurityShape.Profiles, solution.IsOwn))
            ),
            .. catalogue.Solutions.SelectMany(solution => ProfilesOf(solution).SelectMany(profile => Find(catalogue, profile))),
            .. WithoutProfile(catalogue),
        ];

    /// <summary>The profiles of a solution.</summary>
    public static IEnumerable<SourceElement> ProfilesOf(UnpackedSolution solution) =>
        FilesOf(solution).SelectMany(root => root.Below("FieldSecurityProfile"));

    private static IEnumerable<SourceElement> FilesOf(UnpackedSolution solution) => solution.XmlIn("Other", "/FieldSecurityProfiles.xml");

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement profile)
    {
        SourceElement[] permissions = [.. PermissionsOf(profile)];
        return
        [
            .. permissions.SelectMany(permission => Permission(catalogue, permission)),
            .. permissions.Repeated(ColumnOf).Select(permission => permission.Says("The profile names the column twice. Remove one.")),
        ];
    }

    private static IEnumerable<Finding> Permission(Catalogue catalogue, SourceElement permission)
    {
        string name = permission.Text("EntityName");
        SourceElement? column = catalogue.Table(name)?.Column(permission.Text("AttributeName"));
        if (column is null)
        {
            yield return permission.Says($"The table {name} has no column {permission.Text("AttributeName")}. Name a column that exists.");
        }
        else if (column.Text("IsSecured") != "1")
        {
            yield return permission.Says($"The column {permission.Text("AttributeName")} of {name} is not secured. Set its IsSecured to 1.");
        }
    }

    private static IEnumerable<Finding> WithoutProfile(Catalogue catalogue)
    {
        HashSet<string> named = [.. catalogue.Solutions.SelectMany(ProfilesOf).SelectMany(PermissionsOf).Select(ColumnOf)];
        return catalogue
            .Solutions.Where(solution => solution.IsOwn)
            .SelectMany(solution => solution.XmlIn("Entities", "/Entity.xml"))
            .Select(root => new TableSource(root))
            .SelectMany(table => table.Columns.Where(column => IsUnnamed(table, column)))
            .Select(column =>
                column.Says("The column is secured, and no field security profile lets anyone read it. Add it to one, or set IsSecured to 0.")
            );

        bool IsUnnamed(TableSource table, SourceElement column) =>
            column.Text("IsSecured") == "1" && !named.Contains($"{table.LogicalName}.{column.Text("LogicalName")}");
    }

    private static IEnumerable<SourceElement> PermissionsOf(SourceElement profile) => profile.Below("FieldPermissions", "FieldPermission");

    private static string ColumnOf(SourceElement permission) => $"{permission.Text("EntityName")}.{permission.Text("AttributeName")}";
}
