using System.CommandLine;
using PowerIntegration.CommandLine;

namespace PowerIntegration.Sandbox.Commands;

/// <summary>The command line: one subcommand for each thing that the sandbox does.</summary>
public static class SandboxCommand
{
    /// <summary>The root command with its subcommands.</summary>
    public static RootCommand Create() =>
        new RootCommand(
            "PowerIntegration's sandbox: the solutions, flows, connector and plug-ins that ship, running on this machine with a local Procore and "
                + "a local Oracle Fusion. Start with demo."
        )
        {
            AttackCommand.Create(),
            AuditCommand.Create(),
            ChangeOrderAuditCommand.Create(),
            DemoCommand.Create(),
            MeasureCommand.Create(),
            ServeCommand.Create(),
            TokenCommand.Create(),
        }.WithExamples(
            "dotnet run --project tests/PowerIntegration.Sandbox -- demo",
            "dotnet run --project tests/PowerIntegration.Sandbox -- serve --months 3"
        );
}
