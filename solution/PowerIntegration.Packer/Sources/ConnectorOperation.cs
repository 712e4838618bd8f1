using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Sources;

/// <summary>One operation of a connector.</summary>
/// <param name="Path">Path template.</param>
/// <param name="Verb">HTTP verb, lower case.</param>
/// <param name="Node">The operation object.</param>
public sealed record ConnectorOperation(string Path, string Verb, JsonObject Node)
{
    /// <summary>The verbs under which a path may hold an operation.</summary>
    public static IReadOnlyList<string> Verbs { get; } = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>Operation id, empty where it is missing.</summary>
    public string Id => Node["operationId"].Text() ?? "";

    /// <summary>The operation's own parameters, as they are written.</summary>
    public IEnumerable<JsonObject> Parameters => Node["parameters"].Items().OfType<JsonObject>();

    /// <summary>The responses by status.</summary>
    public JsonObject Responses => Node["responses"].Members();

    /// <summary>Every operation of a definition.</summary>
    public static IEnumerable<ConnectorOperation> Of(JsonNode? swagger) =>
        from path in swagger.Member("paths").Members()
        from verb in path.Value.Members()
        where verb.Value is JsonObject && Verbs.Contains(verb.Key)
        select new ConnectorOperation(path.Key, verb.Key, (JsonObject)verb.Value!);

    /// <summary>Follows references inside a definition; a node without one is itself, one that leads nowhere or in a circle is null.</summary>
    public static JsonNode? Resolve(JsonNode? swagger, JsonNode? node)
    {
        const int LongestChain = 16;
        for (int step = 0; step < LongestChain; step++)
        {
            if (node.Member("$ref") is not { } reference)
            {
                return node;
            }

            string[] steps = (reference.Text() ?? "").Split('/');
            node = steps.Length == 3 && steps[0] == "#" ? swagger.Walk(steps[1], steps[2]) : null;
        }

        return null;
    }

    /// <summary>The parameters that a caller gives: those of the path and the operation's own, references followed.</summary>
    public IEnumerable<JsonObject> AllParameters(JsonNode? swagger) =>
        swagger
            .Walk("paths", Path, "parameters")
            .Items()
            .Concat(Node["parameters"].Items())
            .Select(entry => Resolve(swagger, entry))
            .OfType<JsonObject>();

    /// <summary>Schema of the response that the designer shows: the first of 200 and 201 that has one, references followed.</summary>
    public JsonNode? SuccessSchema(JsonNode? swagger) =>
        new[] { "200", "201" }
            .Select(status => Resolve(swagger, Resolve(swagger, Responses[status]).Member("schema")))
            .FirstOrDefault(schema => schema is not null);
}
