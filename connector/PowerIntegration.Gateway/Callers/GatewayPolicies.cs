namespace PowerIntegration.Gateway.Callers;

/// <summary>Names of the authorization policies; each operation names one.</summary>
internal static class GatewayPolicies
{
    /// <summary>Reading operations: role Read or Administer.</summary>
    public const string Read = "read";

    /// <summary>The operation that moves money: role Submit, nothing else.</summary>
    public const string Submit = "submit";
}
