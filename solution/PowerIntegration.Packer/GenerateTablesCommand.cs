using System.CommandLine;
using PowerIntegration.Packer.Generation.Tables;

namespace PowerIntegration.Packer;

/// <summary>The verb generate tables.</summary>
internal static class GenerateTablesCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository)
    {
        Option<bool> check = GenerateCommand.Check();
        return new Command("tables", "Makes the constants of tables and choices in plugins/PowerIntegration.Tables from solution/core.")
        {
            check,
        }.Does(arguments =>
        {
            string root = repository.RootOf(arguments);
            return GenerateCommand.Run(arguments, root, arguments.GetValue(check), TablesGenerator.Generate(root));
        });
    }
}
