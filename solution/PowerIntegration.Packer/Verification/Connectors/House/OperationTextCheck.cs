using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.House;

/// <summary>Operations and their parameters are named and explained as Microsoft asks of published connectors.</summary>
internal static partial class OperationTextCheck
{
    private const int SummaryLengthMax = 80;

    // What every call can be answered with, whatever the operation.
    private static readonly string[] Statuses = ["401", "403", "500", "default"];

    private static readonly string[] Places = ["path", "query", "header", "body"];

    /// <summary>What is wrong with the connector of this product.</summary>
    public static IEnumerable<Finding> Find(ConnectorDefinition definition) =>
        definition.Operations.SelectMany(operation => Texts(operation).Concat(Parameters(definition, operation)).Concat(Responses(operation)));

    private static IEnumerable<Finding> Texts(ConnectorOperation operation)
    {
        string summary = operation.Node["summary"].Text() ?? "";
        string description = operation.Node["description"].Text() ?? "";
        if (!OperationId().IsMatch(operation.Id))
        {
            yield return Says(
                operation.Id.Length == 0 ? operation.Path : operation.Id,
                "The operation id is letters and digits, beginning with a capital: VerbNoun. Rename it."
            );
        }

        if (summary.Length > SummaryLengthMax || !Summary().IsMatch(summary))
        {
            yield return Says(
                $"{operation.Id}/summary",
                $"The summary '{summary}' has at most {SummaryLengthMax} letters, digits, blanks or brackets and no full stop. Shorten it."
            );
        }

        if (!description.EndsWith('.') || description.TrimEnd('.') == summary)
        {
            yield return Says($"{operation.Id}/description", "The description is a sentence of its own that ends with a full stop. Write one.");
        }

        if (operation.Node["x-ms-visibility"].Text() is null)
        {
            yield return Says(
                $"{operation.Id}/x-ms-visibility",
                "Nothing says where the designer shows the operation. Write important, advanced or internal."
            );
        }
    }

    private static IEnumerable<Finding> Parameters(ConnectorDefinition definition, ConnectorOperation operation) =>
        from parameter in operation.AllParameters(definition.Swagger)
        from sentence in Parameter(parameter)
        select Says($"{operation.Id}/{parameter["name"].Plain()}", sentence);

    private static IEnumerable<string> Parameter(JsonObject parameter)
    {
        string place = parameter["in"].Text() ?? "";
        if (place == "path" && parameter["x-ms-url-encoding"] is null)
        {
            yield return "A path parameter says x-ms-url-encoding. Write single.";
        }

        if (!Places.Contains(place))
        {
            yield return "The place is path, query, header or body. Choose one of them.";
        }

        if (place == "body" && (parameter["name"].Text() != "body" || parameter["required"].Flag() != true))
        {
            yield return "The body is named body and is required; flows name its members body/<member>. Correct it.";
        }

        if (place != "body" && (parameter["x-ms-summary"].Text() is null || parameter["description"].Text() is not [.., '.']))
        {
            yield return "A parameter has x-ms-summary and a description that ends with a full stop. Add what is missing.";
        }
    }

    private static IEnumerable<Finding> Responses(ConnectorOperation operation) =>
        Statuses
            .Where(status => !operation.Responses.ContainsKey(status))
            .Select(status => Says($"{operation.Id}/responses", $"The response {status} is missing. Add it without a schema."));

    private static Finding Says(string element, string sentence) => new(ConnectorDefinition.DefinitionFile, element, sentence);

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex OperationId();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9 ()\[\]]*\z")]
    private static partial Regex Summary();
}
