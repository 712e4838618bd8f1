using System.Collections.Frozen;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one file of Roles.</summary>
internal static class RoleFile
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "IsCustomizable",
        "IsAutoAssigned",
        "isinherited",
        "IsInherited",
        "RolePrivileges",
        "Description"
    );
    private static readonly FrozenSet<string> Levels = FrozenSet.Create("Basic", "Local", "Deep", "Global");

    public static RoleDefinition Read(string file)
    {
        var xml = SolutionXml.Load(file, "Role");
        xml.KnowOnly(xml.Root, Known);
        var privileges = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var levels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var privilege in xml.Child(xml.Root, "RolePrivileges").Elements())
        {
            var level = privilege.Attribute("level")?.Value ?? "";
            if (!Levels.Contains(level))
            {
                throw xml.Refused(privilege, "the level must be Basic, Local, Deep or Global");
            }

            var granted = privilege.Attribute("name")?.Value ?? throw xml.Refused(privilege, "the privilege has no name");
            privileges.Add(granted);
            levels[granted] = level;
        }

        var name = xml.Root.Attribute("name")?.Value ?? throw xml.Refused(xml.Root, "the role has no name");
        return Guid.TryParse(xml.Root.Attribute("id")?.Value, out var id)
            ? new RoleDefinition(id, name, privileges) { Levels = levels }
            : throw xml.Refused(xml.Root, "the role has no id");
    }
}
