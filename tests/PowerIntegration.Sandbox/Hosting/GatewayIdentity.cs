using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>How the gateway is known to the issuer.</summary>
public static class GatewayIdentity
{
    /// <summary>What its tokens are asked for by: the application id URI, which is the resource of the shipped connector's connection.</summary>
    public const string Audience = "api://powerintegration-gateway";

    /// <summary>Its app registration.</summary>
    public static readonly EntraRegistration Registration = new(new Guid("6f2b1d0e-4c1a-4f0e-9a53-51a0b0c0d003"), Audience, Scope: "access_as_user");
}
