using System;
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Sandbox.Tests.Dataverse;

/// <summary>What the fixture's plug-ins do, as written inside each test.</summary>
internal static class Scripts
{
    private static readonly ConcurrentDictionary<string, Action<Plug>> All = new();
    private static int count;

    public static string Add(Action<Plug> script)
    {
        var name = "script" + Interlocked.Increment(ref count);
        All[name] = script;
        return name;
    }

    public static void Put(string name, Action<Plug> script) => All[name] = script;

    public static void Run(string name, IServiceProvider services) => All[name](new Plug(services));
}

/// <summary>A step's plug-in; its unsecure configuration names the script.</summary>
public sealed class ScriptedPlugin : IPlugin
{
    private readonly string script;

    public ScriptedPlugin(string unsecure) => script = unsecure;

    public void Execute(IServiceProvider serviceProvider) => Scripts.Run(script, serviceProvider);
}

/// <summary>A custom API's plug-in; the message names the script.</summary>
public sealed class ScriptedApi : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) =>
        Scripts.Run(((IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!).MessageName, serviceProvider);
}

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

/// <summary>What a plug-in asks its service provider for.</summary>
internal sealed class Plug
{
    public Plug(IServiceProvider services)
    {
        Services = services;
        Context = (IPluginExecutionContext)services.GetService(typeof(IPluginExecutionContext))!;
        Factory = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!;
        Service = Factory.CreateOrganizationService(Context.UserId);
        Trace = (ITracingService)services.GetService(typeof(ITracingService))!;
    }

    public IServiceProvider Services { get; }

    public IPluginExecutionContext Context { get; }

    public IOrganizationServiceFactory Factory { get; }

    public IOrganizationService Service { get; }

    public ITracingService Trace { get; }

    public Entity Target => (Entity)Context.InputParameters["Target"];
}
