using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>Reads one file of the initial state: a JSON array of records in Oracle's wire shape.</summary>
internal static class SeedFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The records of a resource's file.</summary>
    /// <param name="folder">Folder of the seed.</param>
    /// <param name="definition">What the file holds; its name is the file's name.</param>
    /// <param name="optional">Whether a missing file means no records.</param>
    /// <exception cref="InvalidDataException">The file is missing, is not an array of objects, or a record holds what the resource does not
    /// know.</exception>
    public static IReadOnlyList<JsonObject> Read(string folder, ResourceDefinition definition, bool optional = false)
    {
        var path = Path.Combine(folder, definition.Name + ".json");
        if (!File.Exists(path))
        {
            return optional ? [] : throw new InvalidDataException($"The Oracle seed has no file {path}.");
        }

        if (JsonNode.Parse(File.ReadAllText(path), documentOptions: Strict) is not JsonArray array || array.Any(item => item is not JsonObject))
        {
            throw new InvalidDataException($"The Oracle seed file {path} must be an array of objects.");
        }

        return [.. array.Select((item, index) => Record(path, index, definition, item!.AsObject()))];
    }

    private static JsonObject Record(string path, int index, ResourceDefinition definition, JsonObject item)
    {
        var problems = new List<Problem>();
        var row = PayloadReader.Read(definition, item, PayloadUse.Seed, problems);
        return problems.Count == 0
            ? row
            : throw new InvalidDataException(
                $"The Oracle seed file {path}, record {index + 1}: {string.Join(" ", problems.Select(problem => $"{problem.Path} {problem.Detail}"))}"
            );
    }
}
