using System.CommandLine;
using PowerIntegration.Packer.Generation.Tables;

namespace PowerIntegration.Packer;

/// <summary>The verb generate tables.</summary>
internal static class GenerateTablesCommand
{
    /// <summary>The verb.</summary>
    /// <param name="root">Root of the repository.</param>
    public static Command Create(Option<DirectoryInfo> root)
    {
        Option<bool> check = new("--check") { Description = "Writes nothing; says which files are not current and exits with 1 where one is not." };
        Command command = new("tables", "Makes the constants of tables and choices in plugins/PowerIntegration.Tables from solution/core.") { check };
        command.SetAction(arguments =>
        {
            string folder = arguments.GetValue(root)!.FullName;
            return GenerateCommand.Run(arguments, folder, arguments.GetValue(check), () => TablesGenerator.Generate(folder));
        });
        return command;
    }
}
