using System.CommandLine;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer;

/// <summary>The verb pack.</summary>
internal sealed class PackCommand
{
    private readonly Option<DirectoryInfo> output = new("--out") { Description = "Folder that takes the packages.", Required = true };

    private readonly Option<bool> managed = new("--managed")
    {
        Description =
            "Writes managed packages, for test and production. They are the unmanaged sources with the managed flag; an environment that has the "
            + "unmanaged solution refuses them.",
    };

    private readonly Option<FileInfo?> assembly = new("--assembly")
    {
        Description =
            "Built plug-in assembly (net462). Default: the release build of plugins/PowerIntegration.Plugins, built first where it is missing "
            + "or old.",
    };

    private readonly Option<bool> noBuild = new("--no-build")
    {
        Description = "Never builds: takes the release build of the plug-in assembly, else its debug build, as it is.",
    };

    private readonly RepositorySources repository;
    private readonly RunProgram run;

    private PackCommand(RepositorySources repository, RunProgram run)
    {
        this.repository = repository;
        this.run = run;
    }

    public static Command Create(RepositorySources repository, RunProgram run)
    {
        PackCommand pack = new(repository, run);
        return new Command(
            "pack",
            "Verifies, then writes one package (zip) for each solution, named with and without its version, and the rows that ship beside them. "
                + "The same sources give the same bytes."
        )
        {
            pack.output,
            pack.managed,
            pack.assembly,
            pack.noBuild,
            repository.Folder,
        }.Does(pack.Pack);
    }

    private int Pack(ParseResult arguments)
    {
        string folder = arguments.GetRequiredValue(output).FullName;
        PackageKind kind = arguments.GetValue(managed) ? PackageKind.Managed : PackageKind.Unmanaged;
        IReadOnlyList<string> written = arguments.GetValue(repository.Folder) is { } source
            ? SolutionPacker.Pack([UnpackedSolution.Read(source.FullName)], new PackageInputs(kind), folder)
            : OfRepository(arguments, kind, folder);
        VerbRun.Print(arguments, written);
        VerbRun.Print(
            arguments,
            $"Packed ({(kind == PackageKind.Managed ? "managed" : "unmanaged")}): {VerbRun.Count(written.Count, "file")} in {folder}."
        );
        return VerbRun.Done;
    }

    private IReadOnlyList<string> OfRepository(ParseResult arguments, PackageKind kind, string folder)
    {
        UnpackedSolution[] solutions = repository.Solutions(arguments);
        ShippedRows rows = repository.Rows(arguments);
        RowsPacker.RequireInOrder(rows, solutions);
        PackageInputs inputs = new(kind, repository.Definition(arguments), () => AssemblyBytes(arguments));
        return [.. SolutionPacker.Pack(solutions, inputs, folder), .. RowsPacker.Write(rows, folder)];
    }

    private byte[]? AssemblyBytes(ParseResult arguments) =>
        arguments.GetValue(assembly) is { } file
            ? File.ReadAllBytes(file.FullName)
            : new PluginBuild(repository.RootOf(arguments), run, line => VerbRun.Print(arguments, line)).Assembly(!arguments.GetValue(noBuild));
}
