using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>Pickers and dynamic schemas ask operations that exist for members that their answers have.</summary>
internal static class DynamicCheck
{
    /// <summary>What is wrong in a definition.</summary>
    public static IEnumerable<Finding> Find(ConnectorDocument document) =>
        [
            .. from operation in document.Operations
            from place in SchemaPlace.GivenTo(document, operation)
            from sentence in Sentences(new OperationTarget(document, operation), place.Node)
            select document.Says(place.Place, sentence),
            .. Calls(document),
        ];

    private static IEnumerable<string> Sentences(OperationTarget target, JsonNode node) =>
        [
            .. List(target, node.Member("x-ms-dynamic-values"), "x-ms-dynamic-values", "value-collection", ["value-path", "value-title"]),
            .. List(target, node.Member("x-ms-dynamic-list"), "x-ms-dynamic-list", "itemsPath", ["itemValuePath", "itemTitlePath"]),
            .. Schema(target, node.Member("x-ms-dynamic-schema"), "x-ms-dynamic-schema", "value-path"),
            .. Schema(target, node.Member("x-ms-dynamic-properties"), "x-ms-dynamic-properties", "itemValuePath"),
            .. target.Trees(node.Member("x-ms-dynamic-tree")),
        ];

    private static IEnumerable<string> Trees(this OperationTarget target, JsonNode? tree) =>
        new[] { "open", "browse" }.Select(tree.Member).Where(call => call is not null).SelectMany(target.Find);

    private static IEnumerable<string> List(OperationTarget target, JsonNode? values, string extension, string collection, string[] members)
    {
        if (values is null || values.Members().ContainsKey("builtInOperation") || values.Members().ContainsKey("capability"))
        {
            return [];
        }

        string[] calls = [.. target.Find(values)];
        return calls.Length > 0 ? calls : Members(target, values, extension, collection, members);
    }

    private static IEnumerable<string> Members(OperationTarget target, JsonNode values, string extension, string collection, string[] members)
    {
        JsonNode? list = target.Answer(values, values.Member(collection).Text() ?? "");
        JsonNode? item = target.Inside(list.Member("items"), "");
        if (item is null)
        {
            yield return $"{extension} asks {Asked(values)} for the list {values.Member(collection).Show()}, which its response does not have. "
                + $"Correct {collection}.";
            yield break;
        }

        foreach (string member in members.Where(member => values.Member(member).Text() is { } path && target.Inside(item, path) is null))
        {
            yield return $"{extension} asks {Asked(values)} for the {member} {values.Member(member).Show()}, which its response does not have. "
                + "Correct it.";
        }
    }

    private static IEnumerable<string> Schema(OperationTarget target, JsonNode? schema, string extension, string path)
    {
        if (schema is null)
        {
            return [];
        }

        string[] calls = [.. target.Find(schema)];
        return calls.Length > 0 || schema.Member(path).Text() is not { } member || target.Answer(schema, member.Split('/')[0]) is not null
            ? calls
            : [$"{extension} asks {Asked(schema)} for {member}, which its response does not have. Correct {path}."];
    }

    private static string Asked(JsonNode? call) => call.Member("operationId").Plain();

    private static IEnumerable<Finding> Calls(ConnectorDocument document)
    {
        OperationTarget target = new(document, null);
        JsonNode? capabilities = document.Swagger["x-ms-capabilities"];
        JsonNode? picker = capabilities.Member("file-picker");
        return
        [
            .. Call("x-ms-capabilities/testConnection", capabilities.Member("testConnection")),
            .. Call("x-ms-capabilities/file-picker/open", picker.Member("open")),
            .. Call("x-ms-capabilities/file-picker/browse", picker.Member("browse")),
            .. document.Operations.SelectMany(operation => Call($"{operation.Id}/x-ms-notification", operation.Node["x-ms-notification"])),
            .. document.Operations.SelectMany(operation =>
                Call($"{operation.Id}/x-ms-operation-context/simulate", operation.Node["x-ms-operation-context"].Member("simulate"))
            ),
        ];

        IEnumerable<Finding> Call(string place, JsonNode? call) =>
            call is null ? [] : target.Find(call).Select(sentence => document.Says(place, sentence));
    }
}
