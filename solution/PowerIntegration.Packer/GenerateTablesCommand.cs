using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Generation.Tables;

namespace PowerIntegration.Packer;

/// <summary>The verb generate tables.</summary>
internal static class GenerateTablesCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository)
    {
        Option<bool> check = GenerateCommand.Check();
        return new Command(
            "tables",
            "Generate the constants for tables and choices in plugins/PowerIntegration.Tables from solution/core. Run it before compiling."
        )
        {
            check,
        }
            .WithExamples(
                "dotnet run --project solution/PowerIntegration.Packer -- generate tables",
                "dotnet run --project solution/PowerIntegration.Packer -- generate tables --check"
            )
            .Does(arguments =>
            {
                string root = repository.RootOf(arguments);
                return GenerateCommand.Run(arguments, root, arguments.GetValue(check), TablesGenerator.Generate(root));
            });
    }
}
