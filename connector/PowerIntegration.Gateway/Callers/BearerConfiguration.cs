using System.Net.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Callers;

/// <summary>
/// Validates callers' tokens in full: issuer, audience, signature by the issuer's published key that the token names, lifetime by the injected clock,
/// RS256 only; then the claims, one by one.
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
        var pinned = new PinnedCallers(settings);
        var claims = new TokenClaims(pinned);
        options.MetadataAddress = settings.EffectiveMetadataAddress;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.Backchannel = clients.CreateClient(ClientNames.TokenIssuer);
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.IncludeErrorDetails = true;
        options.TimeProvider = clock;
        options.TokenValidationParameters = Parameters(pinned);
        options.Events = new JwtBearerEvents { OnTokenValidated = context => ReadCaller(context, claims) };
    }

    private static Task ReadCaller(TokenValidatedContext context, TokenClaims claims)
    {
        try
        {
            context.Principal = claims.Read((JsonWebToken)context.SecurityToken).Principal(context.Scheme.Name);
        }
        catch (CallerRefusedException refused)
        {
            context.Fail(refused);
        }

        return Task.CompletedTask;
    }

    private TokenValidationParameters Parameters(PinnedCallers pinned) =>
        new()
        {
            ValidateIssuer = true,
            IssuerValidator = (issuer, _, _) =>
                issuer == pinned.Issuer || issuer == pinned.OldIssuer
                    ? issuer
                    : throw new SecurityTokenInvalidIssuerException($"The token was issued by '{issuer}' instead of '{pinned.Issuer}'.")
                    {
                        InvalidIssuer = issuer,
                    },
            ValidateAudience = true,
            ValidAudiences = pinned.Audiences,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            RequireAudience = true,
            ValidateIssuerSigningKey = true,
            // A token that does not name its key would be tried with each of the issuer's.
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateLifetime = true,
            RequireExpirationTime = true,
            LifetimeValidator = new TokenLifetime(clock).Validate,
        };
}
