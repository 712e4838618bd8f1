using System.Collections.Frozen;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Local.Dataverse.Security;

/// <summary>Who the users are and what their roles grant.</summary>
internal sealed class UserDirectory
{
    /// <summary>The platform's role that grants everything.</summary>
    public const string Administrator = "System Administrator";

    /// <summary>The platform's role that every user has besides; it lets them read the platform's own tables.</summary>
    public const string BasicUser = "Basic User";

    private readonly FrozenDictionary<Guid, SandboxUser> users;
    private readonly FrozenDictionary<Guid, FrozenSet<string>> privileges;
    private readonly FrozenSet<Guid> administrators;

    public UserDirectory(IReadOnlyList<SandboxUser> users, OrganizationModel model)
    {
        this.users = users.ToFrozenDictionary(user => user.SystemUserId);
        Teams = DistinctTeams(users);
        administrators = users.Where(user => RolesOf(user).Contains(Administrator)).Select(user => user.SystemUserId).ToFrozenSet();
        privileges = users.ToFrozenDictionary(user => user.SystemUserId, user => Privileges(user, model));
    }

    public IEnumerable<SandboxUser> All => users.Values;

    /// <summary>Every team that a user names, once.</summary>
    public IReadOnlyList<SandboxTeam> Teams { get; }

    public SandboxUser? Find(Guid userId) => users.GetValueOrDefault(userId);

    /// <summary>The user a step names; there must be exactly one of that full name.</summary>
    public Guid IdOfFullName(string fullName)
    {
        var found = users.Values.Where(user => user.FullName == fullName).ToList();
        return found.Count == 1
            ? found[0].SystemUserId
            : throw new SolutionRefusedException($"A step impersonates '{fullName}', and {found.Count} users have that name.");
    }

    public bool Has(Guid userId, string privilege) =>
        userId == SystemTables.SystemUserId
        || administrators.Contains(userId)
        || (userId == ApprovalTables.ServiceUserId && ApprovalTables.Grants(privilege))
        || (privileges.TryGetValue(userId, out var granted) && granted.Contains(privilege));

    /// <summary>The privileges of a user: an administrator has all that any table or custom API of the model names.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="model">What the solutions define.</param>
    public IReadOnlyCollection<string> PrivilegesOf(Guid userId, OrganizationModel model) =>
        administrators.Contains(userId) ? [.. model.Tables.Where(table => !table.IsSystem).SelectMany(NamesOf)]
        : privileges.TryGetValue(userId, out var granted) ? granted
        : [];

    // An organization-owned table has no rows to assign or share.
    private static IEnumerable<string> NamesOf(TableDefinition table) =>
        ((string[])["Create", "Read", "Write", "Delete", "Append", "AppendTo"])
            .Concat(table.IsUserOwned ? ["Assign", "Share"] : [])
            .Select(verb => "prv" + verb + table.SchemaName);

    // Directly and through teams.
    private static IEnumerable<string> RolesOf(SandboxUser user) =>
        user.SecurityRoles.Concat((user.Teams ?? []).SelectMany(team => team.SecurityRoles)).Distinct();

    private static List<SandboxTeam> DistinctTeams(IReadOnlyList<SandboxUser> users)
    {
        var teams = new List<SandboxTeam>();
        foreach (var team in users.SelectMany(user => user.Teams ?? []))
        {
            if (teams.Find(known => known.Name == team.Name) is not { } other)
            {
                teams.Add(team);
            }
            else if (!other.SecurityRoles.ToHashSet().SetEquals(team.SecurityRoles))
            {
                throw new SolutionRefusedException($"The team '{team.Name}' is named twice with different security roles. Give it the same ones.");
            }
        }

        return teams;
    }

    private static FrozenSet<string> Privileges(SandboxUser user, OrganizationModel model)
    {
        var granted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in RolesOf(user).Where(name => name is not (Administrator or BasicUser)))
        {
            var role =
                model.Roles.GetValueOrDefault(name)
                ?? throw new SolutionRefusedException($"The user '{user.Name}' has the security role '{name}', which no solution loaded defines.");
            granted.UnionWith(role.Privileges);
        }

        return granted.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
