using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Connection;

/// <summary>Tells a caller which pair of systems a connection reaches.</summary>
internal static class ConnectionEndpoints
{
    public static void MapConnection(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/connection", Describe).RequireAuthorization(GatewayPolicies.Read).WithName("TestConnection");

    private static ConnectionDescription Describe(
        ClaimsPrincipal caller,
        IOptions<GatewayOptions> gateway,
        IOptions<ProcoreOptions> procore,
        IOptions<OracleOptions> oracle
    ) =>
        new(gateway.Value.Environment, procore.Value.CompanyId, oracle.Value.Pod, [.. caller.FindAll(Caller.RoleClaim).Select(claim => claim.Value)]);
}
