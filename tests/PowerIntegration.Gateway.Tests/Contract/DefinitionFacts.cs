using System.Text.Json.Nodes;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>What the connector's definition says about its operations.</summary>
internal sealed class DefinitionFacts(JsonObject swagger)
{
    /// <summary>All facts of a definition.</summary>
    public static IReadOnlyList<ContractFact> Of(JsonObject swagger)
    {
        var facts = new DefinitionFacts(swagger);
        return
        [
            .. from path in swagger["paths"]!.AsObject()
            from verb in path.Value!.AsObject()
            from fact in facts.OfOperation(path.Key, verb.Key, verb.Value!.AsObject())
            select fact,
        ];
    }

    private IEnumerable<ContractFact> OfOperation(string path, string verb, JsonObject operation)
    {
        var id = (string)operation["operationId"]!;
        return new[] { ("address", $"{verb.ToUpperInvariant()} {path}"), ("produces", Joined(operation["produces"] ?? swagger["produces"])) }
            .Concat((operation["parameters"] as JsonArray ?? []).SelectMany(parameter => OfParameter(operation, Resolved(parameter))))
            .Concat(
                operation["responses"]!
                    .AsObject()
                    .Where(response => response.Key != "default")
                    .SelectMany(response => OfResponse($"answer {response.Key}", Resolved(response.Value)))
            )
            .Select(fact => new ContractFact(id, fact.Item1, fact.Item2));
    }

    private IEnumerable<(string Place, string Says)> OfParameter(JsonObject operation, JsonObject parameter)
    {
        var isRequired = (bool?)parameter["required"] == true ? "required" : "optional";
        return (string?)parameter["in"] == "body"
            ?
            [
                ("request", $"{Joined(operation["consumes"] ?? swagger["consumes"])}, {isRequired}"),
                .. OfSchema("request ", parameter["schema"], isAnswer: false),
            ]
            : [($"{parameter["in"]} {parameter["name"]}", $"{Kind(parameter)}, {isRequired}")];
    }

    private IEnumerable<(string Place, string Says)> OfResponse(string place, JsonObject response)
    {
        var examples = (response["examples"] as JsonObject ?? []).Select(example => example.Key);
        return response["schema"] is { } schema ? OfSchema(place + " ", schema, isAnswer: true) : [(place, string.Join(", ", examples))];
    }

    private IEnumerable<(string Place, string Says)> OfSchema(string place, JsonNode? schema, bool isAnswer, bool isRequired = true)
    {
        var resolved = Resolved(schema);
        var isNullable = isAnswer && (bool?)resolved["x-nullable"] == true;
        yield return (place, Kind(resolved) + Presence(isAnswer, isRequired, isNullable));
        var required = (resolved["required"] as JsonArray ?? []).Select(name => (string?)name);
        var inner = (resolved["properties"] as JsonObject ?? [])
            .SelectMany(member => OfSchema($"{place}/{member.Key}", member.Value, isAnswer, required.Contains(member.Key)))
            .Concat(resolved["items"] is { } items ? OfSchema(place + "[]", items, isAnswer) : []);
        foreach (var fact in inner)
        {
            yield return fact;
        }
    }

    // The platform takes null for missing where a member is required, so what may be null must not be.
    private static string Presence(bool isAnswer, bool isRequired, bool isNullable) =>
        (isRequired, isNullable) switch
        {
            (true, true) => " or null, and required",
            (false, true) => " or null",
            (false, false) when isAnswer => ", may be missing",
            _ => "",
        };

    private static string Kind(JsonObject schema)
    {
        var values = (schema["enum"] as JsonArray ?? []).Select(value => (string?)value).ToList();
        string?[] words = [(string?)schema["type"], (string?)schema["format"], values.Count == 0 ? null : $"of {string.Join(", ", values)}"];
        return string.Join(" ", words.OfType<string>());
    }

    private static string Joined(JsonNode? list) =>
        string.Join(", ", (list as JsonArray ?? []).Select(item => (string?)item).Order(StringComparer.Ordinal));

    private JsonObject Resolved(JsonNode? node)
    {
        var steps = ((string?)node!["$ref"])?.Split('/');
        return steps is ["#", var group, var name] ? swagger[group]![name]!.AsObject() : node.AsObject();
    }
}
