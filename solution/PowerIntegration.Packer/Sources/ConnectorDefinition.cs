using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>The connector in its repository form: definition, properties and icon.</summary>
public sealed class ConnectorDefinition
{
    /// <summary>File name of the OpenAPI definition.</summary>
    public const string DefinitionFile = "apiDefinition.swagger.json";

    /// <summary>File name of the properties.</summary>
    public const string PropertiesFile = "apiProperties.json";

    /// <summary>File name of the icon.</summary>
    public const string IconFile = "icon.png";

    private readonly List<Finding> unreadable = [];

    private ConnectorDefinition(string folder)
    {
        DefinitionBytes = Bytes(folder, DefinitionFile);
        IconBytes = Bytes(folder, IconFile);
        Swagger = Parse(DefinitionFile, DefinitionBytes);
        Properties = Parse(PropertiesFile, Bytes(folder, PropertiesFile));
    }

    private ConnectorDefinition()
    {
        DefinitionBytes = [];
        IconBytes = [];
        Swagger = [];
        Properties = [];
    }

    /// <summary>No connector; for solutions that are looked at without one.</summary>
    public static ConnectorDefinition None { get; } = new();

    /// <summary>The definition, byte for byte.</summary>
    public byte[] DefinitionBytes { get; }

    /// <summary>The icon, byte for byte.</summary>
    public byte[] IconBytes { get; }

    /// <summary>The definition.</summary>
    public JsonObject Swagger { get; }

    /// <summary>The properties.</summary>
    public JsonObject Properties { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Unreadable => unreadable;

    /// <summary>Every operation of the definition.</summary>
    public IEnumerable<ConnectorOperation> Operations =>
        from path in Swagger["paths"] as JsonObject ?? []
        from verb in path.Value as JsonObject ?? []
        where verb.Value is JsonObject && !verb.Key.StartsWith("x-", StringComparison.Ordinal) && verb.Key != "parameters"
        select new ConnectorOperation(path.Key, verb.Key, (JsonObject)verb.Value!);

    /// <summary>Reads the folder.</summary>
    public static ConnectorDefinition Read(string folder) => new(folder);

    /// <summary>Follows a reference inside the definition; a node without one is itself.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        if (node is not JsonObject { } value || value["$ref"]?.GetValue<string>() is not { } reference)
        {
            return node;
        }

        string[] steps = reference.Split('/');
        return steps.Length == 3 && steps[0] == "#" ? Swagger[steps[1]]?[steps[2]] : null;
    }

    private byte[] Bytes(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        unreadable.Add(new Finding(file, "the file", $"It is missing in the connector's folder {folder}."));
        return [];
    }

    private JsonObject Parse(string file, byte[] bytes)
    {
        try
        {
            return bytes.Length == 0 ? [] : JsonNode.Parse(bytes)!.AsObject();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            unreadable.Add(new Finding(file, "the file", $"It is no JSON object: {e.Message}"));
            return [];
        }
    }
}
