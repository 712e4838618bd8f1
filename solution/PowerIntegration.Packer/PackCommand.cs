using System.CommandLine;
using System.Security.Cryptography;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer;

/// <summary>The verb pack.</summary>
internal sealed class PackCommand
{
    private readonly Option<DirectoryInfo> output = new("--out")
    {
        Description = "Folder for the packages.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<bool> managed = new("--managed")
    {
        Description =
            "Write managed packages, for test and production. They hold the unmanaged sources with the managed flag. An environment that already has "
            + "the unmanaged solution refuses them.",
    };

    private readonly Option<FileInfo?> assembly = new Option<FileInfo?>("--assembly")
    {
        Description =
            "Built plug-in assembly (net462). Default: the release build of plugins/PowerIntegration.Plugins, which is built first if it is missing "
            + "or out of date.",
        HelpName = "FILE",
    }.MustExist();

    private readonly Option<bool> noBuild = new("--no-build")
    {
        Description = "Do not build. Use the existing release build of the plug-in assembly, or its debug build if there is no release build.",
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
            "Verify, then write one package (zip) for each solution, named with and without its version, and the rows that ship with them. "
                + "The same sources always give the same bytes."
        )
        {
            pack.output,
            pack.managed,
            pack.assembly,
            pack.noBuild,
            repository.Folder,
        }
            .WithExamples(
                "dotnet run --project solution/PowerIntegration.Packer -- pack --out artifacts",
                "dotnet run --project solution/PowerIntegration.Packer -- pack --out artifacts --managed",
                "dotnet run --project solution/PowerIntegration.Packer -- pack --folder contoso --out artifacts"
            )
            .Does(pack.Pack);
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

    private byte[]? AssemblyBytes(ParseResult arguments)
    {
        byte[]? bytes = arguments.GetValue(assembly) is { } file
            ? File.ReadAllBytes(file.FullName)
            : new PluginBuild(repository.RootOf(arguments), run, line => VerbRun.Print(arguments, line)).Assembly(!arguments.GetValue(noBuild));
        if (bytes is not null)
        {
            // No assembly can hold its own hash: whoever publishes the release publishes this line with it.
            VerbRun.Print(
                arguments,
                $"The plug-in assembly has the hash {Convert.ToHexStringLower(SHA256.HashData(bytes))}. A controller accepts the release by it."
            );
        }

        return bytes;
    }
}
