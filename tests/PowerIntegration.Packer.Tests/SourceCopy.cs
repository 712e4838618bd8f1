using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using PowerIntegration.Packer.Verification.Rows;
using Xunit;

namespace PowerIntegration.Packer.Tests;

/// <summary>A copy of the shipped sources that a test may break.</summary>
internal sealed class SourceCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packer-tests-");

    /// <summary>Every folder that ships.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "solution/connector",
        "solution/core",
        "solution/flows",
        "solution/approvals",
        "solution/data",
        "connector/definition",
    ];

    public SourceCopy()
        : this(All) { }

    private SourceCopy(IEnumerable<string> folders, bool isWhole)
    {
        foreach (string top in folders)
        {
            string source = Path.Combine(Repository.Root, top);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(top))!);
            if (isWhole)
            {
                Copy(new DirectoryInfo(source), Directory.CreateDirectory(PathOf(top)).FullName, isWhole);
            }
            else
            {
                Directory.CreateSymbolicLink(PathOf(top), source);
            }
        }
    }

    /// <summary>Has these folders only. They are links until a test changes something in them: to copy a thousand files takes a second.</summary>
    public SourceCopy(params IEnumerable<string> folders)
        : this(folders, isWhole: false) { }

    /// <summary>Copies every file, for a command that writes into the folders by itself.</summary>
    public static SourceCopy Whole(params IEnumerable<string> folders) => new(folders, isWhole: true);

    public string Root => folder.FullName;

    public UnpackedSolution[] Solutions => Repository.Solutions(Root);

    public ConnectorDefinition Definition => Repository.Definition(Root);

    public ShippedRows Rows => ShippedRows.Read(PathOf("solution/data"));

    public IReadOnlyList<Finding> VerifyRows() => ShippedRowsVerifier.Verify(Rows, Solutions);

    public IReadOnlyList<Finding> Verify() => SolutionVerifier.Verify(Solutions, Definition);

    /// <summary>Replaces the first occurrence of a text; a text that is not there fails the test, for then it would break nothing.</summary>
    public void Replace(string file, string text, string replacement)
    {
        string path = Find(file);
        string content = File.ReadAllText(path);
        int index = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0, $"{file} does not hold the text {text}.");
        File.WriteAllText(path, content[..index] + replacement + content[(index + text.Length)..]);
    }

    public void Write(string file, string content)
    {
        string path = Own(PathOf(file));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Delete(string file) => File.Delete(Find(file));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The one file whose path ends as given; ids are part of many file names.</summary>
    private string Find(string file)
    {
        if (!file.Contains('*', StringComparison.Ordinal))
        {
            return Own(PathOf(file));
        }

        string[] parts = file.Split('*');
        return Own(
            Directory
                .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .First(path =>
                    path.Replace('\\', '/').StartsWith(Root.Replace('\\', '/') + "/" + parts[0], StringComparison.Ordinal)
                    && path.EndsWith(parts[1], StringComparison.Ordinal)
                )
        );
    }

    /// <summary>The path, with each link to a folder on the way replaced by a folder whose files are copies and whose folders are links.</summary>
    private string Own(string path)
    {
        string way = Root;
        foreach (string part in Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)[..^1])
        {
            way = Path.Combine(way, part);
            if (Directory.Exists(way) && new DirectoryInfo(way).ResolveLinkTarget(returnFinalTarget: false) is DirectoryInfo target)
            {
                Directory.Delete(way);
                Copy(target, Directory.CreateDirectory(way).FullName, isWhole: false);
            }
        }

        return path;
    }

    private static void Copy(DirectoryInfo source, string target, bool isWhole)
    {
        foreach (FileSystemInfo entry in source.EnumerateFileSystemInfos())
        {
            string copy = Path.Combine(target, entry.Name);
            if (entry is FileInfo file)
            {
                file.CopyTo(copy);
            }
            else if (isWhole)
            {
                Copy((DirectoryInfo)entry, Directory.CreateDirectory(copy).FullName, isWhole);
            }
            else
            {
                Directory.CreateSymbolicLink(copy, entry.FullName);
            }
        }
    }

    private string PathOf(string file) => Path.Combine(Root, file);
}
