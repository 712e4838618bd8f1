using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PowerIntegration.Gateway.Problems;

/// <summary>Writes a problem as <c>application/problem+json</c> with its code.</summary>
internal sealed class ProblemWriter(IProblemDetailsService details)
{
    /// <summary>Answers with the kind's status and the sentence.</summary>
    public ValueTask WriteAsync(HttpContext context, ProblemKind kind, string sentence)
    {
        context.Response.StatusCode = kind.Status;
        return details.WriteAsync(
            new ProblemDetailsContext
            {
                HttpContext = context,
                ProblemDetails = new ProblemDetails
                {
                    Status = kind.Status,
                    Title = kind.Title,
                    Detail = sentence,
                    Extensions = new Dictionary<string, object?> { ["code"] = kind.Code },
                },
            }
        );
    }

    /// <summary>Answers for a status that routing set without a body.</summary>
    public ValueTask WriteForStatusAsync(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => WriteAsync(
                context,
                ProblemCatalog.MethodUnknown,
                $"{context.Request.Method} is not possible on {context.Request.Path}. Use the method the connector definition names."
            ),
            StatusCodes.Status415UnsupportedMediaType => WriteAsync(
                context,
                ProblemCatalog.ContentTypeUnknown,
                $"The content type '{context.Request.ContentType}' cannot be read. Send application/json."
            ),
            StatusCodes.Status404NotFound => WriteAsync(
                context,
                ProblemCatalog.OperationUnknown,
                $"No operation has the address {context.Request.Path}. Use an operation of the connector definition."
            ),
            _ => ValueTask.CompletedTask,
        };
}
