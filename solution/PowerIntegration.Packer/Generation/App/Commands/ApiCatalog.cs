using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>The custom APIs of the core, read from what 'packer generate registration' made.</summary>
internal static class ApiCatalog
{
    private const string Folder = AppTexts.Core + "/customapis";

    /// <summary>The custom APIs by their unique names; one whose files cannot be read is not among them.</summary>
    /// <param name="root">Root of the repository.</param>
    public static IReadOnlyDictionary<string, DescribedApi> Read(string root)
    {
        string folder = Path.Combine(root, Folder);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .Where(api => File.Exists(Path.Combine(api, "customapi.xml")))
                .Select(Api)
                .ToDictionary(api => api.Name, StringComparer.Ordinal)
            : [];
    }

    private static DescribedApi Api(string folder)
    {
        SourceElement root = Xml(Path.Combine(folder, "customapi.xml"));
        return new DescribedApi(
            root.Attribute("uniquename"),
            root.Text("executeprivilegename"),
            Parts(folder, "customapirequestparameter").ToDictionary(input => input.Attribute("uniquename"), Input, StringComparer.Ordinal),
            [.. Parts(folder, "customapiresponseproperty", "customapiresponseproperties").Select(output => output.Attribute("uniquename"))]
        );
    }

    private static ApiInput Input(SourceElement input) => new(EdmType(input.Text("type")), input.Text("isoptional") == "1");

    // The numbers that Dataverse gives the types of custom API fields. What a command cannot pass is refused where a command names it.
    private static string EdmType(string type) =>
        type switch
        {
            "0" => "Edm.Boolean",
            "7" => "Edm.Int32",
            "10" => "Edm.String",
            "12" => "Edm.Guid",
            _ => "",
        };

    private static IEnumerable<SourceElement> Parts(string folder, string kind, string? plural = null)
    {
        string parts = Path.Combine(folder, plural ?? kind + "s");
        return Directory.Exists(parts)
            ? Directory.EnumerateFiles(parts, kind + ".xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Xml)
            : [];
    }

    private static SourceElement Xml(string path) => new(path, XmlSource.Parse(File.ReadAllText(path)).Root!);
}
