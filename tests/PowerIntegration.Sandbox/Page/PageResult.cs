using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Sandbox.Page;

/// <summary>A page as the answer to a request. It runs no script but this site's own, and no cache keeps it.</summary>
/// <param name="html">The page.</param>
/// <param name="statusCode">The status.</param>
internal sealed class PageResult(string html, int statusCode = StatusCodes.Status200OK) : IResult
{
    // Tables from Markdown and drawn cards set styles on their elements.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        return Results.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8, statusCode).ExecuteAsync(httpContext);
    }
}
