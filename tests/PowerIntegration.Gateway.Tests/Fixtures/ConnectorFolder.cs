using System.Text.Json.Nodes;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>The shipped connector and other files of the repository.</summary>
internal static class ConnectorFolder
{
    /// <summary>File of the definition, from the repository's root.</summary>
    public const string DefinitionFile = "connector/definition/apiDefinition.swagger.json";

    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Text of a file.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>A file that holds a JSON object.</summary>
    public static JsonObject Json(string file) => JsonNode.Parse(Text(file))!.AsObject();

    /// <summary>A new copy of the definition.</summary>
    public static JsonObject Definition() => Json(DefinitionFile);

    /// <summary>The shipped flows.</summary>
    public static IEnumerable<JsonObject> Flows() =>
        Directory.EnumerateFiles(Path.Combine(Root, "solution/flows/Workflows"), "*.json").Select(file => Json(Path.GetRelativePath(Root, file)));

    /// <summary>Cells of a table of the connector's readme.</summary>
    /// <param name="head">First cell of its header.</param>
    public static IReadOnlyList<string[]> ReadmeTable(string head) =>
        [
            .. Text("connector/definition/readme.md")
                .Split('\n')
                .SkipWhile(line => !line.StartsWith($"| {head} |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
        ];

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "PowerIntegration.sln")) ? folder.FullName : Find(folder.Parent!);
}
