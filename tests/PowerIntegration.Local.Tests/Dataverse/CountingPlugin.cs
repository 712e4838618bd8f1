using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>Has state, as no plug-in should: the tests see by it which instance ran.</summary>
public sealed class CountingPlugin : IPlugin
{
    private readonly string unsecure;
    private readonly string? secure;
    private int executions;

    public CountingPlugin(string unsecure, string secure)
    {
        this.unsecure = unsecure;
        this.secure = secure;
    }

    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var target = (Entity)context.InputParameters["Target"];
        target["cts_note"] = $"{unsecure}|{secure ?? "none"}|{Interlocked.Increment(ref executions)}";
    }
}
