using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Says in a problem why a caller was turned away; the bearer scheme adds its own <c>WWW-Authenticate</c> header.</summary>
internal sealed class ProblemAuthorizationResults : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (authorizeResult.Challenged)
        {
            await context.ChallengeAsync();
            await ProblemWriter.WriteAsync(context, ProblemCatalog.Unauthenticated, await ReasonAsync(context));
        }
        else
        {
            await ProblemWriter.WriteAsync(context, ProblemCatalog.RoleMissing, RolesSentence(policy));
        }
    }

    private static async Task<string> ReasonAsync(HttpContext context)
    {
        var reason = (await context.AuthenticateAsync()).Failure switch
        {
            null => "The request carries no bearer token.",
            SecurityTokenExpiredException expired => $"The token expired at {expired.Expires:u}.",
            SecurityTokenNotYetValidException early => $"The token is not valid before {early.NotBefore:u}.",
            SecurityTokenInvalidAudienceException => "The token is for another audience.",
            SecurityTokenInvalidIssuerException => "The token is from another issuer.",
            _ => "The token's signature or form is not valid.",
        };
        return reason + " Sign in again and send a token of the gateway's Entra application.";
    }

    private static string RolesSentence(AuthorizationPolicy policy)
    {
        var roles = policy.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles);
        return $"The token carries none of the app roles {string.Join(", ", roles.Select(role => $"'{role}'"))} that this operation needs. "
            + "Have an Entra administrator assign one to the caller.";
    }
}
