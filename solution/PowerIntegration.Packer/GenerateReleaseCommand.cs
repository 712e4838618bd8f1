using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Generation.Release;

namespace PowerIntegration.Packer;

/// <summary>The verb generate release.</summary>
internal static class GenerateReleaseCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository)
    {
        Option<bool> check = GenerateCommand.Check();
        return new Command(
            "release",
            "Generate the list of steps, roles and flows that the nightly check compares an environment with. "
                + "Run it after generate registration, and compile again."
        )
        {
            check,
        }
            .WithExamples("dotnet run --project solution/PowerIntegration.Packer -- generate release")
            .Does(arguments =>
            {
                string root = repository.RootOf(arguments);
                return GenerateCommand.Run(arguments, root, arguments.GetValue(check), ReleaseGenerator.Generate(root));
            });
    }
}
