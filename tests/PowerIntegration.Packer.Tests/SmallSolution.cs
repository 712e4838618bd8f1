using System.Text;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests;

/// <summary>A solution of this product, or of another publisher, that holds what a test writes into it.</summary>
internal sealed class SmallSolution : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packer-tests-");

    public SmallSolution(string publisher = "powerintegration")
    {
        XElement manifest = XElement.Load(Path.Combine(Repository.Root, "solution/core/Other/Solution.xml"));
        manifest.Descendants("RootComponent").Remove();
        manifest.Descendants("Publisher").Single().SetElementValue("UniqueName", publisher);
        With("Other/Solution.xml", manifest.ToString());
        With("Other/Customizations.xml", File.ReadAllText(Path.Combine(Repository.Root, "solution/core/Other/Customizations.xml")));
    }

    public SmallSolution With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public SmallSolution With(string file, byte[] content)
    {
        string path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    /// <summary>The same with a fault in a file that it has; see <see cref="Fault"/>.</summary>
    public SmallSolution WithFault(string file, string path, string change)
    {
        XElement root = XElement.Load(Path.Combine(folder.FullName, file));
        Fault.Put(root, path, change);
        return With(file, root.ToString());
    }

    public SmallSolution Without(string file)
    {
        File.Delete(Path.Combine(folder.FullName, file));
        return this;
    }

    public UnpackedSolution Read() => UnpackedSolution.Read(folder.FullName);

    public IReadOnlyList<Finding> Findings() => SolutionVerifier.VerifyForLoading([Read()]);

    /// <summary>Asserts that a finding names the file and says the words.</summary>
    public void Finds(string file, string words)
    {
        IReadOnlyList<Finding> findings = Findings();
        Assert.True(
            findings.Any(finding => finding.File == file && finding.Sentence.Contains(words, StringComparison.Ordinal)),
            findings.Count == 0 ? "Nothing was found." : string.Join('\n', findings)
        );
    }

    public void Dispose() => folder.Delete(recursive: true);
}
