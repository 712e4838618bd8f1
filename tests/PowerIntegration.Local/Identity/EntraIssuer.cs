using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Identity;

/// <summary>
/// Stands where Microsoft Entra ID stands: signs tokens and publishes the key. The signing key is made at the first start and lies in the store
/// folder, readable by its owner alone, so that <c>token</c> can print a token for a sandbox that <c>serve</c> keeps running.
/// </summary>
public sealed class EntraIssuer : IDisposable
{
    /// <summary>How long a token lives.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    /// <summary>The sandbox's only tenant.</summary>
    public static readonly Guid TenantId = new("6f2b1d0e-4c1a-4f0e-9a53-51a0b0c0d001");

    /// <summary>Client id of the application through which people sign in. The sandbox has one.</summary>
    public static readonly Guid SignInClientId = new("6f2b1d0e-4c1a-4f0e-9a53-51a0b0c0d002");

    /// <summary>Name of the signing key's file in the store folder.</summary>
    public const string KeyFile = "entra-signing-key.pem";

    // What an address without a registration is: Dataverse, whose own delegated permission has this name.
    private const string DataverseScope = "user_impersonation";

    private const int KeySizeInBits = 2048;
    private readonly RSA rsa;
    private readonly RsaSecurityKey key;
    private readonly TimeProvider clock;
    private readonly IReadOnlyDictionary<Guid, SandboxUser> usersByObjectId;
    private readonly IReadOnlyList<EntraRegistration> registrations;

    private EntraIssuer(string rootUrl, RSA rsa, IEnumerable<SandboxUser> users, TimeProvider clock, IReadOnlyList<EntraRegistration> registrations)
    {
        this.registrations = registrations;
        this.rsa = rsa;
        this.clock = clock;
        usersByObjectId = users.ToDictionary(user => user.ObjectId);
        Authority = $"{rootUrl.TrimEnd('/')}/entra/{TenantId}/v2.0";
        key = new RsaSecurityKey(rsa)
        {
            KeyId = Base64UrlEncoder.Encode(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()))[..16],
            // The library's own cache goes by the key's id: a second issuer over the same store would sign with the first one's disposed key.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    /// <summary>The issuer's address and name in tokens.</summary>
    public string Authority { get; }

    /// <summary>Opens the issuer of a store folder.</summary>
    /// <param name="rootUrl">Root of the front application, for example http://127.0.0.1:5080.</param>
    /// <param name="storeFolder">Where the signing key lies.</param>
    /// <param name="users">Who may have tokens.</param>
    /// <param name="clock">Measures lifetimes.</param>
    /// <param name="registrations">Applications that tokens are asked for by their URI.</param>
    public static EntraIssuer Open(
        string rootUrl,
        string storeFolder,
        IEnumerable<SandboxUser> users,
        TimeProvider clock,
        params IReadOnlyList<EntraRegistration> registrations
    )
    {
        var path = Path.Combine(storeFolder, KeyFile);
        var rsa = RSA.Create(KeySizeInBits);
        if (File.Exists(path))
        {
            Import(rsa, path);
        }
        else
        {
            StoreText.Write(path, rsa.ExportPkcs8PrivateKeyPem(), forOwnerOnly: true);
        }

        return new EntraIssuer(rootUrl, rsa, users, clock, registrations);
    }

    /// <summary>
    /// Signs a token of version 2.0 with the claims that Entra gives: the audience is the client id of a registered resource, a person's token has
    /// the permission that the resource exposes, and app roles are a list, also where there is one.
    /// </summary>
    /// <param name="user">For whom.</param>
    /// <param name="resource">What is asked for: the application id URI of a registration, or the address of Dataverse.</param>
    public string IssueToken(SandboxUser user, string resource)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var registration = registrations.FirstOrDefault(one => one.ApplicationIdUri == resource);
        var audience = registration?.ClientId.ToString() ?? resource;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = audience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + TokenLifetime,
                Claims = Claims(user, audience, registration),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    /// <summary>Checks signature, issuer, audience and lifetime of a token and finds its user.</summary>
    /// <param name="bearerToken">The token without the word Bearer.</param>
    /// <param name="audience">The service that asks.</param>
    public TokenCheck Check(string bearerToken, string audience)
    {
        var result = new JsonWebTokenHandler { MapInboundClaims = false }
            .ValidateTokenAsync(bearerToken, ValidationFor(audience))
            .GetAwaiter()
            .GetResult();
        if (!result.IsValid)
        {
            return new TokenCheck(
                null,
                $"The access token is refused: {Sentence(result.Exception)} Print a new one with the command token; the issuer is {Authority}."
            );
        }

        return Guid.TryParse(result.ClaimsIdentity.FindFirst("oid")?.Value, out var objectId) && usersByObjectId.TryGetValue(objectId, out var user)
            ? new TokenCheck(user, null)
            : new TokenCheck(null, "The access token names no user of this sandbox. Add the user to users.json of the data folder.");
    }

    /// <summary>The discovery document at <c>.well-known/openid-configuration</c>.</summary>
    public JsonObject DiscoveryDocument() =>
        new()
        {
            ["issuer"] = Authority,
            ["jwks_uri"] = Authority + "/keys",
            ["token_endpoint"] = Authority + "/token",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["response_types_supported"] = new JsonArray("token"),
            ["subject_types_supported"] = new JsonArray("public"),
        };

    /// <summary>The public key set at <c>keys</c>.</summary>
    public JsonObject KeySet()
    {
        var publicKey = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = "RS256",
                    ["kid"] = key.KeyId,
                    ["n"] = Base64UrlEncoder.Encode(publicKey.Modulus),
                    ["e"] = Base64UrlEncoder.Encode(publicKey.Exponent),
                }
            ),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();

    private static Dictionary<string, object> Claims(SandboxUser user, string audience, EntraRegistration? registration)
    {
        var claims = new Dictionary<string, object>
        {
            ["ver"] = "2.0",
            ["tid"] = TenantId.ToString(),
            ["oid"] = user.ObjectId.ToString(),
            ["azpacr"] = "1",
        };
        if (user.IsApplication)
        {
            claims["azp"] = (user.ApplicationId ?? user.ObjectId).ToString();
            claims["sub"] = user.ObjectId.ToString();
        }
        else
        {
            claims["azp"] = SignInClientId.ToString();
            claims["sub"] = Subject(user, audience);
            claims["scp"] = registration?.Scope ?? DataverseScope;
            claims["name"] = user.FullName;
            claims["preferred_username"] = user.Email;
        }

        // App roles are the resource's own; a token for another one has none of them.
        if (registration is not null && user.AppRoles.Count > 0)
        {
            claims["roles"] = user.AppRoles.ToArray();
        }

        return claims;
    }

    // A person is another subject for each application.
    private static string Subject(SandboxUser user, string audience) =>
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.ObjectId}|{audience}")));

    private TokenValidationParameters ValidationFor(string audience) =>
        new()
        {
            ValidIssuer = Authority,
            ValidAudience = audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.Zero,
            LifetimeValidator = (notBefore, expires, _, _) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                return expires is { } end && now < end && (notBefore is not { } start || now >= start);
            },
        };

    // The library's texts say what is wrong after a code; the class of the error is the sentence a caller can act on.
    private static string Sentence(Exception? failure) =>
        failure switch
        {
            SecurityTokenInvalidAudienceException => "it was issued for another audience.",
            SecurityTokenInvalidIssuerException => "it comes from another issuer.",
            SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException =>
                "it has expired or is not yet valid.",
            SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "its signature is not the issuer's.",
            SecurityTokenInvalidAlgorithmException => "it is not signed with RS256.",
            _ => "it is not a token of this issuer.",
        };

    private static void Import(RSA rsa, string path)
    {
        try
        {
            rsa.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            rsa.Dispose();
            throw new StoreRefusedException(
                $"The store file {Path.GetFullPath(path)} does not contain a private key. Delete it: a new key is made, and tokens printed before "
                    + "are void.",
                unreadable
            );
        }
    }
}
