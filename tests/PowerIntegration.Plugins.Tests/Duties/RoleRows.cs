using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Tests.Sites;

namespace PowerIntegration.Plugins.Tests.Duties;

/// <summary>Roles and teams as rows of the platform's tables.</summary>
internal static class RoleRows
{
    /// <summary>The role as the import of the solution made it, or under another name.</summary>
    public static Guid Role(this Site site, ShippedRole role, string? name = null) => Add(site, role.Id, name ?? role.Name, role.Id);

    /// <summary>The copy of a role that each other business unit has.</summary>
    public static Guid CopyOf(this Site site, ShippedRole role, string? name = null) => Add(site, Guid.Empty, name ?? role.Name, role.Id);

    /// <summary>A role of the customer's own.</summary>
    public static Guid OtherRole(this Site site, string name) => Add(site, Guid.Empty, name, null);

    public static Guid Give(this Site site, Guid user, Guid role) => site.Add("systemuserroles", ("systemuserid", user), ("roleid", role));

    /// <summary>Makes the user a member of a team that has a role; gives the membership.</summary>
    public static Guid GiveThrough(this Site site, Guid user, string team, Guid role)
    {
        var id = site.Add("team", ("name", team));
        site.Add("teamroles", ("teamid", id), ("roleid", role));
        return site.Add("teammembership", ("systemuserid", user), ("teamid", id));
    }

    private static Guid Add(Site site, Guid id, string name, Guid? root)
    {
        var row = new Entity("role", id == Guid.Empty ? site.Dataverse.NextId() : id) { ["name"] = name };
        row["parentrootroleid"] = new EntityReference("role", root ?? row.Id);
        return site.Dataverse.Seed(row);
    }
}
