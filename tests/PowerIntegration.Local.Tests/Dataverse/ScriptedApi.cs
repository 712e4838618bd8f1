using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>A custom API's plug-in; the message names the script.</summary>
public sealed class ScriptedApi : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) =>
        Scripts.Run(((IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!).MessageName, serviceProvider);
}
