using System.Diagnostics;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PowerIntegration.Gateway.Problems;

/// <summary>Writes a problem with its code: the members of problem details, and as JSON.</summary>
internal static class ProblemWriter
{
    /// <summary>Media type of a problem. Flows are documented to read members of a body of this type; another type may reach them encoded.</summary>
    public const string MediaType = MediaTypeNames.Application.Json;

    // The kind of a problem is its code; it has no page of its own.
    private const string NoType = "about:blank";

    /// <summary>Id under which the log has the request.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    /// <summary>Answers with the kind's status and the sentence.</summary>
    public static Task WriteAsync(HttpContext context, ProblemKind kind, string sentence)
    {
        context.Response.StatusCode = kind.Status;
        var problem = new ProblemDetails
        {
            Type = NoType,
            Status = kind.Status,
            Title = kind.Title,
            Detail = sentence,
            Extensions = new Dictionary<string, object?> { ["code"] = kind.Code, ["traceId"] = TraceId(context) },
        };
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaType, context.RequestAborted);
    }

    /// <summary>Answers for a status that routing set without a body.</summary>
    public static Task WriteForStatusAsync(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => WriteAsync(
                context,
                ProblemCatalog.MethodUnknown,
                $"{context.Request.Method} is not supported for {context.Request.Path}. Use an operation of the connector."
            ),
            StatusCodes.Status415UnsupportedMediaType => WriteAsync(
                context,
                ProblemCatalog.ContentTypeUnknown,
                $"The content type '{context.Request.ContentType}' is not supported. Send the request as JSON."
            ),
            StatusCodes.Status404NotFound => WriteAsync(
                context,
                ProblemCatalog.OperationUnknown,
                $"{context.Request.Path} is not an operation of the connector. Use an operation of the connector."
            ),
            _ => Task.CompletedTask,
        };
}
