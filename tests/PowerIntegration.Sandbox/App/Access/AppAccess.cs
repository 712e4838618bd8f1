using System.Xml.Linq;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Requests;

namespace PowerIntegration.Sandbox.App.Access;

/// <summary>What the user of a page may do, as Dataverse says it.</summary>
internal sealed class AppAccess
{
    private const string Administrator = "System Administrator";

    private readonly HashSet<string> privileges;
    private readonly HashSet<Guid> roles;
    private readonly bool isAdministrator;

    private AppAccess(HashSet<string> privileges, HashSet<Guid> roles, bool isAdministrator)
    {
        this.privileges = privileges;
        this.roles = roles;
        this.isAdministrator = isAdministrator;
    }

    /// <summary>Whether the user holds a privilege.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => privileges.Contains(name);

    /// <summary>Whether the user may do something to a table. The platform's own tables are read by everyone and written by no one here.</summary>
    /// <param name="verb">Create, Read, Write or Delete.</param>
    /// <param name="table">The table.</param>
    public bool May(string verb, TableInfo table) => table.IsSystem ? verb == "Read" : Has(table.Privilege(verb));

    /// <summary>Whether the user has one of the roles; system administrators have every role.</summary>
    /// <param name="allowed">Ids of roles; null for everyone.</param>
    public bool IsIn(IReadOnlyCollection<Guid>? allowed) => allowed is null || isAdministrator || allowed.Any(roles.Contains);

    /// <summary>Asks Dataverse as the user.</summary>
    /// <param name="dataverse">Asks as the user.</param>
    /// <param name="userId">The user.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<AppAccess> LoadAsync(AppDataverse dataverse, Guid userId, CancellationToken cancellation)
    {
        var held = dataverse.GetAsync($"systemusers({userId})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()", cancellation);
        var own = RolesAsync(dataverse, OwnRoles(userId), cancellation);
        var ofTeams = RolesAsync(dataverse, TeamRoles(userId), cancellation);
        var answer = await held;
        // Whoever Dataverse does not answer, such as a user who was switched off, may do nothing.
        var names = (answer.IsGood ? answer.Body!["RolePrivileges"]!.AsArray() : []).Select(one => one!["PrivilegeName"]!.ToString());
        var found = (await own).Concat(await ofTeams).ToList();
        return new AppAccess(
            names.ToHashSet(StringComparer.OrdinalIgnoreCase),
            found.Select(role => role.Id).ToHashSet(),
            found.Exists(role => role.Name == Administrator)
        );
    }

    private static async Task<IReadOnlyList<(Guid Id, string Name)>> RolesAsync(
        AppDataverse dataverse,
        XElement fetch,
        CancellationToken cancellation
    )
    {
        var answer = await dataverse.FetchAsync("roles", fetch, cancellation);
        return [.. answer.Rows.Select(role => (Guid.Parse(role["_parentrootroleid_value"]!.ToString()), role["name"]!.ToString()))];
    }

    private static XElement OwnRoles(Guid userId) => Roles(Link("systemuserroles", "roleid", User(userId)));

    private static XElement TeamRoles(Guid userId) =>
        Roles(Link("teamroles", "roleid", new XElement("link-entity", Names("teammembership", "teamid"), User(userId))));

    private static XElement Roles(XElement link) =>
        new(
            "fetch",
            new XAttribute("distinct", "true"),
            new XElement("entity", new XAttribute("name", "role"), Attribute("name"), Attribute("parentrootroleid"), link)
        );

    private static XElement Link(string table, string column, XElement inner) => new("link-entity", Names(table, column), inner);

    private static object[] Names(string table, string column) =>
        [new XAttribute("name", table), new XAttribute("from", column), new XAttribute("to", column)];

    private static XElement Attribute(string name) => new("attribute", new XAttribute("name", name));

    private static XElement User(Guid userId) =>
        new(
            "filter",
            new XElement(
                "condition",
                new XAttribute("attribute", "systemuserid"),
                new XAttribute("operator", "eq"),
                new XAttribute("value", userId)
            )
        );
}
