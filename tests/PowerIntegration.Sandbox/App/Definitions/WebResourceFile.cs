using System.Text;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>A page, a style sheet, a script or a picture that a solution ships.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, such as pint_/js/commands.js.</param>
/// <param name="MediaType">Its type as a browser names it.</param>
/// <param name="Content">Its content.</param>
/// <param name="File">Path of its file.</param>
public sealed record WebResource(Guid Id, string Name, string MediaType, byte[] Content, string File)
{
    /// <summary>Whether it is a script.</summary>
    public bool IsScript => MediaType == "text/javascript";

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => MediaType == "text/html";

    /// <summary>Its content as a text.</summary>
    public string Text => Encoding.UTF8.GetString(Content);
}

/// <summary>Reads the web resources of a solution.</summary>
internal static class WebResourceFile
{
    private const string Metadata = ".data.xml";

    /// <summary>Reads the folder of a solution.</summary>
    /// <param name="folder">Folder WebResources.</param>
    /// <exception cref="SolutionRefusedException">A file is missing, or its type is not served here.</exception>
    public static IReadOnlyList<WebResource> Read(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + Metadata, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(One)]
            : [];

    private static WebResource One(string file)
    {
        var xml = DefinitionXml.Load(file, "WebResource");
        var type = xml.Child(xml.Root, "WebResourceType");
        var content = file[..^Metadata.Length];
        var id = xml.Child(xml.Root, "WebResourceId");
        return new WebResource(
            xml.Id(id, id.Value.Trim()),
            xml.Child(xml.Root, "Name").Value,
            type.Value switch
            {
                "1" => "text/html",
                "2" => "text/css",
                "3" => "text/javascript",
                "11" => "image/svg+xml",
                var other => throw xml.Refused(
                    type,
                    $"web resources of type {other} are not served here. Use a page, a style sheet, a script or an SVG"
                ),
            },
            File.Exists(content) ? File.ReadAllBytes(content) : throw xml.Refused(xml.Root, "its content is missing. Restore the file beside it"),
            content
        );
    }
}
