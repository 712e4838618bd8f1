using System.CommandLine;
using PowerIntegration.Packer.Packing;

namespace PowerIntegration.Packer;

/// <summary>The command line: one class for each verb; this one puts them together.</summary>
public static class PackerCommand
{
    private const string Description = """
        Checks, packs and unpacks the Dataverse solutions of PowerIntegration, and generates what can be derived.

        Examples, from the root of the repository:
          dotnet run --project solution/PowerIntegration.Packer -- verify
          dotnet run --project solution/PowerIntegration.Packer -- pack --out artifacts
          dotnet run --project solution/PowerIntegration.Packer -- pack --out artifacts --managed
          dotnet run --project solution/PowerIntegration.Packer -- unpack Contoso_1_0_0_0.zip --out contoso
          dotnet run --project solution/PowerIntegration.Packer -- pack --folder contoso --out artifacts

        Exit codes: 0 all is in order and done; 1 something was refused, and each finding was printed with its file.
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
        };
    }
}
