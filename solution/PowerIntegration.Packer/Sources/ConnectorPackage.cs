using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Sources;

/// <summary>A custom connector as its solution holds it.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Root">Root of its file in the folder Connectors.</param>
public sealed record ConnectorPackage(UnpackedSolution Solution, SourceElement Root)
{
    /// <summary>Logical name, such as pint_5Fpowerintegration.</summary>
    public string Name => Root.Text("name");

    /// <summary>Id of the connector's row; the same in every environment.</summary>
    public string Id => Root.Text("connectorid");

    /// <summary>Beginning of the API name; what an environment adds to it is sixteen hexadecimal digits.</summary>
    public string ApiName => "shared_" + Name.Replace('_', '-').ToLowerInvariant();

    /// <summary>File of the OpenAPI definition in the unpacked folder.</summary>
    public string DefinitionFile => FileOf("openapidefinition");

    /// <summary>Content of that file, whatever it holds; null where there is none.</summary>
    public JsonNode? Definition => HasJson(DefinitionFile) ? Solution.Json(DefinitionFile) : null;

    /// <summary>The OpenAPI definition; empty where the file holds something else.</summary>
    public JsonObject Swagger => Definition.Members();

    /// <summary>The connectors of a solution.</summary>
    public static IEnumerable<ConnectorPackage> In(UnpackedSolution solution) =>
        solution.XmlIn("Connectors", ".xml").Select(root => new ConnectorPackage(solution, root));

    /// <summary>File in the unpacked folder that belongs to a path below /Connector/.</summary>
    public static string SourceFile(string path) => path.Replace("/Connector/", "Connectors/", StringComparison.Ordinal);

    /// <summary>File in the unpacked folder that an element of the connector names.</summary>
    public string FileOf(string element) => SourceFile(Root.Text(element));

    /// <summary>True where the solution holds the file and it is JSON.</summary>
    public bool HasJson(string file) => file.EndsWith(".json", StringComparison.Ordinal) && Solution.Has(file);

    /// <summary>True where an API name is this connector's, in whatever environment.</summary>
    public bool HasApiName(string apiName)
    {
        string rest = apiName.StartsWith(ApiName, StringComparison.Ordinal) ? apiName[ApiName.Length..] : "no";
        return rest.Length == 0
            || (rest.Length == 19 && rest.StartsWith("-5f", StringComparison.Ordinal) && rest[3..].All(char.IsAsciiHexDigitLower));
    }
}
