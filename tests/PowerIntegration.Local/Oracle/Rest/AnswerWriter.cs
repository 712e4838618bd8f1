using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Puts answers and refusals on the wire.</summary>
internal static class AnswerWriter
{
    private const string Json = "application/json";

    public static Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = AcceptsJson(context.Request) ? Json : answer.MediaType;
        SetEntityTag(context, answer.EntityTag);
        if (answer.Location is not null)
        {
            context.Response.Headers.Location = answer.Location;
        }

        return context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
    }

    /// <summary>A refusal: JSON with every problem for those who can read it, else the plain sentences.</summary>
    public static Task WriteAsync(HttpContext context, RequestRefusedException refusal)
    {
        SetEntityTag(context, refusal.EntityTag);
        if (!WantsJsonErrors(context.Request))
        {
            return WriteTextAsync(context, refusal.Status, refusal.Message);
        }

        var details = new JsonArray();
        foreach (var problem in refusal.Problems)
        {
            details.Add(Detail(problem));
        }

        var body = new JsonObject
        {
            ["title"] = ReasonPhrases.GetReasonPhrase(refusal.Status),
            ["status"] = refusal.Status.ToString(CultureInfo.InvariantCulture),
            ["o:errorDetails"] = details,
        };
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = AcceptsJson(context.Request) ? Json : AssumedFacts.ErrorMediaType;
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    public static Task WriteTextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static JsonObject Detail(Problem problem)
    {
        var detail = new JsonObject { ["detail"] = problem.Detail };
        if (problem.Code is not null)
        {
            detail["o:errorCode"] = problem.Code;
        }

        if (problem.Path is not null)
        {
            detail["o:errorPath"] = problem.Path;
        }

        return detail;
    }

    // A framework version that is not a number was refused before it could matter here.
    private static bool WantsJsonErrors(HttpRequest request) =>
        AcceptsJson(request)
        || (
            int.TryParse(request.Headers["REST-Framework-Version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && version >= AssumedFacts.FirstFrameworkWithJsonErrors
        );

    private static bool AcceptsJson(HttpRequest request) => request.Headers.Accept.ToString().Contains(Json, StringComparison.OrdinalIgnoreCase);

    private static void SetEntityTag(HttpContext context, string? entityTag)
    {
        if (entityTag is not null)
        {
            context.Response.Headers.ETag = $"\"{entityTag}\"";
        }
    }
}
