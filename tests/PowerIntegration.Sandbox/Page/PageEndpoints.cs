using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Teams;

namespace PowerIntegration.Sandbox.Page;

/// <summary>
/// The pages beside the app: signing in, approvals, Teams. They read and write through Dataverse's Web API with the token of the user before it,
/// never around it.
/// </summary>
internal static class PageEndpoints
{
    /// <summary>Serves the page.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="visits">Who visits.</param>
    /// <param name="approvals">The approvals behind the page.</param>
    /// <param name="teams">What was posted in Teams.</param>
    /// <param name="cardLibrary">File of the library that draws cards; it need not exist.</param>
    public static void MapPage(this IEndpointRouteBuilder routes, PageVisits visits, PageApprovals approvals, TeamsService teams, string cardLibrary)
    {
        routes.MapPost("/sign-in", Task<IResult> (HttpContext context) => visits.SignInAsync(context));
        routes.MapPost("/sign-out", visits.SignOut);
        routes.MapGet(
            "/",
            Task<IResult> (HttpContext context) => visits.ForUserAsync(context, _ => Task.FromResult<IResult>(Results.Redirect("/app")))
        );
        routes.MapApprovals(visits, approvals);
        routes.MapTeams(visits, teams, cardLibrary);
        routes.MapFallback((HttpContext context) => visits.Question(context, StatusCodes.Status404NotFound));
    }
}
