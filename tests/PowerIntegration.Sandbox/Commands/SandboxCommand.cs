using System.CommandLine;

namespace PowerIntegration.Sandbox.Commands;

/// <summary>The command line: one subcommand for each thing that the sandbox does.</summary>
public static class SandboxCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() =>
        new(
            "PowerIntegration's sandbox: the shipped solutions, flows, connector and plug-ins on one machine, with Procore and Oracle "
                + "Fusion beside them."
        )
        {
            AuditCommand.Create(),
            DemoCommand.Create(),
            ServeCommand.Create(),
            TokenCommand.Create(),
        };
}
