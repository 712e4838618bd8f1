using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>Operations can be told apart, their parameters fit their paths and verbs, and each has one answer that the designer shows.</summary>
internal static partial class OperationCheck
{
    private const int OperationsMax = 256;

    /// <summary>What is wrong in a definition.</summary>
    public static IEnumerable<Finding> Find(ConnectorDocument document) =>
        [
            .. Whole(document),
            .. document.Operations.SelectMany(operation =>
                Paths(document, operation).Concat(Parameters(document, operation)).Concat(Responses(document, operation))
            ),
        ];

    private static IEnumerable<Finding> Whole(ConnectorDocument document)
    {
        if (document.Operations.Count is 0 or > OperationsMax)
        {
            yield return document.Says("paths", $"The definition has {document.Operations.Count} operations. Write 1 to {OperationsMax}.");
        }

        foreach (string id in document.Operations.GroupBy(operation => operation.Id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return document.Says(id, "The operation id is used more than once. Rename one.");
        }

        foreach (
            IGrouping<string, ConnectorOperation> alike in document
                .Operations.GroupBy(operation => PathVariable().Replace(operation.Path, "{}").ToUpperInvariant() + operation.Verb)
                .Where(group => group.Count() > 1)
        )
        {
            yield return document.Says(alike.Last().Id, $"The path {alike.Last().Path} cannot be told from {alike.First().Path}. Change one.");
        }
    }

    private static IEnumerable<Finding> Paths(ConnectorDocument document, ConnectorOperation operation)
    {
        string[] inPath = [.. PathVariable().Matches(operation.Path).Select(match => match.Groups[1].Value)];
        string[] declared =
        [
            .. operation
                .AllParameters(document.Swagger)
                .Where(parameter => parameter["in"].Text() == "path")
                .Select(parameter => parameter["name"].Text() ?? ""),
        ];
        foreach (string name in inPath.Except(declared).Concat(declared.Except(inPath)))
        {
            yield return document.Says(operation.Id, $"The parameter {name} is only in one of path and parameters. Add it to the other.");
        }
    }

    private static IEnumerable<Finding> Parameters(ConnectorDocument document, ConnectorOperation operation)
    {
        JsonObject[] parameters = [.. operation.AllParameters(document.Swagger)];
        string[] places = [.. parameters.Select(parameter => parameter["in"].Text() ?? "")];
        foreach (
            IGrouping<(string, string), JsonObject> counterparts in parameters
                .GroupBy(parameter => (parameter["name"].Plain(), parameter["in"].Plain()))
                .Where(group => group.Count() > 1)
        )
        {
            yield return document.Says(operation.Id, $"The parameter {counterparts.Key.Item1} is declared twice. Remove one.");
        }

        if (places.Count(place => place == "body") > 1 || (places.Contains("body") && places.Contains("formData")))
        {
            yield return document.Says(operation.Id, "An operation has one body, or form fields instead. Remove what is too much.");
        }

        if (operation.Verb is "get" or "delete" or "head" && places.Any(place => place is "body" or "formData"))
        {
            yield return document.Says(operation.Id, $"A body goes with post, put or patch only, and the verb is {operation.Verb}. Remove it.");
        }

        if (parameters.Any(parameter => string.Equals(parameter["name"].Text(), "connectionId", StringComparison.OrdinalIgnoreCase)))
        {
            yield return document.Says(operation.Id, "The name connectionId belongs to the platform. Rename the parameter.");
        }
    }

    private static IEnumerable<Finding> Responses(ConnectorDocument document, ConnectorOperation operation)
    {
        string[] withSchema =
        [
            .. operation.Responses.Where(response => document.Resolve(response.Value).Member("schema") is not null).Select(response => response.Key),
        ];
        bool isDelete = operation.Verb == "delete" && withSchema.Length == 0;
        if (withSchema is not ["200"] and not ["201"] && !isDelete)
        {
            yield return document.Says(
                $"{operation.Id}/responses",
                $"Exactly one response has a schema, 200 or 201; here: {string.Join(", ", withSchema)}. The designer shows only one."
            );
        }

        JsonNode? produces = operation.Node["produces"] ?? document.Swagger["produces"];
        string[] examples =
        [
            .. operation
                .Responses.SelectMany(response => document.Resolve(response.Value).Member("examples").Members())
                .Select(example => example.Key)
                .Distinct(),
        ];
        foreach (string type in examples.Where(type => !produces.Texts().Contains(type)))
        {
            yield return document.Says(
                $"{operation.Id}/responses",
                $"An example is of type {type}, which the operation does not produce. Correct the type."
            );
        }
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathVariable();
}
