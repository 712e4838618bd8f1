using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Reads headers, query and body of a call below the REST root.</summary>
internal static class RequestReader
{
    private const int FrameworkMax = 9;

    /// <summary>Largest payload, in bytes: an invoice of 2,000 lines is far below.</summary>
    private const int BodyBytesMax = 25_000_000;

    private const int DepthMax = 32;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = DepthMax };
    private static readonly string[] ItemTypes = ["application/json", Answer.Item];
    private static readonly string[] ActionTypes = ["application/json", "application/vnd.oracle.adf.action+json"];

    // Each changes what a call means; to pass over one would be to fake it.
    private static readonly string[] HeadersNotSimulated = ["Upsert-Mode", "Effective-Of", "Metadata-Context"];

    /// <summary>Reads a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="path">Its path below /oracle.</param>
    /// <param name="userName">Whose call it is.</param>
    public static async Task<OracleRequest> ReadAsync(HttpContext context, string[] path, string userName)
    {
        var http = context.Request;
        if (RequestText.AddressProblem(context.Features.Get<IHttpRequestFeature>()!.RawTarget) is { } problem)
        {
            throw RequestRefusedException.BadRequest(problem);
        }

        if (HeadersNotSimulated.FirstOrDefault(http.Headers.ContainsKey) is { } header)
        {
            throw RequestRefusedException.NotSimulated(StatusCodes.Status400BadRequest, $"the header {header}");
        }

        return new OracleRequest
        {
            Method = http.Method,
            Segments = path.Length > 3 ? path[3..] : path,
            Query = Query(http),
            Framework = Framework(http),
            Root = $"{http.Scheme}://{http.Host}{http.PathBase}/oracle/{string.Join('/', path.Take(3))}",
            UserName = userName,
            IfMatch = http.Headers.IfMatch.Count == 0 ? null : http.Headers.IfMatch.ToString().Trim('"'),
            Body =
                HttpMethods.IsPost(http.Method) || HttpMethods.IsPatch(http.Method)
                    ? await BodyAsync(context, path.Contains("action") ? ActionTypes : ItemTypes)
                    : null,
        };
    }

    /// <summary>The framework version of a call; 1 where it names none.</summary>
    public static int Framework(HttpRequest http)
    {
        var text = http.Headers["REST-Framework-Version"].ToString();
        if (text.Length == 0)
        {
            return 1;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version is >= 1 and <= FrameworkMax
            ? version
            : throw RequestRefusedException.BadRequest($"The REST-Framework-Version {text} isn't valid. Use 1 to {FrameworkMax}.");
    }

    private static Dictionary<string, string> Query(HttpRequest http)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in http.Query)
        {
            query.Add(
                name,
                values.Count == 1 ? values[0]! : throw RequestRefusedException.BadRequest($"The parameter {name} is given more than once.")
            );
        }

        return query;
    }

    private static async Task<JsonObject?> BodyAsync(HttpContext context, string[] types)
    {
        var http = context.Request;
        if (http.ContentLength == 0)
        {
            return null;
        }

        if (!IsOneOf(types, http.ContentType))
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType,
                [new Problem($"The Content-Type {http.ContentType} isn't supported.")]
            );
        }

        try
        {
            var body =
                await RequestBody.ReadAsync(context, BodyBytesMax)
                ?? throw new RequestRefusedException(
                    StatusCodes.Status413PayloadTooLarge,
                    [new Problem($"The payload is larger than {BodyBytesMax} bytes.")]
                );
            JsonBody.Require(body, DepthMax);
            return JsonNode.Parse(body, documentOptions: Strict) as JsonObject
                ?? throw RequestRefusedException.BadRequest("The payload isn't a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw RequestRefusedException.BadRequest($"The payload isn't valid JSON: {malformed.Message}");
        }
        catch (IOException framing)
        {
            throw RequestRefusedException.BadRequest($"The payload can't be read: {framing.Message}");
        }
    }

    private static bool IsOneOf(string[] types, string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && types.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
