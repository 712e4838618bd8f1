using System.Net.Http;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PowerIntegration.Local.Connectors;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// Hands requests under <c>/gateway</c> to the gateway, which runs as its own application on its own port as it would in production.
/// </summary>
/// <param name="client">Sends to the gateway; not redirecting, not pooling cookies.</param>
/// <param name="gatewayRoot">Root of the gateway.</param>
/// <param name="answers">Holds each answer to the connector's definition.</param>
public sealed class GatewayForwarder(HttpClient client, Uri gatewayRoot, AnswerRecorder answers)
{
    // No flow repeats a call that failed with this status.
    private const int RefusedStatus = StatusCodes.Status424FailedDependency;

    /// <summary>Forwards one request and its answer, headers and body unchanged; refuses an answer that is not as the connector defines it.</summary>
    /// <param name="context">The request; its path is what follows <c>/gateway</c>.</param>
    public async Task ForwardAsync(HttpContext context)
    {
        using var request = RequestFrom(context);
        using var response = await client.SendAsync(request, context.RequestAborted);
        var body = await response.Content.ReadAsStringAsync(context.RequestAborted);
        var answer = new ServiceAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
        if (await answers.RecordAsync(context.Request.Method, context.Request.Path.Value ?? "", answer) is { } fault)
        {
            await RefuseAsync(context, fault);
            return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, string fault)
    {
        context.Response.StatusCode = RefusedStatus;
        var problem = new ProblemDetails
        {
            Status = RefusedStatus,
            Title = "Answer differs from the connector's definition",
            Detail = $"{fault} Correct the gateway or the definition.",
        };
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaTypeNames.Application.Json, context.RequestAborted);
    }

    private HttpRequestMessage RequestFrom(HttpContext context)
    {
        // Appended, not resolved: a path that begins with two slashes would name another machine, and an escaped question mark would begin a query.
        var target = new Uri(
            gatewayRoot.GetLeftPart(UriPartial.Authority) + context.Request.Path.ToUriComponent() + context.Request.QueryString.Value
        );
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Transfer-Encoding" or "Connection")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return request;
    }
}
