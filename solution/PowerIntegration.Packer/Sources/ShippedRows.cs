using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>The rows that ship beside the solutions, read once from files that each name a set and its rows.</summary>
public sealed class ShippedRows
{
    private const string FolderName = "data";

    private readonly string folder;
    private readonly List<ShippedRow> rows = [];
    private readonly List<Finding> unreadable = [];

    private ShippedRows(string folder, IReadOnlyList<string> files)
    {
        this.folder = folder;
        Files = files;
    }

    /// <summary>All files, in ordinal order; some are read by people only.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The rows, in the order of files and rows.</summary>
    public IReadOnlyList<ShippedRow> Rows => rows;

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Unreadable => unreadable;

    /// <summary>Reads every JSON file of the folder.</summary>
    public static ShippedRows Read(string folder)
    {
        string[] files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [];
        ShippedRows shipped = new(folder, files);
        foreach (string file in files.Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
        {
            shipped.Parse(file);
        }

        if (shipped.rows.Count == 0 && shipped.unreadable.Count == 0)
        {
            shipped.unreadable.Add(
                new Finding(FolderName, "the folder", $"It holds no row. Jurisdiction rules ship in it; check that {folder} is the right folder.")
            );
        }

        return shipped;
    }

    /// <summary>Bytes of a file.</summary>
    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(folder, file));

    private void Parse(string file)
    {
        string name = $"{FolderName}/{file}";
        try
        {
            JsonNode? content = JsonNode.Parse(Bytes(file), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (
                content is not JsonObject { Count: 2 } whole
                || whole["set"]?.GetValueKind() != JsonValueKind.String
                || whole["rows"] is not JsonArray found
            )
            {
                unreadable.Add(new Finding(name, "the file", "It must be {\"set\": \"entity set\", \"rows\": [...]} and nothing else."));
                return;
            }

            string set = whole["set"]!.GetValue<string>();
            for (int index = 0; index < found.Count; index++)
            {
                Add(name, set, index, found[index]);
            }
        }
        catch (JsonException e)
        {
            unreadable.Add(new Finding(name, $"line {e.LineNumber + 1}", $"The file is not valid JSON: {e.Message}"));
        }
    }

    private void Add(string file, string set, int index, JsonNode? row)
    {
        if (row is JsonObject columns)
        {
            rows.Add(new ShippedRow(file, set, index + 1, columns));
        }
        else
        {
            unreadable.Add(new Finding(file, $"row {index + 1}", "A row is an object of columns."));
        }
    }
}
