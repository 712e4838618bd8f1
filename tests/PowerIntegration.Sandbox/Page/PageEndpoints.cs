using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Teams;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The pages beside the app: documents, approvals, Teams. They read and write through Dataverse's Web API with the token of the user before it, never around it.</summary>
internal static class PageEndpoints
{
    /// <summary>Serves the page.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="visits">Who visits.</param>
    /// <param name="documents">The documents behind the page.</param>
    /// <param name="approvals">The approvals behind the page.</param>
    /// <param name="teams">What was posted in Teams.</param>
    /// <param name="cardLibrary">File of the library that draws cards; it need not exist.</param>
    public static void MapPage(
        this IEndpointRouteBuilder routes,
        PageVisits visits,
        PageDocuments documents,
        PageApprovals approvals,
        TeamsService teams,
        string cardLibrary
    )
    {
        routes.MapPost("/sign-in", Task<IResult> (HttpContext context) => visits.SignInAsync(context));
        routes.MapPost("/sign-out", visits.SignOut);
        routes.MapList(visits, documents);
        routes.MapDocument(visits, documents, approvals);
        routes.MapApprovals(visits, approvals);
        routes.MapTeams(visits, teams, cardLibrary);
        routes.MapFallback((HttpContext context) => visits.Question(context, StatusCodes.Status404NotFound));
    }

    private static void MapList(this IEndpointRouteBuilder routes, PageVisits visits, PageDocuments documents)
    {
        routes.MapGet("/", Task<IResult> (HttpContext context) => visits.ForUserAsync(context, _ => Task.FromResult(Results.Redirect("/app"))));
        routes.MapGet("/documents", Task<IResult> (HttpContext context) => visits.ForUserAsync(context, user => ListAsync(context, user, notice: null)));
        async Task<IResult> ListAsync(HttpContext context, SandboxUser user, string? notice) =>
            new PageResult(PageHtml.Documents(user, visits.Now, await documents.ListAsync(user, context.RequestAborted), notice));
    }

    private static void MapDocument(this IEndpointRouteBuilder routes, PageVisits visits, PageDocuments documents, PageApprovals approvals)
    {
        routes.MapGet(
            "/documents/{id:guid}",
            (HttpContext context, Guid id) =>
                visits.ForUserAsync(
                    context,
                    async user =>
                        await documents.FindAsync(user, id, context.RequestAborted) is { } document
                            ? new PageResult(
                                PageHtml.Document(user, visits.Now, document, await approvals.OfDocumentAsync(user, id, context.RequestAborted))
                            )
                            : NotFound(user, $"Document {id} was not found, or you do not have access to it.")
                )
        );

        routes.MapPost(
            "/documents/{id:guid}/retry",
            (HttpContext context, Guid id) =>
                visits.ForUserAsync(
                    context,
                    async user =>
                        await documents.RetryAsync(user, id, context.RequestAborted) is { } refusal
                            ? visits.Problem(user, PagePlace.Documents, refusal)
                            : Results.Redirect("/documents")
                )
        );
        routes.MapPost(
            "/documents/{id:guid}/reversal",
            (HttpContext context, Guid id) =>
                visits.ForUserAsync(
                    context,
                    async user =>
                    {
                        var reason = (await PageForm.ReadAsync(context)).GetValueOrDefault("reason", "").Trim();
                        var (reversalId, message) = await documents.ReverseAsync(user, id, reason, context.RequestAborted);
                        return reversalId is null ? visits.Problem(user, PagePlace.Documents, message) : Results.Redirect("/documents/" + reversalId);
                    }
                )
        );

        IResult NotFound(SandboxUser user, string sentence) => visits.Problem(user, PagePlace.Documents, sentence, StatusCodes.Status404NotFound);
    }
}
