using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Drift;

/// <summary>Keeps the accepted releases: they are recorded by their own command alone, and never change.</summary>
[PluginStep("Create", ReleaseTable.LogicalName, PluginStage.PreOperation)]
[ProtectedTable(ReleaseTable.LogicalName)]
public sealed class ProtectReleases : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        if (call.Context.MessageName != "Create")
        {
            throw new InvalidPluginExecutionException("An accepted release cannot be changed or deleted. Accept the release again instead.");
        }

        if (!call.IsInside(AcceptRelease.Message))
        {
            throw new InvalidPluginExecutionException(
                "An accepted release cannot be entered. Use the command Accept release; it compares the plug-in assembly first."
            );
        }
    }
}
