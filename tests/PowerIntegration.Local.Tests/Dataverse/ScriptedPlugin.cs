using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>A step's plug-in; its unsecure configuration names the script.</summary>
public sealed class ScriptedPlugin : IPlugin
{
    private readonly string script;

    public ScriptedPlugin(string unsecure) => script = unsecure;

    public void Execute(IServiceProvider serviceProvider) => Scripts.Run(script, serviceProvider);
}
