using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>Registers the gateway's memory.</summary>
internal static class DataverseRegistration
{
    public static IServiceCollection AddDataverse(this IServiceCollection services)
    {
        services.AddResiliencePipeline(
            DataversePipeline.Name,
            (builder, context) => DataversePipeline.Configure(builder, context.ServiceProvider.GetRequiredService<TimeProvider>())
        );
        services.AddSingleton<DataverseConnection>();
        services.AddScoped<IDataverseStore, DataverseStore>();
        services.AddScoped<EnvironmentPin>();
        return services;
    }
}
