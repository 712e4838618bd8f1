using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Teams;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The page at <c>/teams</c>: what was posted to the signed-in person, and to no one else.</summary>
internal static class TeamsEndpoints
{
    /// <summary>Serves the page.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="visits">Who visits.</param>
    /// <param name="teams">What was posted.</param>
    /// <param name="cardLibrary">File of the library that draws cards; it need not exist, and may come while the sandbox runs.</param>
    public static void MapTeams(this IEndpointRouteBuilder routes, PageVisits visits, TeamsService teams, string cardLibrary)
    {
        routes.MapGet(
            "/teams",
            Task<IResult> (HttpContext context) =>
                visits.ForUserAsync(
                    context,
                    user => Task.FromResult<IResult>(new PageResult(TeamsHtml.Page(user, visits.Now, PostedTo(user), File.Exists(cardLibrary))))
                )
        );

        // Where a post says that it is shown.
        routes.MapGet(
            "/teams/messages/{id}",
            (HttpContext context, string id) =>
                visits.ForUserAsync(
                    context,
                    user =>
                        Task.FromResult(
                            PostedTo(user).Any(message => message.Id == id)
                                ? Results.Redirect($"/teams#message-{id}")
                                : visits.Problem(
                                    user,
                                    PagePlace.Teams,
                                    "This message was not posted to you, or it does not exist. Open one from your chat.",
                                    StatusCodes.Status404NotFound
                                )
                        )
                )
        );
        routes.MapGet("/teams.js", () => Results.Text(TeamsScript.Text, MediaTypeNames.Text.JavaScript));
        routes.MapGet(
            "/adaptivecards.js",
            () => File.Exists(cardLibrary) ? Results.File(cardLibrary, MediaTypeNames.Text.JavaScript) : Results.NotFound()
        );

        IReadOnlyList<PostedMessage> PostedTo(SandboxUser user) =>
            [.. teams.Posted.Where(message => string.Equals(message.Recipient, user.Email, StringComparison.OrdinalIgnoreCase)).Reverse()];
    }
}
