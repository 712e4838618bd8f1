namespace PowerIntegration.Gateway.Remote;

/// <summary>
/// Names of the HTTP clients, and of the resilience pipelines around them. A host replaces the wire under one of them with
/// <c>services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(...)</c>.
/// </summary>
public static class ClientNames
{
    /// <summary>Procore's API.</summary>
    public const string Procore = "procore";

    /// <summary>Procore's login host.</summary>
    public const string ProcoreLogin = "procore-login";

    /// <summary>The files that Procore links to, on whatever host they are.</summary>
    public const string ProcoreFiles = "procore-files";

    /// <summary>Oracle Fusion's REST API.</summary>
    public const string Oracle = "oracle";

    /// <summary>The identity domain of the Oracle pod.</summary>
    public const string OracleLogin = "oracle-login";

    /// <summary>The issuer of callers' tokens: metadata and signing keys.</summary>
    public const string TokenIssuer = "token-issuer";
}
