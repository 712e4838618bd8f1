using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;

namespace PowerIntegration.Gateway.Jobs;

/// <summary>The operation that goes on with runs. Which runs there are is decided from their rows.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/runs/continue", ContinueAsync).RequireAuthorization(GatewayPolicies.Read).WithName("ContinueRuns");

    public static IServiceCollection AddRuns(this IServiceCollection services) => services.AddScoped<Runs>();

    private static Task<ContinuedRuns> ContinueAsync(Runs runs, CancellationToken cancellationToken) => runs.ContinueAsync(cancellationToken);
}
