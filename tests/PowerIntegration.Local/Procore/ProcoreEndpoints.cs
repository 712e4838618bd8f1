using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Procore.Wire;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Procore;

/// <summary>Puts the simulator on the network, below <c>/procore</c>.</summary>
public static class ProcoreEndpoints
{
    /// <summary>Where it is mounted.</summary>
    public const string MountPoint = "/procore";

    private const string BearerPrefix = "Bearer ";
    private const string CompanyHeader = "Procore-Company-Id";
    private const int TokenBodyBytesMax = 65_536;
    private const int BodyBytesMax = 5_000_000;
    private const int JsonDepthMax = 8;

    /// <summary>Maps every request below <see cref="MountPoint"/> to a simulator.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="simulator">The simulator.</param>
    public static IEndpointRouteBuilder MapProcore(this IEndpointRouteBuilder endpoints, ProcoreSimulator simulator)
    {
        endpoints.Map(MountPoint + "/{**path}", async context => await WriteAsync(context, await AnswerAsync(context, simulator)));
        return endpoints;
    }

    private static async Task<ProcoreAnswer> AnswerAsync(HttpContext context, ProcoreSimulator simulator)
    {
        if (RequestText.AddressProblem(context.Features.Get<IHttpRequestFeature>()!.RawTarget) is { } problem)
        {
            return ProcoreAnswer.Error(400, problem);
        }

        try
        {
            return simulator.Answer(await ReadAsync(context));
        }
        catch (WireRefusalException refusal)
        {
            return refusal.Answer;
        }
        catch (IOException framing)
        {
            // The body is not framed as HTTP says.
            return ProcoreAnswer.Error((framing as BadHttpRequestException)?.StatusCode ?? 400, "The body cannot be read. " + framing.Message);
        }
    }

    private static async Task<ProcoreRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var authorization = request.Headers.Authorization.ToString();
        return new ProcoreRequest(
            request.Method,
            request.Path.Value![MountPoint.Length..],
            [.. request.Query.SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? "")))],
            authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? authorization[BearerPrefix.Length..] : null,
            request.Headers.TryGetValue(CompanyHeader, out var company) ? company.ToString() : null,
            $"{request.Scheme}://{request.Host}{request.PathBase}{MountPoint}",
            IsTokenCall(request) ? await FieldsAsync(context) : new Dictionary<string, string>(),
            IsTokenCall(request) || !HasBody(request.Method) ? null : await JsonAsync(context)
        );
    }

    private static bool IsTokenCall(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value![MountPoint.Length..] == ProcoreSimulator.TokenPath;

    private static bool HasBody(string method) => HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method);

    private static async Task<JsonNode?> JsonAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new WireRefusalException(415, "The body is not JSON by its content type.");
        }

        var body =
            await RequestBody.ReadAsync(context, BodyBytesMax)
            ?? throw new WireRefusalException(413, $"The body is larger than {BodyBytesMax} bytes.");
        try
        {
            JsonBody.Require(body, JsonDepthMax);
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidDataException)
        {
            throw new WireRefusalException(400, "The body cannot be read: " + malformed.Message);
        }
    }

    // The token call takes a form or JSON.
    private static async Task<IReadOnlyDictionary<string, string>> FieldsAsync(HttpContext context)
    {
        var isForm = context.Request.HasFormContentType;
        if (!isForm && !context.Request.HasJsonContentType())
        {
            return new Dictionary<string, string>();
        }

        var body =
            await RequestBody.ReadAsync(context, TokenBodyBytesMax)
            ?? throw new WireRefusalException(413, $"The body is larger than {TokenBodyBytesMax} bytes.");
        try
        {
            return isForm ? FormBody.Parse(context.Request.ContentType, body) : JsonFields(body);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidDataException)
        {
            throw new WireRefusalException(
                new ProcoreAnswer(
                    400,
                    new JsonObject { ["error"] = "invalid_request", ["error_description"] = "The token request cannot be read: " + malformed.Message }
                )
            );
        }
    }

    // A body that is not an object of texts names no fields; the operation says which one is missing.
    private static Dictionary<string, string> JsonFields(byte[] body)
    {
        JsonBody.Require(body, JsonDepthMax);
        return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject fields
            ? fields
                .Where(field => field.Value?.GetValueKind() == JsonValueKind.String)
                .ToDictionary(field => field.Key, field => field.Value!.GetValue<string>())
            : [];
    }

    private static async Task WriteAsync(HttpContext context, ProcoreAnswer answer)
    {
        if (answer.ConnectionLost)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentType = answer.ContentType ?? (answer.Body is null ? "text/plain; charset=utf-8" : "application/json; charset=utf-8");
        if (answer.Bytes is { } bytes)
        {
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
            return;
        }

        await response.WriteAsync(answer.Body?.ToJsonString() ?? answer.Text ?? "");
    }
}
