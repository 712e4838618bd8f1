using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Dataverse.WebApi;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Local.Dataverse;

/// <summary>Puts the Web API on a web server.</summary>
public static class DataverseEndpoints
{
    /// <summary>Serves <c>/api/data/v9.2/</c>.</summary>
    /// <param name="endpoints">The web application.</param>
    /// <param name="dataverse">Whose rows.</param>
    /// <param name="issuer">Who checks the tokens.</param>
    public static IEndpointConventionBuilder MapDataverse(this IEndpointRouteBuilder endpoints, LocalDataverse dataverse, EntraIssuer issuer) =>
        endpoints.Map(WebApiHandler.Root + "/{**path}", dataverse.CreateHandler(issuer).HandleAsync);
}
