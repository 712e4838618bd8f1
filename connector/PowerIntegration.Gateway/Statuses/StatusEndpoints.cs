using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;

namespace PowerIntegration.Gateway.Statuses;

/// <summary>The operation that follows posted documents in Oracle. Which documents are looked up is decided from their rows.</summary>
internal static class StatusEndpoints
{
    public static void MapStatuses(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/oracle/statuses/refresh", RefreshAsync).RequireAuthorization(GatewayPolicies.Read).WithName("RefreshOracleStatuses");

    public static IServiceCollection AddStatuses(this IServiceCollection services) => services.AddScoped<StatusRefresh>();

    private static Task<RefreshedStatuses> RefreshAsync(StatusRefresh refresh, CancellationToken cancellationToken) =>
        refresh.RefreshAsync(cancellationToken);
}
