using System.CommandLine;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;

namespace PowerIntegration.Packer;

/// <summary>The verb generate: makes what can be derived, or says what is not current.</summary>
internal static class GenerateCommand
{
    private const string Description = """
        Makes the files that can be derived from others. They are checked in; a test says when one is not current.

        tables        From the tables and choices of solution/core: the constants in plugins/PowerIntegration.Tables. Run it before compiling.
        registration  From the attributes on the plug-in classes: custom APIs, steps and plug-in types of solution/core, and from connector/definition
                      the solution's copy of the connector. Run it after compiling.

        Example, after a column was added to a table that is protected:
          dotnet run --project solution/PowerIntegration.Packer -- generate tables
          dotnet build plugins/PowerIntegration.Plugins
          dotnet run --project solution/PowerIntegration.Packer -- generate registration
        """;

    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository) =>
        new("generate", Description) { GenerateTablesCommand.Create(repository), GenerateRegistrationCommand.Create(repository) };

    /// <summary>The option that only looks.</summary>
    public static Option<bool> Check() =>
        new("--check") { Description = "Writes nothing; says which files are not current and exits with 1 where one is not." };

    /// <summary>Writes the files below the root, or says which of them are not current.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ParseResult arguments, string root, bool check, GeneratedFiles files)
    {
        if (check)
        {
            IReadOnlyList<Finding> differences = files.Differences(root);
            VerbRun.Print(arguments, differences.Select(difference => difference.ToString()));
            VerbRun.Print(arguments, differences.Count == 0 ? "All files are current." : $"{differences.Count} not current.");
            return differences.Count == 0 ? VerbRun.Done : VerbRun.Refused;
        }

        IReadOnlyList<string> written = files.Write(root);
        VerbRun.Print(arguments, written);
        VerbRun.Print(arguments, $"{VerbRun.Count(files.Files.Count, "file")} generated, {written.Count} changed.");
        return VerbRun.Done;
    }
}
