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

    public SourceCopy()
        : this("solution/connector", "solution/core", "solution/flows", "solution/approvals", "solution/data", "connector/definition") { }

    /// <summary>Copies these folders only.</summary>
    public SourceCopy(params IEnumerable<string> folders)
    {
        foreach (string top in folders)
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*", SearchOption.AllDirectories))
            {
                string copy = PathOf(Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

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
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    public void Delete(string file) => File.Delete(Find(file));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The one file whose path ends as given; ids are part of many file names.</summary>
    private string Find(string file)
    {
        if (!file.Contains('*', StringComparison.Ordinal))
        {
            return PathOf(file);
        }

        string[] parts = file.Split('*');
        return Directory
            .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First(path =>
                path.Replace('\\', '/').StartsWith(Root.Replace('\\', '/') + "/" + parts[0], StringComparison.Ordinal)
                && path.EndsWith(parts[1], StringComparison.Ordinal)
            );
    }

    private string PathOf(string file) => Path.Combine(Root, file);
}
