namespace PowerIntegration.Tool.Rights;

/// <summary>What the Oracle user may do, by the roles that its user account has.</summary>
/// <param name="system">The pod, signed in.</param>
/// <param name="user">The user name.</param>
/// <param name="reviewed">Roles whose privileges a person has reviewed.</param>
internal sealed class OracleCheck(CheckedSystem system, string user, IReadOnlyCollection<string> reviewed)
{
    private const string Accounts = "hcmRestApi/resources/11.13.18.05/userAccounts";
    private const int PageSize = 100;
    private const int PagesMax = 100;

    /// <summary>One result for each forbidden right.</summary>
    /// <exception cref="NotReadException">The roles could not be read.</exception>
    public async Task<IReadOnlyList<CheckedRight>> RunAsync(CancellationToken cancellation)
    {
        var id = await AccountIdAsync(cancellation);
        var address = $"{Accounts}/{Uri.EscapeDataString(id)}/child/userAccountRoles";
        var roles = await RolesAsync(address, cancellation);
        return [.. OracleRight.All.Select(right => Check(right, roles, system.Root + address))];
    }

    private async Task<string> AccountIdAsync(CancellationToken cancellation)
    {
        var literal = Uri.EscapeDataString($"Username='{user.Replace("'", "''", StringComparison.Ordinal)}'");
        var (answer, _) = await system.GetAsync($"{Accounts}?q={literal}&fields=GUID,Username&onlyData=true&limit=2", "user accounts", cancellation);
        var accounts = answer.List("items", Where);
        return accounts is [var account] && string.Equals(account.Text("Username", Where), user, StringComparison.OrdinalIgnoreCase)
            ? account.Text("GUID", Where)
            : throw new NotReadException(
                $"Oracle shows {accounts.Count} user accounts with the name '{user}' to this user; one was expected. Give the user name "
                    + "with --oracle-user, and check that the user may read user accounts."
            );
    }

    private async Task<IReadOnlyList<string>> RolesAsync(string address, CancellationToken cancellation)
    {
        List<string> roles = [];
        for (var page = 0; page < PagesMax; page++)
        {
            var (answer, _) = await system.GetAsync(
                $"{address}?fields=RoleCode&onlyData=true&orderBy=RoleCode:asc&limit={PageSize}&offset={page * PageSize}",
                "the roles of the user account",
                cancellation
            );
            roles.AddRange(answer.List("items", Where).Select(role => role.Text("RoleCode", Where)));
            if (!answer.Flag("hasMore", Where))
            {
                // A user without any role could not have asked.
                return roles.Count > 0
                    ? roles
                    : throw new NotReadException(
                        $"Oracle shows no role of the user '{user}'. Check that the user may read the roles of user accounts."
                    );
            }
        }

        throw new NotReadException($"Oracle lists the roles of the user '{user}' without an end. Check them in the Security Console.");
    }

    private CheckedRight Check(OracleRight right, IReadOnlyList<string> roles, string address)
    {
        if (roles.Where(role => OracleRoles.Gives(role, right)).ToList() is { Count: > 0 } forbidden)
        {
            return CheckedRight.Forbidden(
                $"Oracle: user '{user}' can {right.Name} by {Named(forbidden)}. Remove "
                    + $"{(forbidden.Count == 1 ? "this role" : "these roles")} from the user in the Security Console. Read at {address}."
            );
        }

        var unknown = roles.Except(reviewed, StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? CheckedRight.Absent($"Oracle: user '{user}' cannot {right.Name}. Its reviewed roles are {string.Join(", ", roles)}, read at {address}.")
            : CheckedRight.NotRead(
                $"Oracle: whether user '{user}' can {right.Name} is not known, because of {Named(unknown)}. Oracle does not give the privileges "
                    + "of a role to programs. Review them in the Security Console, then give the role with --oracle-role; or remove it from the user."
            );
    }

    private static string Named(List<string> roles) => $"the role{(roles.Count == 1 ? "" : "s")} {string.Join(", ", roles)}";

    private const string Where = "Oracle's list of user accounts";
}
