using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>The connector in its repository form: definition, properties, settings and icon.</summary>
public sealed class ConnectorDefinition
{
    /// <summary>File name of the OpenAPI definition.</summary>
    public const string DefinitionFile = "apiDefinition.swagger.json";

    /// <summary>File name of the properties.</summary>
    public const string PropertiesFile = "apiProperties.json";

    /// <summary>File name of the settings that Microsoft's command line reads; the folder may do without them.</summary>
    public const string SettingsFile = "settings.json";

    /// <summary>File name of the icon.</summary>
    public const string IconFile = "icon.png";

    private readonly List<Finding> unreadable = [];

    private ConnectorDefinition(string folder)
    {
        DefinitionBytes = Bytes(folder, DefinitionFile);
        IconBytes = Bytes(folder, IconFile);
        Swagger = Parse(DefinitionFile, DefinitionBytes);
        Properties = Parse(PropertiesFile, Bytes(folder, PropertiesFile));
        Settings = File.Exists(Path.Combine(folder, SettingsFile)) ? Parse(SettingsFile, Bytes(folder, SettingsFile)) : null;
        Files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [];
    }

    private ConnectorDefinition()
    {
        DefinitionBytes = [];
        IconBytes = [];
        Swagger = [];
        Properties = [];
        Files = [];
    }

    /// <summary>No connector; for solutions that are looked at without one.</summary>
    public static ConnectorDefinition None { get; } = new();

    /// <summary>Names of all files in the folder, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The definition, byte for byte.</summary>
    public byte[] DefinitionBytes { get; }

    /// <summary>The icon, byte for byte.</summary>
    public byte[] IconBytes { get; }

    /// <summary>The definition.</summary>
    public JsonObject Swagger { get; }

    /// <summary>The properties.</summary>
    public JsonObject Properties { get; }

    /// <summary>The settings, or null where the folder has none.</summary>
    public JsonObject? Settings { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Unreadable => unreadable;

    /// <summary>Every operation of the definition.</summary>
    public IEnumerable<ConnectorOperation> Operations => ConnectorOperation.Of(Swagger);

    /// <summary>Reads the folder.</summary>
    public static ConnectorDefinition Read(string folder) => new(folder);

    /// <summary>Follows a reference inside the definition; a node without one is itself.</summary>
    public JsonNode? Resolve(JsonNode? node) => ConnectorOperation.Resolve(Swagger, node);

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
        int before = unreadable.Count;
        JsonNode? content = bytes.Length == 0 ? new JsonObject() : JsonFile.Parse(file, bytes, unreadable);
        if (content is not JsonObject && unreadable.Count == before)
        {
            unreadable.Add(new Finding(file, "the file", $"It is not a JSON object: it holds {content.Show()}. Write an object."));
        }

        return content.Members();
    }
}
