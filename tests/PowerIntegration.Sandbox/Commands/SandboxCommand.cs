using System.CommandLine;

namespace PowerIntegration.Sandbox.Commands;

/// <summary>The command line: <c>demo</c>, <c>serve</c> and <c>token</c>.</summary>
public static class SandboxCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() => new(
        "PowerIntegration's sandbox: the shipped solutions, flows, connector and plug-ins on one machine, with Procore and Oracle Fusion beside them.")
    {
        DemoCommand.Create(),
        ServeCommand.Create(),
        TokenCommand.Create(),
    };
}
