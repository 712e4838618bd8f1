using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Tool.Billing;

namespace PowerIntegration.Tool;

/// <summary>The command line: one subcommand for each thing that people do with files.</summary>
public static class ToolCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() =>
        new RootCommand("PowerIntegration's commands for people who check how a contract is billed.") { BillCommand.Create() }.WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/switchgear.jsonc"
        );
}
