namespace PowerIntegration.Local.Oracle;

/// <summary>Who may call the simulated pod and how long a token lives. Credentials come from the host, never from code.</summary>
public sealed record OracleSimulatorOptions
{
    /// <summary>Users that sign in with Basic authentication.</summary>
    /// <value>Default none.</value>
    public IReadOnlyList<OracleUser> Users { get; init; } = [];

    /// <summary>Clients that may ask the token endpoint.</summary>
    /// <value>Default none.</value>
    public IReadOnlyList<OracleClient> Clients { get; init; } = [];

    /// <summary>User accounts with their roles, for who looks them up.</summary>
    /// <value>Default none.</value>
    public IReadOnlyList<OracleUserAccount> Accounts { get; init; } = [];

    /// <summary>How long an access token lives on the simulator's clock.</summary>
    /// <value>Default one hour.</value>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);
}
