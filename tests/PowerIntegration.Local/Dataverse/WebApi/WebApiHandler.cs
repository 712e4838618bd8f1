using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Takes a request from the web server: who calls, what is asked, the answer.</summary>
internal sealed class WebApiHandler
{
    public const string Root = "/api/data/v9.2";

    /// <summary>Largest body, in bytes: a deep insert of 2,000 lines is far below.</summary>
    private const int BodyBytesMax = 25_000_000;

    private const int RootSegments = 3;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private readonly WebApiRouter router;
    private readonly CallerCheck callers;
    private readonly Throttle throttle;
    private long requests;

    public WebApiHandler(WebApiRouter router, CallerCheck callers, Throttle throttle)
    {
        this.router = router;
        this.callers = callers;
        this.throttle = throttle;
    }

    public async Task HandleAsync(HttpContext context)
    {
        var preferences = Preferences.None;
        WebApiResponse response;
        try
        {
            var check = callers.Check(context.Request.Headers);
            if (check.Caller is { } caller)
            {
                var request = Request(context, caller);
                WebApiRouter.RequireServed(request);
                preferences = Preferences.Parse(string.Join(',', context.Request.Headers["Prefer"].AsEnumerable()));
                response = await AnswerAsync(context, request with { Preferences = preferences });
            }
            else
            {
                response = check.Refusal!;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The one place where an error becomes an answer.
            response = WebApiError.Of(exception, preferences.AnyAnnotation);
        }

        await WriteAsync(context, response, preferences);
    }

    private async Task<WebApiResponse> AnswerAsync(HttpContext context, WebApiRequest request)
    {
        if (throttle.Takes())
        {
            return WebApiError
                .Of(429, "0x80072322", "Number of requests exceeded the limit of 6000 over time window of 300 seconds.")
                .With("Retry-After", "1");
        }

        HeaderCheck.Require(context.Request.Headers);
        if (await RequestBody.ReadAsync(context, BodyBytesMax) is not { } body)
        {
            return WebApiError.Of(413, "0x80040203", $"The request body is larger than {BodyBytesMax} bytes.");
        }

        using var document = body.Length == 0 ? null : Parse(context.Request.ContentType, body);
        var whole = request with { Body = document?.RootElement };
        // A transaction may wait for another one's lock. On a thread of its own it never keeps the other from being served.
        return await Task.Factory.StartNew(
            () => router.Handle(whole),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    private static WebApiRequest Request(HttpContext context, Caller caller)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (RequestText.AddressProblem(target) is { } problem)
        {
            throw Faults.Of(DataverseErrorCode.UriNotUnderstood, problem);
        }

        var raw = BelowRoot(target);
        var mark = raw.IndexOf('?', StringComparison.Ordinal);
        var options = context.Request.Query.ToDictionary(
            option => option.Key,
            option =>
                option.Value.Count == 1
                    ? option.Value[0]!
                    : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The query parameter '{option.Key}' is given twice.")
        );
        return new WebApiRequest
        {
            Method = context.Request.Method,
            Path = PathSegment.Split(mark < 0 ? raw : raw[..mark]),
            Options = options,
            Preferences = Preferences.None,
            IfMatch = Header(context, "If-Match"),
            IfNoneMatch = Header(context, "If-None-Match"),
            Root = $"{context.Request.Scheme}://{context.Request.Host}{Root}",
            Raw = raw,
            Caller = caller with { Tag = options.GetValueOrDefault("tag") },
        };
    }

    // Half the clients send the word null on every request, and mean nothing by it.
    private static string? Header(HttpContext context, string name) =>
        context.Request.Headers[name].ToString() is { Length: > 0 } value && value != "null" ? value : null;

    // The server has matched the root in whatever spelling; it ends with the segment before the fourth slash of the path.
    private static string BelowRoot(string target)
    {
        var path = target.StartsWith('/') ? 0 : target.IndexOf('/', target.IndexOf("://", StringComparison.Ordinal) + "://".Length);
        for (var slashes = 0; path < target.Length && target[path] != '?'; path++)
        {
            if (target[path] == '/' && ++slashes > RootSegments)
            {
                break;
            }
        }

        return target[path..].TrimStart('/');
    }

    private static JsonDocument Parse(string? contentType, byte[] bytes)
    {
        HeaderCheck.RequireJsonBody(contentType);
        try
        {
            JsonBody.Require(bytes, Json.MaxDepth);
            return JsonDocument.Parse(bytes, Json);
        }
        catch (JsonException exception)
        {
            throw Faults.Of(DataverseErrorCode.UndeclaredProperty, "Error identified in Payload provided by the user: " + exception.Message);
        }
    }

    private async Task WriteAsync(HttpContext context, WebApiResponse response, Preferences preferences)
    {
        context.Response.StatusCode = response.Status;
        context.Response.Headers["OData-Version"] = "4.0";
        context.Response.Headers["REQ_ID"] = Interlocked.Increment(ref requests).ToString("D12", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (preferences.Applied.Length > 0 && response.Status < 300)
        {
            context.Response.Headers["Preference-Applied"] = preferences.Applied;
        }

        if (response.Text is { } text)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(text);
        }
        else if (response.Body is { } body)
        {
            context.Response.ContentType = "application/json; odata.metadata=minimal";
            await context.Response.WriteAsync(body.ToJsonString());
        }
    }
}
