using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App;

/// <summary>The web resources of the loaded solutions, at the address that the product has for them.</summary>
internal static class WebResourceEndpoints
{
    /// <summary>Serves them.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="site">The app.</param>
    public static void MapWebResources(this IEndpointRouteBuilder routes, AppSite site) =>
        routes.MapGet(
            AppAddress.WebResource("{**name}"),
            async Task<IResult> (HttpContext context, string name) =>
                (await site.AppAsync(context.RequestAborted)).WebResources.TryGetValue(name, out var resource)
                    ? Content(context, resource)
                    : Results.NotFound()
        );

    private static IResult Content(HttpContext context, WebResource resource)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = resource.IsPage
            // A page runs the scripts that ship beside it, and none that is written into it; it stands only in a frame of this site.
            ? "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; "
                + "frame-ancestors 'self'; base-uri 'none'"
            : "default-src 'none'; frame-ancestors 'none'";
        return Results.Bytes(resource.Content, resource.MediaType + (resource.IsPage ? "; charset=utf-8" : ""));
    }
}
