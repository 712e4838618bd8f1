using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Callers;

namespace PowerIntegration.Gateway.Anchors;

/// <summary>The operation that anchors hashes. It takes nothing: which rows are new is read from Dataverse.</summary>
internal static class AnchorEndpoints
{
    public static void MapAnchors(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/anchors", AnchorAsync).RequireAuthorization(GatewayPolicies.Submit).WithName("AnchorHashes");

    public static IServiceCollection AddAnchors(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<AnchorHealth>("anchors");
        return services.AddSingleton<IAnchorStore, AnchorFile>().AddScoped<Anchoring>();
    }

    private static Task<AnchoredHashes> AnchorAsync(Anchoring anchoring, CancellationToken cancellationToken) =>
        anchoring.AnchorAsync(cancellationToken);
}
