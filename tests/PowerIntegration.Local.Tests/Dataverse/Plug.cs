using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Tests.Dataverse;

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
