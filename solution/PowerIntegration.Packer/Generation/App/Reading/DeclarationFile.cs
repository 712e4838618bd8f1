using System.Xml;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>A file that declares a part of the app.</summary>
/// <param name="Path">Path below the root of the repository, with forward slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record DeclarationFile(string Path, string Text)
{
    /// <summary>Folder of the declarations, below the root of the repository.</summary>
    public const string Folder = "solution/app";

    /// <summary>The file that declares the app itself: what people navigate, dashboards and roles.</summary>
    public const string AppFile = Folder + "/app.xml";

    /// <summary>The file with what several tables have in common.</summary>
    public const string PartsFile = Folder + "/parts.xml";

    /// <summary>All files of the folder, in ordinal order.</summary>
    public static IReadOnlyList<DeclarationFile> In(string root)
    {
        string folder = System.IO.Path.Combine(root, Folder);
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.xml")
                    .Select(file => System.IO.Path.GetFileName(file))
                    .Order(StringComparer.Ordinal)
                    .Select(name => new DeclarationFile($"{Folder}/{name}", File.ReadAllText(System.IO.Path.Combine(folder, name)))),
            ]
            : [];
    }

    /// <summary>The root, read again at each call, so that a reader may take out of it what becomes part of a generated file.</summary>
    /// <exception cref="PackingRefusedException">The file is not well-formed XML.</exception>
    public SourceElement Read()
    {
        try
        {
            return new SourceElement(Path, XmlSource.Parse(Text).Root!);
        }
        catch (XmlException e)
        {
            throw new PackingRefusedException([
                new Finding(
                    Path,
                    string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber}"),
                    $"The file is not well-formed XML: {e.Message}"
                ),
            ]);
        }
    }
}
