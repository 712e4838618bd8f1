using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Registers who may call what. Nothing is anonymous, not even an address that does not exist.</summary>
internal static class AuthenticationRegistration
{
    public static IServiceCollection AddCallerAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerConfiguration>();
        services.AddSingleton<IValidateOptions<GatewayOptions>, PinnedCallersValidation>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ProblemAuthorizationResults>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services
            .AddAuthorizationBuilder()
            .AddPolicy(GatewayPolicies.Read, policy => policy.RequireAuthenticatedUser().RequireRole(GatewayRoles.Read, GatewayRoles.Administer))
            .AddPolicy(GatewayPolicies.Submit, policy => policy.RequireAuthenticatedUser().RequireRole(GatewayRoles.Submit))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
