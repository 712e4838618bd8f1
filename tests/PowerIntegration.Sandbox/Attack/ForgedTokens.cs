using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// Tokens that Entra would not issue, or not for this: each is a right token of a user in all but one respect. Most are signed with the sandbox's own
/// key, so that only that respect can be what is refused.
/// </summary>
internal sealed class ForgedTokens : IDisposable
{
    private static readonly Guid OtherTenant = new("77aa0000-0000-4000-8000-0000000000f1");
    private static readonly Guid OtherClient = new("77aa0000-0000-4000-8000-0000000000f2");
    private static readonly Guid Stranger = new("77aa0000-0000-4000-8000-0000000000f3");

    private readonly RSA own = RSA.Create(2048);
    private readonly RSA other = RSA.Create(2048);
    private readonly RunningSandbox sandbox;
    private readonly string keyId;

    /// <summary>Reads the sandbox's signing key.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="store">Its store folder.</param>
    public ForgedTokens(RunningSandbox sandbox, string store)
    {
        this.sandbox = sandbox;
        own.ImportFromPem(File.ReadAllText(Path.Combine(store, EntraIssuer.KeyFile)));
        keyId = sandbox.Issuer.KeySet()["keys"]![0]!["kid"]!.ToString();
    }

    /// <summary>Every way, by the words that a report names it with. A null token is none at all.</summary>
    public IReadOnlyDictionary<string, Func<SandboxUser, string, string?>> Ways =>
        new Dictionary<string, Func<SandboxUser, string, string?>>
        {
            ["no token"] = (_, _) => null,
            ["no token but a word"] = (_, _) => "token",
            ["expired"] = (user, resource) => Signed(user, resource, claims => Move(claims, TimeSpan.FromHours(-2))),
            ["not valid yet"] = (user, resource) => Signed(user, resource, claims => Move(claims, TimeSpan.FromHours(2))),
            ["without an end"] = (user, resource) => Signed(user, resource, claims => claims.Remove("exp")),
            ["other audience"] = (user, resource) =>
                sandbox.Issuer.IssueToken(user, resource == GatewayIdentity.Audience ? sandbox.Root : GatewayIdentity.Audience),
            ["other tenant"] = (user, resource) =>
                Signed(
                    user,
                    resource,
                    claims =>
                    {
                        claims["tid"] = OtherTenant.ToString();
                        claims["iss"] = claims["iss"]!
                            .ToString()
                            .Replace(EntraIssuer.TenantId.ToString(), OtherTenant.ToString(), StringComparison.Ordinal);
                    }
                ),
            ["other issuer"] = (user, resource) => Signed(user, resource, claims => claims["iss"] = "https://login.example/v2.0"),
            ["other key"] = (user, resource) => Write(Header("RS256"), Claims(user, resource), Rsa(other)),
            ["no signature"] = (user, resource) => Write(Header("none"), Claims(user, resource), _ => []),
            ["public key as a secret"] = (user, resource) => Write(Header("HS256"), Claims(user, resource), Hmac),
            ["changed after it was signed"] = Changed,
            ["stranger"] = (user, resource) =>
                Signed(
                    user,
                    resource,
                    claims =>
                    {
                        claims["oid"] = Stranger.ToString();
                        claims.Remove("roles");
                    }
                ),
        };

    /// <summary>Ways that are the gateway's to tell: what Dataverse takes is Microsoft's.</summary>
    public IReadOnlyDictionary<string, Func<SandboxUser, string?>> WaysAtGateway =>
        new Dictionary<string, Func<SandboxUser, string?>>
        {
            ["roles as text"] = user => Gateway(user, claims => claims["roles"] = "Submit"),
            ["roles as text with a list in it"] = user => Gateway(user, claims => claims["roles"] = "[\"Submit\"]"),
            ["roles as an object"] = user => Gateway(user, claims => claims["roles"] = new JsonObject { ["0"] = "Submit" }),
            ["roles in another case"] = user => Gateway(user, claims => claims["roles"] = new JsonArray("submit")),
            ["role of a longer name"] = user => Gateway(user, claims => claims["roles"] = new JsonArray("Submit Read")),
            ["role under another name"] = user => Gateway(user, claims => claims["role"] = new JsonArray("Submit"), withoutRoles: true),
            ["other application"] = user => Gateway(user, claims => claims["azp"] = OtherClient.ToString()),
            ["without the permission"] = user => Gateway(user, claims => claims["scp"] = "User.Read"),
            ["application with a permission"] = user => Gateway(user, claims => (claims["idtyp"], claims["scp"]) = ("app", "access_as_user")),
            ["several audiences"] = user =>
                Gateway(user, claims => claims["aud"] = new JsonArray("https://other.example", claims["aud"]!.DeepClone())),
            ["version of another kind"] = user => Gateway(user, claims => claims["ver"] = "3.0"),
            ["claim named twice"] = user => Twice(user),
        };

    /// <inheritdoc/>
    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
    }

    private static void Move(JsonObject claims, TimeSpan by)
    {
        foreach (var name in new[] { "iat", "nbf", "exp" })
        {
            claims[name] = claims[name]!.GetValue<long>() + (long)by.TotalSeconds;
        }
    }

    private static string Header(string algorithm) => new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" }.ToJsonString();

    private static string Write(string header, string claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Write(string header, JsonObject claims, Func<byte[], byte[]> sign) => Write(header, claims.ToJsonString(), sign);

    private static Func<byte[], byte[]> Rsa(RSA key) => text => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    // The claims of the right token.
    private JsonObject Claims(SandboxUser user, string resource) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(sandbox.Issuer.IssueToken(user, resource).Split('.')[1]))!.AsObject();

    private string OwnHeader =>
        new JsonObject
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = keyId,
        }.ToJsonString();

    private string Signed(SandboxUser user, string resource, Action<JsonObject> change)
    {
        var claims = Claims(user, resource);
        change(claims);
        return Write(OwnHeader, claims, Rsa(own));
    }

    private string Gateway(SandboxUser user, Action<JsonObject> change, bool withoutRoles = false) =>
        Signed(
            user,
            GatewayIdentity.Audience,
            claims =>
            {
                if (withoutRoles)
                {
                    claims.Remove("roles");
                }
                else
                {
                    claims["roles"] = new JsonArray("Read", "Submit", "Administer");
                }

                change(claims);
            }
        );

    private string Twice(SandboxUser user)
    {
        var claims = Claims(user, GatewayIdentity.Audience).ToJsonString();
        return Write(OwnHeader, claims[..^1] + ",\"roles\":[\"Submit\"],\"roles\":[\"Read\",\"Submit\"]}", Rsa(own));
    }

    private byte[] Hmac(byte[] text) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(own.ExportSubjectPublicKeyInfoPem()), text);

    private string? Changed(SandboxUser user, string resource)
    {
        var parts = sandbox.Issuer.IssueToken(user, resource).Split('.');
        var claims = Claims(user, resource);
        claims["exp"] = claims["exp"]!.GetValue<long>() + 1;
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}";
    }
}
