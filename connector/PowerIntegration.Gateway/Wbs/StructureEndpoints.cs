using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Wbs.Amounts;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>The operation that keeps the structures of both systems current, and the proof that they fit.</summary>
internal static class StructureEndpoints
{
    public static void MapStructures(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/structures/refresh", RefreshAsync)
            .RequireAuthorization(GatewayPolicies.Read)
            .WithName("RefreshStructures")
            .LimitedBy(CallerLimits.Detect);

    public static IServiceCollection AddStructures(this IServiceCollection services) =>
        services
            .AddScoped<StructureRefresh>()
            .AddScoped<MirroredRows>()
            .AddScoped<OraclePeriods>()
            .AddScoped<PayablesSetups>()
            .AddScoped<PeriodRefresh>()
            .AddScoped<CatalogRefresh>()
            .AddScoped<TaskRefresh>()
            .AddScoped<ControlRefresh>()
            .AddScoped<CommittedAmounts>()
            .AddScoped<BilledAmounts>()
            .AddScoped<BudgetAmounts>()
            .AddScoped<DirectCostAmounts>()
            .AddScoped<CodeAmounts>()
            .AddScoped<OpenWork>()
            .AddScoped<CoverageReading>()
            .AddScoped<IRun, CoverageRun>();

    private static Task<RefreshedStructures> RefreshAsync(StructureRefresh refresh, CancellationToken cancellationToken) =>
        refresh.RefreshAsync(cancellationToken);
}
