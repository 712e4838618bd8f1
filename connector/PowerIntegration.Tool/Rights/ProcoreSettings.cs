namespace PowerIntegration.Tool.Rights;

/// <summary>The Procore account to check.</summary>
/// <param name="Address">The API.</param>
/// <param name="LoginAddress">The sign-in.</param>
/// <param name="Company">The company; null where it was not given.</param>
internal sealed record ProcoreSettings(string Address, string LoginAddress, long? Company)
{
    /// <summary>The first mistake, or null.</summary>
    public string? Mistake(Func<string, string?> variable) =>
        CheckedAddress.Mistake("--procore", Address)
        ?? CheckedAddress.Mistake("--procore-login", LoginAddress)
        ?? (Company is null or <= 0 ? "--procore needs --company with the ID of the Procore company." : null)
        ?? CredentialVariables.Procore.Missing(variable);

    /// <summary>Signs in and checks.</summary>
    public async Task<IReadOnlyList<CheckedRight>> RunAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        using var system = new CheckedSystem("Procore", new Uri(Address), surroundings);
        system.Always("Procore-Company-Id", Company!.Value.ToString(CultureInfo.InvariantCulture));
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = surroundings.Variable(CredentialVariables.Procore.ClientId)!,
            ["client_secret"] = surroundings.Variable(CredentialVariables.Procore.ClientSecret)!,
        };
        await system.SignInAsync(new Uri(LoginAddress.TrimEnd('/') + "/oauth/token"), form, basic: null, cancellation);
        return await new ProcoreCheck(system, Company.Value).RunAsync(cancellation);
    }
}
