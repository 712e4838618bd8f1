using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Tool.Billing;
using PowerIntegration.Tool.Duplicates;

namespace PowerIntegration.Tool;

/// <summary>The command line: one subcommand for each task on files.</summary>
public static class ToolCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() =>
        new RootCommand("PowerIntegration commands that work on files.") { BillCommand.Create(), CheckDuplicatesCommand.Create() }.WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/switchgear.jsonc",
            "dotnet run --project connector/PowerIntegration.Tool -- check-duplicates --files INVOICES --out RESULT"
        );
}
