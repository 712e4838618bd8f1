using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>The files of one unpacked solution, read once. Paths are relative to the folder and use forward slashes.</summary>
public sealed class UnpackedSolution
{
    /// <summary>Manifest of the solution: name, version, publisher and what it contains.</summary>
    internal const string ManifestFile = "Other/Solution.xml";

    /// <summary>The manifest of a managed package, where it differs.</summary>
    internal const string ManagedManifestFile = "Other/Solution_managed.xml";

    /// <summary>The sections that files are merged into.</summary>
    internal const string CustomizationsFile = "Other/Customizations.xml";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, XElement> xml = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> json = new(StringComparer.Ordinal);
    private readonly List<Finding> unreadable = [];

    private readonly HashSet<string> names;

    private UnpackedSolution(string folder, IReadOnlyList<string> files)
    {
        Folder = folder;
        Files = files;
        names = [.. files];
    }

    /// <summary>Folder that was read.</summary>
    public string Folder { get; }

    /// <summary>All files, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What could not be read; while this is not empty, nothing else about the solution may be asked.</summary>
    public IReadOnlyList<Finding> Unreadable => unreadable;

    /// <summary>The element SolutionManifest.</summary>
    public SourceElement Manifest => new(ManifestFile, xml[ManifestFile].Element("SolutionManifest")!);

    /// <summary>The root of Other/Customizations.xml.</summary>
    public SourceElement Customizations => new(CustomizationsFile, xml[CustomizationsFile]);

    /// <summary>Unique name of the solution.</summary>
    public string UniqueName => Manifest.Text("UniqueName");

    /// <summary>True where the solution is one of this product; only then the rules of the house hold.</summary>
    public bool IsOwn => Manifest.Below("Publisher", "UniqueName").Any(name => name.Element.Value == Publisher.UniqueName);

    /// <summary>Reads every XML and JSON file under the folder.</summary>
    public static UnpackedSolution Read(string folder) => Read(folder, _ => true);

    /// <summary>Reads the XML and JSON files under the folder that are asked for; the others are treated as if they were not there.</summary>
    /// <param name="folder">Folder that holds Other/Solution.xml.</param>
    /// <param name="isAskedFor">Takes the path of a file below the folder.</param>
    public static UnpackedSolution Read(string folder, Func<string, bool> isAskedFor)
    {
        string[] files = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                    .Where(isAskedFor)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        UnpackedSolution solution = new(folder, files);
        foreach (string file in files.Where(solution.IsRead))
        {
            solution.Parse(file);
        }

        solution.RequireRoots();
        return solution;
    }

    /// <summary>Root element of an XML file.</summary>
    public SourceElement Xml(string file) => new(file, xml[file]);

    /// <summary>Content of a JSON file.</summary>
    public JsonNode? Json(string file) => json[file];

    /// <summary>True where the file exists.</summary>
    public bool Has(string file) => names.Contains(file);

    /// <summary>True where the file is read as part of the solution. What a component only carries, such as a page or a control, is not.</summary>
    public bool IsRead(string file) => !MergedFiles.IsWebResourceText(file, names) && !IsCarried(file);

    /// <summary>Bytes of a file.</summary>
    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    /// <summary>Files below a top folder whose name ends as given.</summary>
    public IEnumerable<string> FilesIn(string topFolder, string ending) =>
        Files.Where(file => file.StartsWith(topFolder + "/", StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Root elements of the XML files below a top folder whose name ends as given.</summary>
    public IEnumerable<SourceElement> XmlIn(string topFolder, string ending) => FilesIn(topFolder, ending).Where(xml.ContainsKey).Select(Xml);

    private void Parse(string file)
    {
        try
        {
            if (file.EndsWith(".xml", StringComparison.Ordinal))
            {
                ParseXml(file);
            }
            else if (file.EndsWith(".json", StringComparison.Ordinal))
            {
                json[file] = JsonFile.Parse(file, Bytes(file), unreadable);
            }
        }
        catch (XmlException e)
        {
            unreadable.Add(new Finding(file, LineOf(e.LineNumber), $"The file is not well-formed XML: {e.Message}"));
        }
        catch (DecoderFallbackException e)
        {
            unreadable.Add(new Finding(file, $"byte {e.Index}", "The file is not UTF-8 text. Save it as UTF-8."));
        }
    }

    private static string LineOf(long? line) => line > 0 ? $"line {line}" : "the file";

    private void ParseXml(string file)
    {
        XDocument document = XmlSource.Parse(Utf8.GetString(Bytes(file)));
        if (document.Declaration?.Encoding is { } encoding && !string.Equals(encoding, Utf8.WebName, StringComparison.OrdinalIgnoreCase))
        {
            unreadable.Add(new Finding(file, "line 1", $"The declaration says the encoding '{encoding}'. Save the file as UTF-8 and declare utf-8."));
        }

        xml[file] = document.Root!;
    }

    private static bool IsCarried(string file) =>
        (file.StartsWith("Controls/", StringComparison.Ordinal) && !file.EndsWith("/ControlManifest.xml.data.xml", StringComparison.Ordinal))
        || (file.StartsWith("CanvasApps/", StringComparison.Ordinal) && !file.EndsWith(".meta.xml", StringComparison.Ordinal));

    private void RequireRoots()
    {
        foreach (string file in new[] { ManifestFile, CustomizationsFile }.Where(file => !Has(file)))
        {
            unreadable.Add(new Finding(file, "the file", $"It is missing. An unpacked solution has it; check that {Folder} is one."));
        }

        if (xml.TryGetValue(ManifestFile, out XElement? root) && root.Element("SolutionManifest") is null)
        {
            unreadable.Add(new Finding(ManifestFile, "SolutionManifest", "The element is missing below ImportExportXml."));
        }
    }
}
