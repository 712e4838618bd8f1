using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PowerIntegration.Sandbox.App.Frame;

/// <summary>Draws components as whole pages. Every text from data is encoded by the framework.</summary>
internal static class AppPages
{
    private const int NonceBytes = 16;

    private static readonly ServiceProvider None = new ServiceCollection().BuildServiceProvider();

    /// <summary>Allows the script and the style of one page, and of no other.</summary>
    public static string Nonce() => Convert.ToHexString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>A component as the answer to a request.</summary>
    /// <typeparam name="TComponent">The component; its one parameter is Model.</typeparam>
    /// <param name="model">What it draws.</param>
    /// <param name="nonce">Allows its script and style.</param>
    /// <param name="status">The status.</param>
    public static async Task<IResult> DrawAsync<TComponent>(object model, string nonce, int status = StatusCodes.Status200OK)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(None, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model }))
            ).ToHtmlString()
        );
        return new Answer(html, nonce, status);
    }

    private sealed class Answer(string html, string nonce, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; frame-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
            return Results.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8, status).ExecuteAsync(httpContext);
        }
    }
}
