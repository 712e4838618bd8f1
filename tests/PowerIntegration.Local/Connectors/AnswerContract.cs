using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using NJsonSchema;
using NJsonSchema.Validation;

namespace PowerIntegration.Local.Connectors;

/// <summary>
/// What a connector's definition says about the answers of the service behind it. The platform fails a run over some differences, such as a
/// body of another type, and is silent about others, such as a member that the definition does not have; here every difference counts.
/// </summary>
public sealed class AnswerContract
{
    // What a service may answer where it has no operation: no token, no such address, no such verb.
    private static readonly int[] StatusesWithoutOperation = [401, 404, 405];

    private readonly SwaggerDocument document;
    private readonly ConcurrentDictionary<(string OperationId, int Status, string MediaType), Task<JsonSchema>> schemas = [];
    private readonly IReadOnlyList<(SwaggerOperation Operation, TemplateMatcher Address)> addresses;

    internal AnswerContract(SwaggerDocument document)
    {
        this.document = document;

        // A fixed address is found before one with a parameter in its place.
        addresses =
        [
            .. document
                .Operations.Select(operation => (operation, Template: TemplateParser.Parse((document.BasePath + operation.Path).TrimStart('/'))))
                .OrderBy(address => address.Template.Parameters.Count)
                .Select(address => (address.operation, new TemplateMatcher(address.Template, []))),
        ];
    }

    /// <summary>The ids of all operations.</summary>
    public IReadOnlyCollection<string> OperationIds => document.OperationIds;

    /// <summary>Reads a definition.</summary>
    /// <param name="text">The definition.</param>
    /// <param name="file">Where it was read from, for refusals.</param>
    /// <exception cref="ConnectorRefusalException">It is not OpenAPI 2.0, or it holds something unknown.</exception>
    public static AnswerContract Read(string text, string file) => new(SwaggerDocument.Read(text, file));

    /// <summary>Compares an answer with the definition.</summary>
    /// <param name="method">Verb of the request.</param>
    /// <param name="path">Path of the request, decoded, from the host on.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>Null where the path is not below the definition's base path.</returns>
    /// <exception cref="ConnectorRefusalException">A schema has a keyword or a format that is not implemented.</exception>
    public async Task<AnswerVerdict?> CheckAsync(string method, string path, ServiceAnswer answer)
    {
        if (!new PathString(path).StartsWithSegments(document.BasePath))
        {
            return null;
        }

        if (OperationAt(method, path) is not { } operation)
        {
            return new AnswerVerdict(
                null,
                answer.Status,
                StatusesWithoutOperation.Contains(answer.Status)
                    ? []
                    : [$"The definition has no operation {method} {path}, and the service answers it with status {answer.Status}."]
            );
        }

        var faults = await FaultsAsync(operation, answer);
        return new AnswerVerdict(
            operation.OperationId,
            answer.Status,
            [.. faults.Select(fault => $"{operation.OperationId}, status {answer.Status}: {fault}")]
        );
    }

    private SwaggerOperation? OperationAt(string method, string path) =>
        addresses
            .Where(address => address.Operation.Method.Method == method && address.Address.TryMatch(path, []))
            .Select(address => address.Operation)
            .FirstOrDefault();

    private async Task<IReadOnlyList<string>> FaultsAsync(SwaggerOperation operation, ServiceAnswer answer)
    {
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (!operation.Responses.TryGetValue(status, out var response))
        {
            return [$"the definition does not have this status. It has {string.Join(", ", operation.Responses.Keys)}."];
        }

        if (response.Schema is null && response.Examples.Count == 0)
        {
            return answer.Body.Length == 0 ? [] : ["the definition has no body, and the service sends one."];
        }

        var mediaTypes = response.Schema is null ? [.. response.Examples.Select(example => example.Key)] : operation.Produces;
        if (answer.MediaType is null || !mediaTypes.Contains(answer.MediaType))
        {
            return [$"the media type is '{answer.MediaType}'; the definition has {string.Join(", ", mediaTypes)}."];
        }

        var schema = await schemas.GetOrAdd((operation.OperationId, answer.Status, answer.MediaType), _ => SchemaOf(response, answer));
        try
        {
            // The validator's own reader takes a text for JSON that has more text after its end.
            using var body = JsonDocument.Parse(answer.Body);
            return [.. schema.Validate(answer.Body).SelectMany(Leaves).Select(Sentence).Distinct()];
        }
        catch (JsonException unreadable)
        {
            return [$"the body is not valid JSON: {unreadable.Message}"];
        }
    }

    private Task<JsonSchema> SchemaOf(SwaggerResponse response, ServiceAnswer answer)
    {
        var schema = response.Schema is { } defined
            ? new AnswerSchema(document).FromSchema(defined)
            : AnswerSchema.FromExample(response.Examples[answer.MediaType!], answer.Status);
        return JsonSchema.FromJsonAsync(schema.ToJsonString());
    }

    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.SelectMany(child => child.Value).SelectMany(Leaves) : [error];

    private static string Sentence(ValidationError error) =>
        error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"the member {error.Path} is not in the definition.",
            ValidationErrorKind.PropertyRequired => $"the member {error.Path} is missing.",
            _ => $"the member {error.Path} does not have the type, format or value that the definition says ({error.Kind}).",
        };
}
