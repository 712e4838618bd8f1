using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>Operations keep to the rules for connectors: ids, texts, parameters, one response with a schema.</summary>
internal static partial class ConnectorOperationCheck
{
    private const int SummaryLengthMax = 80;

    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        ConnectorDefinition definition = catalogue.Definition;
        ConnectorOperation[] operations = [.. definition.Operations];
        return
        [
            .. operations
                .GroupBy(operation => operation.Id)
                .Where(group => group.Count() > 1)
                .Select(group => Says(group.Key, "The operation id is used more than once.")),
            .. operations
                .GroupBy(operation => PathVariable().Replace(operation.Path, "{}").ToUpperInvariant() + operation.Verb)
                .Where(group => group.Count() > 1)
                .Select(group => Says(group.Last().Id, $"The path {group.Last().Path} cannot be told from {group.First().Path}.")),
            .. operations.SelectMany(operation =>
                Texts(operation).Concat(Parameters(operation)).Concat(Responses(definition, operation)).Concat(DynamicValues(definition, operation))
            ),
            .. TestConnection(definition),
        ];
    }

    private static IEnumerable<Finding> Texts(ConnectorOperation operation)
    {
        string summary = (string?)operation.Node["summary"] ?? "";
        string description = (string?)operation.Node["description"] ?? "";
        if (!OperationId().IsMatch(operation.Id))
        {
            yield return Says(
                operation.Id.Length == 0 ? operation.Path : operation.Id,
                "The operation id is letters and digits, beginning with a capital: VerbNoun."
            );
        }

        if (summary.Length > SummaryLengthMax || !Summary().IsMatch(summary))
        {
            yield return Says(
                operation.Id,
                $"The summary '{summary}' has at most {SummaryLengthMax} letters, digits, blanks or brackets and no full stop."
            );
        }

        if (!description.EndsWith('.') || description.TrimEnd('.') == summary)
        {
            yield return Says(operation.Id, "The description is a sentence of its own that ends with a full stop.");
        }
    }

    private static IEnumerable<Finding> Parameters(ConnectorOperation operation)
    {
        JsonObject[] parameters = [.. operation.Parameters];
        string[] inPath = [.. PathVariable().Matches(operation.Path).Select(match => match.Groups[1].Value)];
        string[] declared =
        [
            .. parameters.Where(parameter => (string?)parameter["in"] == "path").Select(parameter => (string?)parameter["name"] ?? ""),
        ];
        foreach (string name in inPath.Except(declared).Concat(declared.Except(inPath)))
        {
            yield return Says(operation.Id, $"The parameter {name} is only in one of path and parameters.");
        }

        foreach (JsonObject parameter in parameters)
        {
            foreach (string sentence in Parameter(operation, parameter))
            {
                yield return Says($"{operation.Id}/{parameter["name"]}", sentence);
            }
        }
    }

    private static IEnumerable<string> Parameter(ConnectorOperation operation, JsonObject parameter)
    {
        string place = (string?)parameter["in"] ?? "";
        if (place == "path" && ((bool?)parameter["required"] != true || (string?)parameter["x-ms-url-encoding"] is not ("single" or "double")))
        {
            yield return "A path parameter is required and says x-ms-url-encoding.";
        }

        if (place == "body" && (operation.Verb is "get" or "delete" || parameter["schema"] is null))
        {
            yield return "A body has a schema and goes with post, put or patch only.";
        }

        if (place is not ("path" or "query" or "body" or "header") || (string?)parameter["name"] == "connectionId")
        {
            yield return "The place is path, query, header or body, and the name is not connectionId.";
        }

        if (place != "body" && (parameter["x-ms-summary"] is null || !((string?)parameter["description"] ?? "").EndsWith('.')))
        {
            yield return "A parameter has x-ms-summary and a description that ends with a full stop.";
        }
    }

    private static IEnumerable<Finding> Responses(ConnectorDefinition definition, ConnectorOperation operation)
    {
        string[] withSchema =
        [
            .. operation.Responses.Where(response => definition.Resolve(response.Value)?["schema"] is not null).Select(response => response.Key),
        ];
        if (withSchema is not ["200"] and not ["201"])
        {
            yield return Says(
                operation.Id,
                $"Exactly one response has a schema, 200 or 201; here: {string.Join(", ", withSchema)}. The designer shows only one."
            );
        }

        if (operation.Responses["default"] is null)
        {
            yield return Says(operation.Id, "The response default is missing.");
        }

        foreach (
            string status in operation
                .Responses.Where(response => definition.Resolve(response.Value)?["description"] is null)
                .Select(response => response.Key)
        )
        {
            yield return Says(operation.Id, $"The response {status} has no description, or its reference leads nowhere.");
        }
    }

    private static IEnumerable<Finding> DynamicValues(ConnectorDefinition definition, ConnectorOperation operation)
    {
        foreach (JsonObject values in operation.Parameters.Select(parameter => parameter["x-ms-dynamic-values"]).OfType<JsonObject>())
        {
            ConnectorOperation? source = definition.Operations.FirstOrDefault(candidate => candidate.Id == (string?)values["operationId"]);
            JsonNode? schema = definition.Resolve(definition.Resolve(source?.Responses["200"])?["schema"]);
            JsonNode? item = definition.Resolve(schema?["properties"]?[(string?)values["value-collection"] ?? ""]?["items"]);
            if (
                item?["properties"]?[(string?)values["value-path"] ?? ""] is null
                || item["properties"]?[(string?)values["value-title"] ?? ""] is null
            )
            {
                yield return Says(
                    operation.Id,
                    $"x-ms-dynamic-values asks {values["operationId"]} for a list, a value and a title that its response does not have."
                );
            }
        }
    }

    private static IEnumerable<Finding> TestConnection(ConnectorDefinition definition) =>
        definition.Operations.Any(operation => operation.Id == (string?)definition.Swagger["x-ms-capabilities"]?["testConnection"]?["operationId"])
            ? []
            : [Says("x-ms-capabilities", "testConnection names no operation of this definition.")];

    private static Finding Says(string element, string sentence) => new(ConnectorDefinition.DefinitionFile, element, sentence);

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathVariable();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex OperationId();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9 ()\[\]]*$")]
    private static partial Regex Summary();
}
