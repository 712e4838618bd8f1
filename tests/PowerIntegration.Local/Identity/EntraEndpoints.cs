using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PowerIntegration.Local.Identity;

/// <summary>
/// The two public documents of the issuer: where its key is, and the key. They carry nothing secret and, as Entra's, ask for no token. Tokens are
/// not given over HTTP; whoever asks is told where they are.
/// </summary>
public static class EntraEndpoints
{
    /// <summary>Serves them under <c>/entra/(tenant)/v2.0</c>.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="issuer">The issuer.</param>
    public static void MapEntra(this IEndpointRouteBuilder routes, EntraIssuer issuer)
    {
        var group = routes.MapGroup($"/entra/{EntraIssuer.TenantId}/v2.0");
        group.MapGet("/.well-known/openid-configuration", () => Results.Json(issuer.DiscoveryDocument()));
        group.MapGet("/keys", () => Results.Json(issuer.KeySet()));
        group.MapPost(
            "/token",
            () =>
                Refused(
                    StatusCodes.Status400BadRequest,
                    "unsupported_grant_type",
                    "This issuer does not give tokens over HTTP. Print one with the command token."
                )
        );
        group.Map(
            "/{**path}",
            (HttpContext context) =>
                Refused(
                    StatusCodes.Status404NotFound,
                    "invalid_request",
                    $"The issuer has no {context.Request.Method} here. It has GET .well-known/openid-configuration and GET keys."
                )
        );
    }

    private static IResult Refused(int status, string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: status);
}
