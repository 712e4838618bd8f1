using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>An issuer of callers' tokens with its published keys.</summary>
internal sealed class CallerTokens
{
    public const string TenantId = "8f0b6c52-6a3e-4c4f-9a1b-7e2d3c4b5a69";
    public const string Issuer = $"https://issuer.example/{TenantId}/v2.0";

    /// <summary>Of the gateway's app registration.</summary>
    public const string ClientId = "c0a1e2d3-4b5c-4d6e-8f70-8192a3b4c5d6";

    public const string ApplicationIdUri = "api://powerintegration-gateway";

    /// <summary>Application through which people sign in.</summary>
    public const string ConnectorClient = "1e2d3c4b-5a69-4788-97a6-b5c4d3e2f101";

    /// <summary>Application that calls in its own name.</summary>
    public const string FlowsClient = "2f3e4d5c-6b7a-4899-a8b7-c6d5e4f3a202";

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
            $"/{TenantId}/v2.0/.well-known/openid-configuration",
            $$"""
            {"issuer":"{{Issuer}}","jwks_uri":"https://issuer.example/{{TenantId}}/keys","id_token_signing_alg_values_supported":["RS256"]}
            """
        );
        Wire.On("GET", $"/{TenantId}/keys", $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"key-1","n":"{{key.N}}","e":"{{key.E}}"}]}""");
    }

    public ScriptedWire Wire { get; }

    public string Good(params string[] roles) => Issue(new TokenFacts { Roles = roles });

    public string Issue(TokenFacts facts)
    {
        SigningCredentials credentials = facts.Algorithm switch
        {
            "RS256" => new(
                new RsaSecurityKey(facts.ForeignKey ? Stranger : Own) { KeyId = facts.KeyId, CryptoProviderFactory = Uncached() },
                SecurityAlgorithms.RsaSha256
            ),
            "RS512" => new(new RsaSecurityKey(Own) { KeyId = facts.KeyId, CryptoProviderFactory = Uncached() }, SecurityAlgorithms.RsaSha512),
            "HS256" => new(new SymmetricSecurityKey(Own.ExportSubjectPublicKeyInfo()) { KeyId = facts.KeyId }, SecurityAlgorithms.HmacSha256),
            _ => throw new ArgumentOutOfRangeException(nameof(facts)),
        };
        var now = this.clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = facts.Issuer,
                NotBefore = now + facts.StartsIn,
                Expires = facts.Expires ? now + facts.EndsIn : null,
                Claims = facts.Claims(),
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
