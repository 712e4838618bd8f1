using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Seed;

/// <summary>Reads the files of a data folder and names file, row and field of what it cannot use.</summary>
internal sealed class SeedReader
{
    // Data is written by hand: a misspelt field must be named, not ignored.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public SeedReader(string path)
    {
        Root = Path.GetFullPath(path);
        if (!Directory.Exists(Root))
        {
            throw new SeedException(path, "", "the folder does not exist. " + Layout);
        }
    }

    private const string Layout = "Name a folder with the layout in tests/PowerIntegration.Sandbox/data/README.md.";

    public string Root { get; }

    public IReadOnlyDictionary<string, JsonArray> ReadArrays(string folder)
    {
        var arrays = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var file in FilesOf(folder))
        {
            arrays.Add(Path.GetFileNameWithoutExtension(file), RequireRows(file, Parse(file)));
        }

        return arrays;
    }

    public IReadOnlyList<SeedRow> ReadDataverse(string folder)
    {
        var rows = new List<SeedRow>();
        foreach (var file in FilesOf(folder))
        {
            var content = Parse(file) as JsonObject;
            if (content?["set"]?.GetValueKind() != JsonValueKind.String || content.Count != 2)
            {
                throw new SeedException(file, "", "expected {\"set\": \"entity set\", \"rows\": [...]}.");
            }

            var set = content["set"]!.GetValue<string>();
            rows.AddRange(
                RequireRows(file, content["rows"])
                    .Select((row, index) => new SeedRow(set, RequireKey(file, index, (JsonObject)row!), $"{file} row {index + 1}"))
            );
        }

        return rows;
    }

    public T ReadAs<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Text(file), Strict) ?? throw new SeedException(file, "", "the file contains only null.");
        }
        catch (JsonException problem)
        {
            throw new SeedException(file, problem.Path ?? $"line {problem.LineNumber + 1}", problem.Message, problem);
        }
    }

    private IEnumerable<string> FilesOf(string folder)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path))
        {
            throw new SeedException(path, "", "the folder does not exist. " + Layout);
        }

        return Directory.EnumerateFiles(path, "*.json").Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal);
    }

    private JsonNode? Parse(string file)
    {
        try
        {
            return JsonNode.Parse(Text(file), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException problem)
        {
            throw new SeedException(file, $"line {problem.LineNumber + 1}", problem.Message, problem);
        }
    }

    private string Text(string file)
    {
        var path = Path.Combine(Root, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw new SeedException(file, "", "the file is missing.");
    }

    private static JsonArray RequireRows(string file, JsonNode? node)
    {
        if (node is not JsonArray rows)
        {
            throw new SeedException(file, "", "expected a list of rows.");
        }

        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index] is not JsonObject)
            {
                throw new SeedException(file, $"row {index + 1}", $"expected an object, found {rows[index]?.ToJsonString() ?? "null"}.");
            }
        }

        return rows;
    }

    private static JsonObject RequireKey(string file, int index, JsonObject row) =>
        row["pint_key"]?.GetValueKind() == JsonValueKind.String
            ? row
            : throw new SeedException(file, $"row {index + 1}, field pint_key", "every row needs its alternate key as a text.");
}
