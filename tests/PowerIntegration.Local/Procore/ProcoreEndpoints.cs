using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore;

/// <summary>Puts the simulator on the network, below <c>/procore</c>.</summary>
public static class ProcoreEndpoints
{
    /// <summary>Where it is mounted.</summary>
    public const string MountPoint = "/procore";

    private const string BearerPrefix = "Bearer ";
    private const string CompanyHeader = "Procore-Company-Id";

    /// <summary>Maps every request below <see cref="MountPoint"/> to a simulator.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="simulator">The simulator.</param>
    public static IEndpointRouteBuilder MapProcore(this IEndpointRouteBuilder endpoints, ProcoreSimulator simulator)
    {
        endpoints.Map(MountPoint + "/{**path}", async context => await WriteAsync(context, simulator.Answer(await ReadAsync(context))));
        return endpoints;
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
            await FieldsAsync(request)
        );
    }

    // The token call takes a form or JSON; no other operation has a body.
    private static async Task<IReadOnlyDictionary<string, string>> FieldsAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        }

        if (!request.HasJsonContentType())
        {
            return new Dictionary<string, string>();
        }

        try
        {
            return await request.ReadFromJsonAsync<Dictionary<string, string>>() ?? [];
        }
        catch (JsonException)
        {
            // A body that is no object of texts names no fields; the operation says which one is missing.
            return new Dictionary<string, string>();
        }
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

        response.ContentType = answer.Body is null ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
        await response.WriteAsync(answer.Body?.ToJsonString() ?? answer.Text ?? "");
    }
}
