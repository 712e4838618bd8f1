namespace PowerIntegration.Gateway.Oracle;

/// <summary>How the gateway signs in to Oracle Fusion.</summary>
public enum OracleAuthentication
{
    /// <summary>OAuth client credentials of the identity domain; the client maps to a Fusion user.</summary>
    ClientCredentials,

    /// <summary>User name and password of a Fusion integration user, over TLS.</summary>
    Basic,
}
