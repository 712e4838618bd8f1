using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>What the platform hands to a plug-in.</summary>
internal sealed class FakeServices(IPluginExecutionContext context, IOrganizationServiceFactory factory) : IServiceProvider, ITracingService
{
    public List<string> Traces { get; } = [];

    public object? GetService(Type serviceType) =>
        serviceType switch
        {
            _ when serviceType == typeof(IPluginExecutionContext) => context,
            _ when serviceType == typeof(IOrganizationServiceFactory) => factory,
            _ when serviceType == typeof(ITracingService) => this,
            _ => null,
        };

    public void Trace(string format, params object[] args) => Traces.Add(string.Format(CultureInfo.InvariantCulture, format, args));
}
