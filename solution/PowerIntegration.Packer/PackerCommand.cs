using System.CommandLine;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using PowerIntegration.Packer.Verification.Rows;

namespace PowerIntegration.Packer;

/// <summary>The command line: verify and pack.</summary>
public static class PackerCommand
{
    private const int ExitRefused = 1;

    private static readonly string[] Configurations = ["Release", "Debug"];

    // In the order in which they are imported.
    private static readonly string[] SolutionFolders = ["connector", "core", "flows"];

    private static readonly Option<DirectoryInfo> Root = new("--root")
    {
        Description = "Root of the repository. Default: the first folder at or above the current one that holds PowerIntegration.sln.",
        DefaultValueFactory = _ => FindRoot(),
        Recursive = true,
    };

    private static readonly Option<FileInfo?> Assembly = new("--assembly")
    {
        Description = "Built plug-in assembly (net462). Default: the release build of plugins/PowerIntegration.Plugins, else its debug build.",
    };

    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "Folder that takes the packages.", Required = true };

    /// <summary>The command with its sub-commands.</summary>
    public static RootCommand Create()
    {
        Command verify = new(
            "verify",
            "Checks the three solutions, the connector definition and the rows that ship; prints one sentence for each thing that is wrong."
        );
        verify.SetAction(arguments => Guarded(arguments, () => Verify(arguments)));
        Command pack = new(
            "pack",
            "Verifies, then writes one package (zip) for each solution and the rows that ship beside them. The same sources give the same bytes."
        )
        {
            Out,
            Assembly,
        };
        pack.SetAction(arguments => Guarded(arguments, () => Pack(arguments)));
        return new RootCommand("Checks and packs the Dataverse solutions of PowerIntegration.") { Root, verify, pack, GenerateCommand.Create(Root) };
    }

    private static int Verify(ParseResult arguments)
    {
        UnpackedSolution[] solutions = Solutions(arguments);
        ConnectorDefinition definition = Definition(arguments);
        IReadOnlyList<Finding> findings =
        [
            .. SolutionVerifier.Verify(solutions, definition),
            .. ShippedRowsVerifier.Verify(Rows(arguments), solutions),
        ];
        Print(arguments, findings.Select(finding => finding.ToString()));
        Print(arguments, [$"{findings.Count} found."]);
        return findings.Count == 0 ? 0 : ExitRefused;
    }

    private static int Pack(ParseResult arguments)
    {
        string folder = RootOf(arguments);
        FileInfo? assembly =
            arguments.GetValue(Assembly)
            ?? Configurations
                .Select(configuration => new FileInfo(
                    Path.Combine(folder, "plugins/PowerIntegration.Plugins/bin", configuration, "net462/PowerIntegration.Plugins.dll")
                ))
                .FirstOrDefault(file => file.Exists);
        byte[]? bytes = assembly is null ? null : File.ReadAllBytes(assembly.FullName);
        UnpackedSolution[] solutions = Solutions(arguments);
        ShippedRows rows = Rows(arguments);
        string output = arguments.GetValue(Out)!.FullName;
        RowsPacker.RequireInOrder(rows, solutions);
        Print(arguments, SolutionPacker.Pack(solutions, Definition(arguments), bytes, output));
        Print(arguments, RowsPacker.Write(rows, output));
        return 0;
    }

    private static int Guarded(ParseResult arguments, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is PackingRefusedException or IOException or UnauthorizedAccessException)
        {
            arguments.InvocationConfiguration.Error.WriteLine(e.Message);
            return ExitRefused;
        }
    }

    private static UnpackedSolution[] Solutions(ParseResult arguments) =>
        [.. SolutionFolders.Select(name => UnpackedSolution.Read(Path.Combine(RootOf(arguments), "solution", name)))];

    private static ConnectorDefinition Definition(ParseResult arguments) =>
        ConnectorDefinition.Read(Path.Combine(RootOf(arguments), "connector", "definition"));

    private static ShippedRows Rows(ParseResult arguments) => ShippedRows.Read(Path.Combine(RootOf(arguments), "solution", "data"));

    private static string RootOf(ParseResult arguments) => arguments.GetValue(Root)!.FullName;

    private static DirectoryInfo FindRoot()
    {
        DirectoryInfo? folder = new(Directory.GetCurrentDirectory());
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PowerIntegration.sln")))
        {
            folder = folder.Parent;
        }

        return folder
            ?? throw new DirectoryNotFoundException(
                "No folder at or above the current one holds PowerIntegration.sln. Name the repository with --root."
            );
    }

    private static void Print(ParseResult arguments, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            arguments.InvocationConfiguration.Output.WriteLine(line);
        }
    }
}
