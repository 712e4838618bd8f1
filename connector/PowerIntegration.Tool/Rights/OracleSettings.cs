namespace PowerIntegration.Tool.Rights;

/// <summary>The Oracle user to check.</summary>
/// <param name="Address">The pod.</param>
/// <param name="TokenAddress">Where tokens are issued; null for a user name and password.</param>
/// <param name="Scope">Scope of the token.</param>
/// <param name="User">The user that the credentials run as; null where it was not given.</param>
/// <param name="Roles">Roles that a person has reviewed.</param>
internal sealed record OracleSettings(string Address, string? TokenAddress, string Scope, string? User, IReadOnlyCollection<string> Roles)
{
    /// <summary>The first mistake, or null.</summary>
    public string? Mistake(Func<string, string?> variable) =>
        CheckedAddress.Mistake("--oracle", Address)
        ?? (TokenAddress is { } token ? CheckedAddress.Mistake("--oracle-token-url", token) : null)
        ?? (string.IsNullOrWhiteSpace(User) ? "--oracle needs --oracle-user with the name of the Oracle user that the credentials run as." : null)
        ?? CredentialVariables.Oracle.Missing(variable);

    /// <summary>Signs in and checks.</summary>
    public async Task<IReadOnlyList<CheckedRight>> RunAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        var id = surroundings.Variable(CredentialVariables.Oracle.ClientId)!;
        var secret = surroundings.Variable(CredentialVariables.Oracle.ClientSecret)!;
        using var system = new CheckedSystem("Oracle", new Uri(Address), surroundings);
        system.Always("REST-Framework-Version", "4");
        if (TokenAddress is null)
        {
            system.SignWith(id, secret);
        }
        else
        {
            var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = Scope };
            await system.SignInAsync(new Uri(TokenAddress), form, (id, secret), cancellation);
        }

        return await new OracleCheck(system, User!, Roles).RunAsync(cancellation);
    }
}
