using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Security;

/// <summary>
/// Writes roles, teams and who has them as rows of the platform's tables. There is one business unit, so each role has one row, which is its own
/// root. What the solutions and the user list no longer say is removed.
/// </summary>
internal static class SecurityRows
{
    public static void Write(RowStore store, Transaction transaction, OrganizationModel model, UserDirectory users)
    {
        foreach (var name in SecurityTables.Names)
        {
            var table = model.FindTable(name)!;
            var wanted = Rows(name, model, users);
            foreach (var (id, values) in wanted)
            {
                SystemRows.Put(store, transaction, table, id, values);
            }

            foreach (var row in transaction.All(name).Where(row => !wanted.ContainsKey(row.Id)).ToList())
            {
                transaction.LockRow(name, row.Id);
                transaction.Delete(table, row);
            }
        }
    }

    private static Dictionary<Guid, Dictionary<string, object>> Rows(string table, OrganizationModel model, UserDirectory users)
    {
        Guid RoleId(string name) => model.Roles.GetValueOrDefault(name)?.Id ?? StableId.Of("role " + name);
        return table switch
        {
            SecurityTables.Role => RoleNames(model).ToDictionary(RoleId, name => Role(RoleId(name), name)),
            SecurityTables.Team => users.Teams.ToDictionary(team => TeamId(team.Name), team => Named(team.Name)),
            SecurityTables.UserRoles => Pairs(
                table,
                "systemuserid",
                "roleid",
                users.All.SelectMany(user => user.SecurityRoles.Select(role => (user.SystemUserId, RoleId(role))))
            ),
            SecurityTables.TeamRoles => Pairs(
                table,
                "teamid",
                "roleid",
                users.Teams.SelectMany(team => team.SecurityRoles.Select(role => (TeamId(team.Name), RoleId(role))))
            ),
            _ => Pairs(
                table,
                "systemuserid",
                "teamid",
                users.All.SelectMany(user => (user.Teams ?? []).Select(team => (user.SystemUserId, TeamId(team.Name))))
            ),
        };
    }

    // The platform's own two are there in every environment.
    private static IEnumerable<string> RoleNames(OrganizationModel model) =>
        model.Roles.Keys.Concat([UserDirectory.Administrator, UserDirectory.BasicUser]).Distinct();

    private static Guid TeamId(string name) => StableId.Of("team " + name);

    private static Dictionary<string, object> Role(Guid id, string name)
    {
        var row = Named(name);
        row["parentrootroleid"] = new RowReference(SecurityTables.Role, id);
        return row;
    }

    private static Dictionary<string, object> Named(string name) =>
        new() { ["name"] = name, ["businessunitid"] = new RowReference(SystemTables.BusinessUnit, SystemTables.BusinessUnitId) };

    private static Dictionary<Guid, Dictionary<string, object>> Pairs(
        string table,
        string first,
        string second,
        IEnumerable<(Guid First, Guid Second)> pairs
    ) =>
        pairs
            .Distinct()
            .ToDictionary(
                pair => StableId.Of($"{table} {pair.First} {pair.Second}"),
                pair => new Dictionary<string, object> { [first] = pair.First, [second] = pair.Second }
            );
}
