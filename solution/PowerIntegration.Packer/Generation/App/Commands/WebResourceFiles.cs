using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.Output;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>WebResources: the files of solution/app/web, each with its metadata. Scripts of commands and forms get what is declared.</summary>
internal static class WebResourceFiles
{
    /// <summary>Folder of the sources, below the root of the repository.</summary>
    public const string SourceFolder = DeclarationFile.Folder + "/web";

    /// <summary>Folder of what is generated, below the root of the repository.</summary>
    public const string Folder = AppTexts.Core + "/WebResources";

    private const string Prefix = "pint_/";

    /// <summary>The line of the script that the list takes the place of.</summary>
    private const string Slot = "const declared = {};";

    /// <summary>Names of the web resources.</summary>
    /// <param name="root">Root of the repository.</param>
    public static IReadOnlyList<string> Names(string root)
    {
        string folder = Path.Combine(root, SourceFolder);
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => Prefix + Path.GetRelativePath(folder, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>The files.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <param name="model">Gives ids and takes faults.</param>
    /// <param name="lists">What scripts read, by the names of the scripts.</param>
    public static IEnumerable<GeneratedFile> Of(string root, AppModel model, IReadOnlyDictionary<string, string> lists)
    {
        foreach (string name in model.WebResources)
        {
            string source = $"{SourceFolder}/{name[Prefix.Length..]}";
            if (TypeOf(name) is not { } type)
            {
                model.Refuse(new Finding(source, "the file", "It is not a page, a style sheet, a script or a vector picture. Move it elsewhere."));
                continue;
            }

            yield return Metadata(name, type, model.WebResourceId(name));
            byte[] content = File.ReadAllBytes(Path.Combine(root, source));
            yield return lists.TryGetValue(name, out string? list)
                ? Script(model, name, source, content, list)
                : new GeneratedFile($"{Folder}/{name}", content);
        }
    }

    private static GeneratedFile Script(AppModel model, string name, string source, byte[] content, string list)
    {
        string text = System.Text.Encoding.UTF8.GetString(content);
        if (text.Split(Slot).Length != 2)
        {
            model.Refuse(new Finding(source, "the file", $"What is declared is put in the place of '{Slot}', which must be there once. Restore it."));
        }

        return GeneratedFile.OfText($"{Folder}/{name}", text.Replace(Slot, $"const declared = {list};", StringComparison.Ordinal));
    }

    private static GeneratedFile Metadata(string name, int type, Guid id) =>
        XmlFile.Of(
            $"{Folder}/{name}.data.xml",
            new XElement(
                "WebResource",
                XmlFile.InstanceNamespace,
                new XElement("WebResourceId", id.ToString("B")),
                new XElement("Name", name),
                new XElement("DisplayName", name[(name.LastIndexOf('/') + 1)..]),
                new XElement("LanguageCode", AppTexts.Language),
                new XElement("WebResourceType", type),
                new XElement("IntroducedVersion", AppTexts.FirstVersion),
                new XElement("IsEnabledForMobileClient", 0),
                new XElement("IsAvailableForMobileOffline", 0),
                new XElement("IsCustomizable", 1),
                new XElement("CanBeDeleted", 1),
                new XElement("IsHidden", 0),
                new XElement(
                    "FileName",
                    "/WebResources/"
                        + name.Replace("/", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
                        + id.ToString().ToUpperInvariant()
                )
            )
        );

    private static int? TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => 1,
            ".css" => 2,
            ".js" => 3,
            ".svg" => 11,
            _ => null,
        };
}
