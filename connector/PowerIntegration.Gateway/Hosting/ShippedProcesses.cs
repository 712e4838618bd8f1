using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>The processes that the gateway serves: the one place of the gateway that names them.</summary>
internal static class ShippedProcesses
{
    /// <summary>Registers their services.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services.AddSubcontractorInvoices();
}
