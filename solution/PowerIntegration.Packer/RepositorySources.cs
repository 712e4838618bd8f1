using System.CommandLine;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer;

/// <summary>Reads what a verb works on: the repository's own sources, or one folder from elsewhere.</summary>
internal sealed class RepositorySources
{
    private const string SolutionFile = "PowerIntegration.sln";

    // In the order in which they are imported.
    private static readonly string[] SolutionFolders = ["connector", "core", "flows"];

    /// <summary>Root of the repository.</summary>
    public Option<DirectoryInfo?> Root { get; } =
        new("--root")
        {
            Description = $"Root of the repository. Default: the first folder at or above the current one that holds {SolutionFile}.",
            Recursive = true,
        };

    /// <summary>An unpacked solution from elsewhere.</summary>
    public Option<DirectoryInfo?> Folder { get; } =
        new("--folder")
        {
            Description =
                "One unpacked solution in place of the repository's three, such as a folder that unpack wrote. The rules of the format apply to it, "
                + "not those of this product.",
        };

    /// <summary>The three solutions, in the order of import.</summary>
    public UnpackedSolution[] Solutions(ParseResult arguments) =>
        [.. SolutionFolders.Select(name => UnpackedSolution.Read(Path.Combine(RootOf(arguments), "solution", name)))];

    /// <summary>The connector's repository form.</summary>
    public ConnectorDefinition Definition(ParseResult arguments) =>
        ConnectorDefinition.Read(Path.Combine(RootOf(arguments), "connector", "definition"));

    /// <summary>The rows that ship.</summary>
    public ShippedRows Rows(ParseResult arguments) => ShippedRows.Read(Path.Combine(RootOf(arguments), "solution", "data"));

    /// <summary>Full path of the root.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder at or above the current one is the root.</exception>
    public string RootOf(ParseResult arguments) => arguments.GetValue(Root)?.FullName ?? FindRoot();

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(Directory.GetCurrentDirectory());
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, SolutionFile)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No folder at or above the current one holds {SolutionFile}. Name the repository with --root.");
    }
}
