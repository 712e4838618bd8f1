using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

/// <summary>
/// A copy of a small solution that a test may break. "visits" is one of this product with everything that people see; "elsewhere" is another
/// publisher's, with the rarer kinds and with files for managed packages.
/// </summary>
internal sealed class Sample : IDisposable
{
    public const string Visits = "visits";
    public const string Elsewhere = "elsewhere";

    private static readonly Lazy<Dictionary<string, string>> NamedInVisits = new(() =>
        FilesIn(SourceOf(Visits))
            .Select(file => (File: file, Name: NameIn(Path.Combine(SourceOf(Visits), file))))
            .Where(pair => pair.Name is not null)
            .DistinctBy(pair => pair.Name)
            .ToDictionary(pair => pair.Name!, pair => pair.File)
    );

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packer-tests-");

    private readonly string name;

    public Sample(string name)
    {
        this.name = name;
        foreach (string file in FilesIn(SourceOf(name)))
        {
            Write(file, File.ReadAllBytes(Path.Combine(SourceOf(name), file)));
        }
    }

    public string Folder => Path.Combine(folder.FullName, "solution");

    public string Beside(string name) => Path.Combine(folder.FullName, name);

    public UnpackedSolution Read() => UnpackedSolution.Read(Folder);

    public IReadOnlyList<Finding> Verify() => SolutionVerifier.VerifyForPacking([Read()]);

    public IReadOnlyList<PackagePart> Parts(PackageKind kind = PackageKind.Unmanaged) => PackageParts.Of(Read(), new PackageInputs(kind));

    /// <summary>Replaces the first occurrence of a text; a text that is not there fails the test, for then it would break nothing.</summary>
    public void Replace(string file, string text, string replacement)
    {
        string path = Path.Combine(Folder, Find(file));
        string content = File.ReadAllText(path);
        int index = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0, $"{file} does not hold the text {text}.");
        File.WriteAllText(path, content[..index] + replacement + content[(index + text.Length)..]);
    }

    public void Write(string file, byte[] content)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Write(string file, string content) => Write(file, System.Text.Encoding.UTF8.GetBytes(content));

    public static string PathOf(string file) => Find(file);

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, Find(file)));

    public void Move(string file, string to)
    {
        Write(to, Text(file));
        Delete(file);
    }

    /// <summary>Takes back what was changed in a file.</summary>
    public void Mend(string file) => Write(Find(file), File.ReadAllBytes(Path.Combine(SourceOf(name), Find(file))));

    public void Delete(string file) => File.Delete(Path.Combine(Folder, Find(file)));

    public void Dispose() => folder.Delete(recursive: true);

    public static string SourceOf(string name) => Path.Combine(Repository.Root, "tests/PowerIntegration.Packer.Tests/Packing/samples", name);

    public static string[] FilesIn(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    // The file whose path is as given, or that of a form or view by its name, such as "Active Visits".
    private static string Find(string file) => file.Contains('/', StringComparison.Ordinal) ? file : NamedInVisits.Value[file];

    private static string? NameIn(string path) =>
        path.EndsWith("}.xml", StringComparison.Ordinal)
            ? XElement.Load(path).Descendants("LocalizedNames").Elements().Select(name => (string?)name.Attribute("description")).FirstOrDefault()
            : null;
}
