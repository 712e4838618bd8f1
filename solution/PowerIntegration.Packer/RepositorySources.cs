using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer;

/// <summary>Reads what a verb works on: the repository's own sources, or one folder from elsewhere.</summary>
internal sealed class RepositorySources
{
    private const string SolutionFile = "PowerIntegration.sln";

    // In the order in which they are imported.
    private static readonly string[] SolutionFolders = ["connector", "core", "flows", "approvals"];

    /// <summary>Root of the repository.</summary>
    public Option<DirectoryInfo?> Root { get; } = RootOption();

    /// <summary>An unpacked solution from elsewhere.</summary>
    public Option<DirectoryInfo?> Folder { get; } =
        new Option<DirectoryInfo?>("--folder")
        {
            Description =
                "One unpacked solution instead of the repository's four, such as a folder that unpack wrote. Only the rules of the format apply "
                + "to it, not the rules of this product.",
            HelpName = "FOLDER",
        }.MustExist();

    /// <summary>The four solutions, in the order of import.</summary>
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

    private static Option<DirectoryInfo?> RootOption()
    {
        var option = new Option<DirectoryInfo?>("--root")
        {
            Description = $"Root of the repository. Default: the nearest folder, from the current one up, that contains {SolutionFile}.",
            HelpName = "FOLDER",
            Recursive = true,
        }.MustExist();
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && Directory.Exists(path) && !Directory.Exists(Path.Combine(path, "solution")))
            {
                result.AddError($"The folder {path} given with --root has no folder solution in it. Give the root of a clone of the repository.");
            }
        });
        return option;
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(Directory.GetCurrentDirectory());
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, SolutionFile)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException(
                $"{SolutionFile} was not found in the current folder or above it. Run the command from a clone of the repository, or name it with "
                    + "--root."
            );
    }
}
