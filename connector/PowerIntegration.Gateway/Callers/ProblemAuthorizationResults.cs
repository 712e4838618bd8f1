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
        var failure = (await context.AuthenticateAsync()).Failure;
        if (failure is CallerRefusedException)
        {
            return failure.Message;
        }

        var reason = failure switch
        {
            null => "The request has no sign-in token.",
            SecurityTokenExpiredException expired => $"The sign-in expired at {expired.Expires:u}.",
            SecurityTokenNotYetValidException early => $"The sign-in token is not valid before {early.NotBefore:u}.",
            SecurityTokenInvalidAudienceException => "The sign-in token is for another application.",
            SecurityTokenInvalidIssuerException => "The sign-in token is from another tenant.",
            _ => "The sign-in token is not valid.",
        };
        return reason + " Open the connection in Power Apps and sign in again.";
    }

    private static string RolesSentence(AuthorizationPolicy policy)
    {
        var roles = policy.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles);
        return $"Your account does not have any of the app roles {string.Join(", ", roles.Select(role => $"'{role}'"))} this operation requires. "
            + "Ask the Microsoft Entra administrator to assign one.";
    }
}
