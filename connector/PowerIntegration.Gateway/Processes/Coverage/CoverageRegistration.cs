using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Jobs;

namespace PowerIntegration.Gateway.Processes.Coverage;

/// <summary>Registers the coverage proof.</summary>
internal static class CoverageRegistration
{
    public static IServiceCollection AddCoverage(this IServiceCollection services) => services.AddScoped<CoverageReading>().AddScoped<IRun, CoverageRun>();
}
