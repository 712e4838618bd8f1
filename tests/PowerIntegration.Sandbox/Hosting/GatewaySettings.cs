using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>The gateway's configuration in a sandbox: the same settings a container gets from its environment.</summary>
internal static class GatewaySettings
{
    /// <summary>Settings that point at the sandbox's own systems.</summary>
    public static IReadOnlyDictionary<string, string?> For(SandboxParts parts)
    {
        var environment = parts.Seed.Dataverse.First(row => row.Set == "pint_environments").Body;
        return new Dictionary<string, string?>
        {
            ["Gateway:Environment"] = environment["pint_key"]!.ToString(),
            ["Gateway:Authority"] = parts.Issuer.Authority,
            ["Gateway:ClientId"] = GatewayIdentity.Registration.ClientId.ToString(),
            ["Gateway:ApplicationIdUri"] = GatewayIdentity.Registration.ApplicationIdUri,
            ["Gateway:Scope"] = GatewayIdentity.Registration.Scope,
            ["Gateway:Clients"] = string.Join(',', ClientsOf(parts.Seed.Users)),
            // Loopback has no certificate; a gateway elsewhere keeps the default, which is true.
            ["Gateway:RequireHttps"] = "false",
            ["Gateway:AnchorFile"] = Path.Combine(parts.StoreFolder, "anchors.jsonl"),
            ["Procore:BaseUrl"] = $"{parts.Root}/procore",
            ["Procore:LoginUrl"] = $"{parts.Root}/procore",
            ["Procore:CompanyId"] = environment["pint_procorecompanyid"]!.ToString(),
            ["Procore:ClientId"] = parts.Credentials.ProcoreClientId,
            ["Procore:ClientSecret"] = parts.Credentials.ProcoreClientSecret,
            ["Oracle:BaseUrl"] = $"{parts.Root}/oracle",
            ["Oracle:Pod"] = environment["pint_oraclepod"]!.ToString(),
            ["Oracle:TokenUrl"] = $"{parts.Root}/oracle/oauth2/v1/token",
            ["Oracle:ClientId"] = parts.Credentials.OracleClientId,
            ["Oracle:ClientSecret"] = parts.Credentials.OracleClientSecret,
            ["Oracle:ProjectsApplicationId"] = AssumedFacts.ProjectsApplication.ToString(CultureInfo.InvariantCulture),
            ["Oracle:Scope"] = "urn:opc:resource:consumer::all",
            ["Dataverse:Url"] = parts.Root,
        };
    }

    // People come through the connector; an application that has a role of the gateway comes by itself.
    private static IEnumerable<Guid> ClientsOf(IEnumerable<SandboxUser> users) =>
        users
            .Where(user => user.IsApplication && user.AppRoles.Count > 0)
            .Select(user => user.ApplicationId ?? user.ObjectId)
            .Prepend(EntraIssuer.SignInClientId);
}
