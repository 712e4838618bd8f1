using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;

namespace PowerIntegration.Packer;

/// <summary>The verb generate: makes what can be derived, or says what is not current.</summary>
internal static class GenerateCommand
{
    private const string Description = """
        Generate the files that are derived from others. They are checked in, and a test fails if one is out of date.
        After a column was added to a table: generate tables, build plugins/PowerIntegration.Plugins, generate registration.
        After that, or after a change of a role or a flow: generate release, and build again.
        After a column, a choice or a file of solution/app changed: generate app.
        """;

    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository) =>
        new Command("generate", Description)
        {
            GenerateTablesCommand.Create(repository),
            GenerateAppCommand.Create(repository),
            GenerateRegistrationCommand.Create(repository),
            GenerateReleaseCommand.Create(repository),
        }.WithExamples(
            "dotnet run --project solution/PowerIntegration.Packer -- generate tables",
            "dotnet build plugins/PowerIntegration.Plugins",
            "dotnet run --project solution/PowerIntegration.Packer -- generate registration",
            "dotnet run --project solution/PowerIntegration.Packer -- generate release"
        );

    /// <summary>The option that only looks.</summary>
    public static Option<bool> Check() =>
        new("--check") { Description = "Write nothing. List the files that are out of date, and exit with code 1 if there is one." };

    /// <summary>Writes the files below the root, or says which of them are not current.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ParseResult arguments, string root, bool check, GeneratedFiles files)
    {
        if (check)
        {
            IReadOnlyList<Finding> differences = files.Differences(root);
            VerbRun.Print(arguments, differences.Select(difference => difference.ToString()));
            VerbRun.Print(
                arguments,
                differences.Count == 0 ? "All files are up to date." : $"{VerbRun.Count(differences.Count, "file")} out of date."
            );
            return differences.Count == 0 ? VerbRun.Done : VerbRun.Refused;
        }

        IReadOnlyList<string> written = files.Write(root);
        VerbRun.Print(arguments, written);
        VerbRun.Print(arguments, $"{VerbRun.Count(files.Files.Count, "file")} generated, {written.Count} changed.");
        return VerbRun.Done;
    }
}
