using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>The OpenAPI 2.0 definition of a custom connector.</summary>
internal sealed class SwaggerDocument
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];
    private readonly JsonObject root;
    private readonly string file;
    private readonly Dictionary<string, SwaggerOperation> operations = new(StringComparer.Ordinal);

    private SwaggerDocument(JsonObject root, string file)
    {
        this.root = root;
        this.file = file;
    }

    /// <summary>The scheme and host that the definition names.</summary>
    public Uri Host { get; private set; } = new("https://localhost");

    /// <summary>The path before every operation's path; empty or with a leading slash only.</summary>
    public string BasePath { get; private set; } = string.Empty;

    /// <summary>The ids of all operations.</summary>
    public IReadOnlyCollection<string> OperationIds => operations.Keys;

    /// <summary>All operations.</summary>
    public IReadOnlyCollection<SwaggerOperation> Operations => operations.Values;

    /// <summary>Reads a definition.</summary>
    /// <exception cref="ConnectorRefusalException">It is not OpenAPI 2.0, or it holds something unknown.</exception>
    public static SwaggerDocument Read(string text, string file)
    {
        var document = new SwaggerDocument(
            JsonText.Parse(text) as JsonObject ?? throw new ConnectorRefusalException($"{file}: the definition is not an object."),
            file
        );
        if (Values.TextOrNull(document.root["swagger"]) != "2.0")
        {
            throw document.Failure("is not OpenAPI 2.0");
        }

        var scheme = Values.TextOrNull((document.root["schemes"] as JsonArray)?.FirstOrDefault()) ?? "https";
        document.Host = new Uri($"{scheme}://{Values.TextOrNull(document.root["host"]) ?? throw document.Failure("has no host")}");
        document.BasePath = (Values.TextOrNull(document.root["basePath"]) ?? string.Empty).TrimEnd('/');
        document.ReadOperations();
        return document;
    }

    /// <summary>Finds an operation.</summary>
    public SwaggerOperation? Find(string operationId) => operations.GetValueOrDefault(operationId);

    /// <summary>The schema itself, or what it refers to.</summary>
    public JsonObject Resolve(JsonNode? schema)
    {
        var current = schema as JsonObject ?? throw Failure("has a schema that is not an object");
        for (var steps = 0; Values.TextOrNull(current["$ref"]) is { } reference; steps++)
        {
            current = steps < 20 ? Target(reference) : throw Failure($"has the reference '{reference}', which refers to itself");
        }

        return current;
    }

    private JsonObject Target(string reference)
    {
        JsonNode? target = reference.StartsWith("#/", StringComparison.Ordinal) ? root : null;
        foreach (var step in reference[2..].Split('/'))
        {
            target = (target as JsonObject)?[step];
        }

        return target as JsonObject ?? throw Failure($"has the reference '{reference}', which leads nowhere");
    }

    private void ReadOperations()
    {
        foreach (var (path, item) in root["paths"] as JsonObject ?? throw Failure("has no paths"))
        {
            var members = (JsonObject)item!;
            var shared = members["parameters"] as JsonArray ?? [];
            foreach (var verb in Verbs.Where(members.ContainsKey))
            {
                var operation = (JsonObject)members[verb]!;
                var id = Values.TextOrNull(operation["operationId"]) ?? throw Failure($"has no operationId at {verb} {path}");
                var parameters = shared.Concat(operation["parameters"] as JsonArray ?? []).Select(ReadParameter).ToList();
                var produces = (operation["produces"] ?? root["produces"]) as JsonArray ?? [];
                var read = new SwaggerOperation(
                    id,
                    HttpMethod.Parse(verb),
                    path,
                    parameters,
                    ReadResponses(operation),
                    [.. produces.Select(TextForm.Of)]
                );
                if (!operations.TryAdd(id, read))
                {
                    throw Failure($"has two operations '{id}'");
                }
            }
        }
    }

    private Dictionary<string, SwaggerResponse> ReadResponses(JsonObject operation) =>
        (operation["responses"] as JsonObject ?? []).ToDictionary(
            response => response.Key,
            response =>
            {
                var members = Resolve(response.Value);
                return new SwaggerResponse(members["schema"], members["examples"] as JsonObject ?? []);
            }
        );

    private SwaggerParameter ReadParameter(JsonNode? node)
    {
        var parameter = Resolve(node);
        var place = Values.TextOrNull(parameter["in"]) ?? string.Empty;
        var name = Values.TextOrNull(parameter["name"]) ?? throw Failure("has a parameter without name");
        if (place is not ("path" or "query" or "header" or "body"))
        {
            throw Failure($"has the parameter '{name}' in '{place}', which this runtime does not implement");
        }

        return new SwaggerParameter(
            name,
            place,
            parameter["required"]?.GetValue<bool>() ?? false,
            place == "body" ? Resolve(parameter["schema"]) : parameter
        );
    }

    private ConnectorRefusalException Failure(string what) => new($"{file}: the definition {what}.");
}
