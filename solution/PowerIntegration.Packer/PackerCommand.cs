using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Packing;

namespace PowerIntegration.Packer;

/// <summary>The command line: one class for each verb; this one puts them together.</summary>
public static class PackerCommand
{
    private const string Description = """
        Verify, pack and unpack PowerIntegration's Dataverse solutions, and generate the files that are derived from others.

        Exit codes: 0 done, no findings; 1 refused, each finding printed with its file; 2 the command line, a file or a folder is wrong.
        """;

    /// <summary>The command with its verbs.</summary>
    public static RootCommand Create() => Create(ProgramRunner.Run);

    /// <summary>The command with its verbs.</summary>
    /// <param name="run">Runs the program that builds the plug-in assembly.</param>
    public static RootCommand Create(RunProgram run)
    {
        RepositorySources repository = new();
        return new RootCommand(Description)
        {
            repository.Root,
            VerifyCommand.Create(repository),
            PackCommand.Create(repository, run),
            UnpackCommand.Create(),
            GenerateCommand.Create(repository),
        }.WithExamples(
            "dotnet run --project solution/PowerIntegration.Packer -- verify",
            "dotnet run --project solution/PowerIntegration.Packer -- pack --out artifacts",
            "dotnet run --project solution/PowerIntegration.Packer -- generate tables --check"
        );
    }
}
