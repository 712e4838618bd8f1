using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>Refuses a body in an unknown character set, which the framework would report as an unexpected error.</summary>
internal static class RequestCharset
{
    public static Task RequireAsync(HttpContext context, RequestDelegate next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.Charset.HasValue
        && ResponseText.EncodingOf(type.Charset.Value) is null
            ? throw new IntegrationException(
                ProblemCatalog.ContentTypeUnknown,
                $"The character set '{type.Charset.Value}' is not supported. Send the request as UTF-8."
            )
            : next(context);
}
