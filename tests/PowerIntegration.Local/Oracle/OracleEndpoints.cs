using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace PowerIntegration.Local.Oracle;

/// <summary>Mounts the simulated pod on an application.</summary>
public static class OracleEndpoints
{
    /// <summary>Maps the token endpoint and the REST root below <c>/oracle</c>; every other path there is refused by name.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="simulator">The pod.</param>
    public static IEndpointRouteBuilder MapOracle(this IEndpointRouteBuilder endpoints, OracleSimulator simulator)
    {
        endpoints.MapPost("/oracle/oauth2/v1/token", simulator.SignIn.AnswerTokenRequestAsync);
        endpoints.Map("/oracle/{**path}", new RestEndpoint(simulator).ServeAsync);
        return endpoints;
    }
}
