using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Hosting;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>What the started gateway says about its operations: metadata of its endpoints, and types as its own serializer writes them.</summary>
internal sealed class GatewayFacts(JsonSerializerOptions json)
{
    /// <summary>All facts of a started gateway.</summary>
    public static IReadOnlyList<ContractFact> Of(WebApplication app)
    {
        var facts = new GatewayFacts(app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        return [.. Operations(app).SelectMany(facts.OfOperation)];
    }

    /// <summary>The id of an operation.</summary>
    public static string IdOf(ApiDescription operation) =>
        operation.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName ?? "(without a name)";

    /// <summary>The operations, as the framework explores them.</summary>
    public static IEnumerable<ApiDescription> Operations(WebApplication app) =>
        app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(group => group.Items);

    /// <summary>Every address, also those that the framework does not count among the operations.</summary>
    public static IEnumerable<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!);

    /// <summary>The application roles that open an operation: one of them is enough.</summary>
    public static async Task<IReadOnlyList<string>> RolesAsync(WebApplication app, ApiDescription operation)
    {
        var policy = await AuthorizationPolicy.CombineAsync(
            app.Services.GetRequiredService<IAuthorizationPolicyProvider>(),
            operation.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
        );
        return [.. policy?.Requirements.OfType<RolesAuthorizationRequirement>().SingleOrDefault()?.AllowedRoles ?? []];
    }

    private IEnumerable<ContractFact> OfOperation(ApiDescription operation)
    {
        var path = "/" + operation.RelativePath;
        var below = path.StartsWith(GatewayApplicationExtensions.BasePath + "/", StringComparison.Ordinal);
        var mediaTypes = operation.SupportedResponseTypes.SelectMany(MediaTypes).Distinct().Order(StringComparer.Ordinal);
        return new[]
        {
            ("address", $"{operation.HttpMethod} {(below ? path[GatewayApplicationExtensions.BasePath.Length..] : path)}"),
            ("produces", string.Join(", ", mediaTypes)),
        }
            .Concat(operation.ParameterDescriptions.SelectMany(parameter => OfParameter(operation, parameter)))
            .Concat(operation.SupportedResponseTypes.SelectMany(OfResponse))
            .Select(fact => new ContractFact(IdOf(operation), fact.Item1, fact.Item2));
    }

    private IEnumerable<(string Place, string Says)> OfParameter(ApiDescription operation, ApiParameterDescription parameter)
    {
        var isRequired = parameter.IsRequired ? "required" : "optional";
        var formats = operation.SupportedRequestFormats.Select(format => format.MediaType);
        return parameter.Source == BindingSource.Body
            ? [("request", $"{string.Join(", ", formats)}, {isRequired}"), .. OfType("request ", parameter.Type, isAnswer: false)]
            : [($"{parameter.Source.Id.ToLowerInvariant()} {parameter.Name}", $"{Kind(parameter.Type)}, {isRequired}")];
    }

    private IEnumerable<(string Place, string Says)> OfResponse(ApiResponseType response) =>
        response.StatusCode is >= 200 and < 300
            ? OfType($"answer {response.StatusCode} ", response.Type!, isAnswer: true)
            : [($"answer {response.StatusCode}", string.Join(", ", MediaTypes(response)))];

    private IEnumerable<(string Place, string Says)> OfType(string place, Type type, bool isAnswer, JsonPropertyInfo? member = null)
    {
        var info = json.GetTypeInfo(type);
        var isNullable = isAnswer && member is { IsGetNullable: true };
        var mayBeMissing = isAnswer && member is { ShouldSerialize: not null };
        yield return (place, Kind(type, member) + (isNullable ? " or null" : "") + (mayBeMissing ? ", may be missing" : ""));
        var inner = info.Kind switch
        {
            JsonTypeInfoKind.Object => info.Properties.SelectMany(inner => OfType($"{place}/{inner.Name}", inner.PropertyType, isAnswer, inner)),
            JsonTypeInfoKind.Enumerable => OfType(place + "[]", info.ElementType!, isAnswer),
            _ => [],
        };
        foreach (var fact in inner)
        {
            yield return fact;
        }
    }

    private string Kind(Type type, JsonPropertyInfo? member = null)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        var closed = member?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: true) ?? [];
        return json.GetTypeInfo(kind).Kind switch
        {
            JsonTypeInfoKind.Object => "object",
            JsonTypeInfoKind.Enumerable => "array",
            _ when kind.IsEnum => $"{Written(kind)} of {string.Join(", ", Enum.GetValues(kind).Cast<object>().Select(Text))}",
            _ when closed is [AllowedValuesAttribute values] => $"{Leaf(kind)} of {string.Join(", ", values.Values)}",
            _ => Leaf(kind),
        };
    }

    private static string Leaf(Type type) =>
        type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(Guid) => "string uuid",
            _ when type == typeof(DateOnly) => "string date",
            _ when type == typeof(DateTimeOffset) => "string date-time",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) => "integer int32",
            _ when type == typeof(long) => "integer int64",
            _ when type == typeof(decimal) => "number",
            _ => throw new NotSupportedException($"No type of a connector's definition is known for {type}."),
        };

    // As the application's serializer writes it: a text where a converter is registered, else a number.
    private string Written(Type type) =>
        JsonSerializer.SerializeToElement(Enum.GetValues(type).GetValue(0), type, json).ValueKind == JsonValueKind.String ? "string" : "integer";

    private string Text(object value) => JsonSerializer.SerializeToElement(value, value.GetType(), json).ToString();

    private static IEnumerable<string> MediaTypes(ApiResponseType response) => response.ApiResponseFormats.Select(format => format.MediaType);
}
