using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>One schema, parameter or header of a definition, written at this place.</summary>
/// <param name="Place">Names that lead to it.</param>
/// <param name="Node">What is written there.</param>
/// <param name="IsRequired">True where its parameter or the object around it requires it.</param>
/// <param name="Operation">The operation whose parameter holds it; null elsewhere.</param>
internal sealed record SchemaPlace(string Place, JsonNode Node, bool IsRequired, ConnectorOperation? Operation)
{
    /// <summary>Everything in a definition that describes a value.</summary>
    public static IEnumerable<SchemaPlace> In(ConnectorDocument document) =>
        [
            .. document.Swagger["definitions"].Members().SelectMany(entry => Within($"definitions/{entry.Key}", entry.Value, false, null)),
            .. document.Swagger["parameters"].Members().SelectMany(entry => Parameter($"parameters/{entry.Key}", entry.Value, null)),
            .. document.Swagger["responses"].Members().SelectMany(entry => Response($"responses/{entry.Key}", entry.Value)),
            .. document.Operations.SelectMany(OfOperation),
        ];

    /// <summary>Everything that a caller of an operation gives, references followed; a schema that holds itself is met once.</summary>
    public static IEnumerable<SchemaPlace> GivenTo(ConnectorDocument document, ConnectorOperation operation)
    {
        HashSet<string> seen = [];
        return operation
            .AllParameters(document.Swagger)
            .SelectMany(parameter =>
                Followed(document, operation, Parameter($"{operation.Id}/{parameter["name"].Plain()}", parameter, operation), seen)
            );
    }

    private static IEnumerable<SchemaPlace> Followed(
        ConnectorDocument document,
        ConnectorOperation operation,
        IEnumerable<SchemaPlace> places,
        HashSet<string> seen
    )
    {
        foreach (SchemaPlace place in places)
        {
            yield return place;
            if (place.Node.Member("$ref").Text() is { } reference && seen.Add(reference) && document.Resolve(place.Node) is { } target)
            {
                foreach (SchemaPlace inner in Followed(document, operation, Within(place.Place, target, place.IsRequired, operation), seen))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<SchemaPlace> OfOperation(ConnectorOperation operation) =>
        [
            .. operation.Parameters.SelectMany((parameter, index) => Parameter($"{operation.Id}/parameters[{index}]", parameter, operation)),
            .. operation.Responses.SelectMany(response => Response($"{operation.Id}/responses/{response.Key}", response.Value)),
        ];

    private static IEnumerable<SchemaPlace> Parameter(string place, JsonNode? parameter, ConnectorOperation? operation)
    {
        bool isRequired = parameter.Member("required").Flag() == true;
        return parameter.Member("schema") is { } schema
            ? Within($"{place}/schema", schema, isRequired, operation)
            : Within(place, parameter, isRequired, operation);
    }

    private static IEnumerable<SchemaPlace> Response(string place, JsonNode? response) =>
        [
            .. Within($"{place}/schema", response.Member("schema"), false, null),
            .. response.Member("headers").Members().SelectMany(header => Within($"{place}/headers/{header.Key}", header.Value, false, null)),
        ];

    private static IEnumerable<SchemaPlace> Within(string place, JsonNode? schema, bool isRequired, ConnectorOperation? operation)
    {
        if (schema is not JsonObject)
        {
            return [];
        }

        IReadOnlyList<string> required = schema.Member("required").Texts();
        return
        [
            new SchemaPlace(place, schema, isRequired, operation),
            .. schema
                .Member("properties")
                .Members()
                .SelectMany(entry => Within($"{place}/properties/{entry.Key}", entry.Value, required.Contains(entry.Key), operation)),
            .. Within($"{place}/items", schema.Member("items"), false, operation),
            .. Within($"{place}/additionalProperties", schema.Member("additionalProperties"), false, operation),
            .. schema.Member("allOf").Items().SelectMany((part, index) => Within($"{place}/allOf[{index}]", part, false, operation)),
        ];
    }
}
