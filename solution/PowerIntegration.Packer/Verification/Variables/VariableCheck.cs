using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Variables;

/// <summary>Environment variables: shape, names, and values that fit the type.</summary>
internal static class VariableCheck
{
    private const string Folder = "environmentvariabledefinitions";
    private const string ValuesFile = "environmentvariablevalues.json";

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(Find),
            .. catalogue
                .All(Folder, ".xml")
                .Repeated(definition => LogicalName.Of(definition.Attribute("schemaname")))
                .Select(definition => definition.Says($"The variable {definition.Attribute("schemaname")} is defined twice. Remove one.")),
        ];

    private static IEnumerable<Finding> Find(UnpackedSolution solution) =>
        [
            .. solution.XmlIn(Folder, ".xml").SelectMany(definition => Definition(definition, solution.IsOwn)),
            .. solution.FilesIn(Folder, "/" + ValuesFile).SelectMany(file => Value(solution, file)),
        ];

    private static IEnumerable<Finding> Definition(SourceElement definition, bool isOwn)
    {
        string name = definition.Attribute("schemaname");
        foreach (Finding finding in ShapeCheck.Find(definition, VariableShape.Definition, isOwn))
        {
            yield return finding;
        }

        if (definition.File != $"{Folder}/{name}/environmentvariabledefinition.xml")
        {
            yield return definition.Says($"The schema name is '{name}'. Give the variable and its folder the same name.");
        }

        if (isOwn && !Publisher.Owns(name))
        {
            yield return definition.Says($"The schema name '{name}' does not begin with {Publisher.Prefix}_. Rename the variable.");
        }

        if (definition.Child("defaultvalue") is { Length: > 0 } value && TypeOf(definition) is { } type && !type.Value.Accepts(value))
        {
            yield return definition.Says($"The default '{value}' does not fit the type {type.Code}. Write {type.Value.Expected}.");
        }
    }

    // A value in a solution overrides nothing that exists and suppresses the question for one at import.
    private static IEnumerable<Finding> Value(UnpackedSolution solution, string file)
    {
        if (solution.IsOwn)
        {
            return
            [
                new Finding(file, "the file", "Values belong to environments, not to a solution. Remove the file and enter the value at import."),
            ];
        }

        string definition = file.Replace(ValuesFile, "environmentvariabledefinition.xml", StringComparison.Ordinal);
        VariableType? type = solution.Has(definition) ? TypeOf(solution.Xml(definition)) : null;
        JsonNode? value = Member(Member(Member(solution.Json(file), "environmentvariablevalues"), "environmentvariablevalue"), "value");
        return value is JsonValue text && text.TryGetValue(out string? content) && type?.Value.Accepts(content) == true
            ? []
            :
            [
                new Finding(
                    file,
                    "environmentvariablevalues/environmentvariablevalue/value",
                    $"The value does not fit its definition. Write {type?.Value.Expected ?? "a definition beside the file"}."
                ),
            ];
    }

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static VariableType? TypeOf(SourceElement definition) => VariableType.All.FirstOrDefault(type => type.Code == definition.Text("type"));
}
