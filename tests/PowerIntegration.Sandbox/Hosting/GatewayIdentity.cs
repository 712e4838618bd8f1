namespace PowerIntegration.Sandbox.Hosting;

/// <summary>How the gateway is known to the issuer.</summary>
public static class GatewayIdentity
{
    /// <summary>Audience of its tokens, the resource of the shipped connector's connection.</summary>
    public const string Audience = "api://powerintegration-gateway";
}
