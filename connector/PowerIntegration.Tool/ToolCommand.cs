using System.CommandLine;
using PowerIntegration.Tool.Billing;

namespace PowerIntegration.Tool;

/// <summary>The command line: one subcommand for each task on files.</summary>
public static class ToolCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() => new("PowerIntegration commands that work on files.") { BillCommand.Create() };
}
