using System.Net.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Callers;

/// <summary>
/// Validates callers' tokens in full: issuer, audience, signature by the issuer's published keys, lifetime by the injected clock, RS256 only.
/// </summary>
internal sealed class BearerConfiguration(IOptions<GatewayOptions> gateway, TimeProvider clock, IHttpClientFactory clients)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != JwtBearerDefaults.AuthenticationScheme)
        {
            return;
        }

        var settings = gateway.Value;
        options.MetadataAddress = settings.EffectiveMetadataAddress;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.Backchannel = clients.CreateClient(ClientNames.TokenIssuer);
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.IncludeErrorDetails = true;
        options.TimeProvider = clock;
        options.TokenValidationParameters = Parameters(settings);
    }

    private TokenValidationParameters Parameters(GatewayOptions settings) =>
        new()
        {
            ValidateIssuer = true,
            IssuerValidator = (issuer, _, _) =>
                string.Equals(issuer, settings.Authority, StringComparison.Ordinal)
                    ? issuer
                    : throw new SecurityTokenInvalidIssuerException($"The token was issued by '{issuer}' instead of '{settings.Authority}'.")
                    {
                        InvalidIssuer = issuer,
                    },
            ValidateAudience = true,
            ValidAudience = settings.Audience,
            RequireAudience = true,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateLifetime = true,
            RequireExpirationTime = true,
            LifetimeValidator = new TokenLifetime(clock).Validate,
            NameClaimType = "name",
            RoleClaimType = "roles",
        };
}
