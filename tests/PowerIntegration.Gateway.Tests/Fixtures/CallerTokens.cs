using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>An issuer of callers' tokens with its published keys.</summary>
internal sealed class CallerTokens
{
    public const string Issuer = "https://issuer.example/tenant/v2.0";
    public const string Audience = "api://powerintegration-gateway";

    // Making a key takes longer than most tests.
    private static readonly RSA Own = RSA.Create(2048);
    private static readonly RSA Stranger = RSA.Create(2048);

    private readonly TimeProvider clock;

    public CallerTokens(TimeProvider clock)
    {
        this.clock = clock;
        Wire = new ScriptedWire("token issuer");
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Own.ExportParameters(false)) { KeyId = "key-1" });
        Wire.On(
            "GET",
            "/tenant/v2.0/.well-known/openid-configuration",
            $$"""
            {"issuer":"{{Issuer}}","jwks_uri":"https://issuer.example/tenant/keys","id_token_signing_alg_values_supported":["RS256"]}
            """
        );
        Wire.On("GET", "/tenant/keys", $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"key-1","n":"{{key.N}}","e":"{{key.E}}"}]}""");
    }

    public ScriptedWire Wire { get; }

    public string Good(params string[] roles) => Issue(new TokenFacts { Roles = roles });

    public string Issue(TokenFacts facts)
    {
        SigningCredentials credentials = facts.Algorithm switch
        {
            "RS256" => new(
                new RsaSecurityKey(facts.ForeignKey ? Stranger : Own) { KeyId = "key-1", CryptoProviderFactory = Uncached() },
                SecurityAlgorithms.RsaSha256
            ),
            "RS512" => new(new RsaSecurityKey(Own) { KeyId = "key-1", CryptoProviderFactory = Uncached() }, SecurityAlgorithms.RsaSha512),
            "HS256" => new(new SymmetricSecurityKey(Own.ExportSubjectPublicKeyInfo()) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256),
            _ => throw new ArgumentOutOfRangeException(nameof(facts)),
        };
        var now = this.clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = facts.Issuer,
                Audience = facts.Audience,
                NotBefore = now + facts.StartsIn,
                Expires = facts.Expires ? now + facts.EndsIn : null,
                Claims = new Dictionary<string, object> { ["roles"] = facts.Roles, ["name"] = "Test caller" },
                SigningCredentials = credentials,
            }
        );
    }

    /// <summary>A token that says it needs no signature.</summary>
    public string Unsigned(params string[] roles)
    {
        var parts = Good(roles).Split('.');
        return $"{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""))}.{parts[1]}.";
    }

    private static CryptoProviderFactory Uncached() => new() { CacheSignatureProviders = false };
}
