namespace PowerIntegration.Tool.Rights;

/// <summary>The environment variables with the credentials of one system. They are never arguments: those show in lists of processes.</summary>
/// <param name="ClientId">Name of the variable with the client id or user name.</param>
/// <param name="ClientSecret">Name of the variable with the secret or password.</param>
internal sealed record CredentialVariables(string ClientId, string ClientSecret)
{
    /// <summary>Those of the Oracle user.</summary>
    public static readonly CredentialVariables Oracle = new("PINT_ORACLE_CLIENT_ID", "PINT_ORACLE_CLIENT_SECRET");

    /// <summary>Those of the Procore account.</summary>
    public static readonly CredentialVariables Procore = new("PINT_PROCORE_CLIENT_ID", "PINT_PROCORE_CLIENT_SECRET");

    /// <summary>The sentence about a variable that is not set, or null where both are.</summary>
    public string? Missing(Func<string, string?> variable) =>
        new[] { ClientId, ClientSecret }.FirstOrDefault(name => string.IsNullOrEmpty(variable(name))) is { } name
            ? $"The environment variable {name} is not set. "
                + $"Set it to the {(name == ClientId ? "client ID" : "client secret")} of the account to check."
            : null;
}
