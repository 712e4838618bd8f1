namespace PowerIntegration.Gateway.Callers;

/// <summary>App roles of the gateway's Entra application, as the claim <c>roles</c> carries them.</summary>
public static class GatewayRoles
{
    /// <summary>May read Procore and Oracle and store what was read.</summary>
    public const string Read = "Read";

    /// <summary>May have a prepared document sent to Oracle.</summary>
    public const string Submit = "Submit";

    /// <summary>May do what <see cref="Read"/> may, and look after the gateway; never send.</summary>
    public const string Administer = "Administer";
}
