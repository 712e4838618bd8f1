using System.CommandLine;
using PowerIntegration.Tool.Billing;

namespace PowerIntegration.Tool;

/// <summary>The command line: one subcommand for each thing that people do with files.</summary>
public static class ToolCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() => new("Commands of PowerIntegration for people who check a contract's billing.") { BillCommand.Create() };
}
