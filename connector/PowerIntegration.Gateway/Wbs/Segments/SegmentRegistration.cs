using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Procore;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>What sends tasks to Procore.</summary>
internal static class SegmentRegistration
{
    public static IServiceCollection AddSegments(this IServiceCollection services) =>
        services.AddScoped<ProcoreSegments>().AddScoped<CodePush>().AddScoped<PushSentinel>().AddScoped<IRun, SegmentPush>();
}
