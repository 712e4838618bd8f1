using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The page at <c>/</c>. It reads and writes through Dataverse's Web API with the token of the user before it, never around it.</summary>
public static class PageEndpoints
{
    private const int FormBytesMax = 65_536;

    /// <summary>Serves the page.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="users">Who can be chosen.</param>
    /// <param name="documents">The documents behind the page.</param>
    /// <param name="playNextMonth">Bills the next month; gives a sentence about it.</param>
    /// <param name="clock">Time of the sandbox.</param>
    public static void MapPage(
        this IEndpointRouteBuilder routes,
        IReadOnlyList<SandboxUser> users,
        PageDocuments documents,
        Func<string> playNextMonth,
        TimeProvider clock
    )
    {
        var sessions = new PageSessions();
        routes.MapPost(
            "/sign-in",
            async (HttpContext context) =>
            {
                var name = await FieldAsync(context, "user");
                if (users.FirstOrDefault(user => user.Name == name && !user.IsApplication) is not { } user)
                {
                    return Question(users);
                }

                sessions.Start(context.Response, user);
                return Results.Redirect("/");
            }
        );
        routes.MapGet(
            "/",
            async Task<IResult> (HttpContext context) =>
                await ForUser(
                    context,
                    async user =>
                        Html(PageHtml.Documents(user, clock.GetUtcNow(), await documents.ListAsync(user, context.RequestAborted), notice: null))
                )
        );
        routes.MapGet(
            "/documents/{id:guid}",
            (HttpContext context, Guid id) =>
                ForUser(
                    context,
                    async user =>
                        await documents.FindAsync(user, id, context.RequestAborted) is { } document
                            ? Html(PageHtml.Document(user, clock.GetUtcNow(), document))
                            : Html(
                                PageHtml.Problem(user, clock.GetUtcNow(), $"Document {id} was not found, or you do not have access to it."),
                                StatusCodes.Status404NotFound
                            )
                )
        );

        // The address of a record in a model-driven app, as links in approvals have it.
        routes.MapGet(
            "/main.aspx",
            (HttpContext context, string? pagetype, string? etn, Guid? id) =>
                ForUser(
                    context,
                    user =>
                        Task.FromResult(
                            pagetype == "entityrecord" && etn == "pint_document" && id is { } record
                                ? Results.Redirect($"/documents/{record}")
                                : Html(
                                    PageHtml.Problem(user, clock.GetUtcNow(), "This page shows documents only. Open the app for other records."),
                                    StatusCodes.Status404NotFound
                                )
                        )
                )
        );
        routes.MapPost(
            "/documents/{id:guid}/retry",
            (HttpContext context, Guid id) =>
                ForUser(
                    context,
                    async user =>
                    {
                        var refusal = await documents.RetryAsync(user, id, context.RequestAborted);
                        return refusal is null ? Results.Redirect("/") : Html(PageHtml.Problem(user, clock.GetUtcNow(), refusal));
                    }
                )
        );
        routes.MapPost(
            "/documents/{id:guid}/reversal",
            (HttpContext context, Guid id) =>
                ForUser(
                    context,
                    async user =>
                    {
                        var reason = (await FieldAsync(context, "reason")).Trim();
                        var (reversalId, message) = await documents.ReverseAsync(user, id, reason, context.RequestAborted);
                        return reversalId is null
                            ? Html(PageHtml.Problem(user, clock.GetUtcNow(), message))
                            : Results.Redirect("/documents/" + reversalId);
                    }
                )
        );
        routes.MapPost(
            "/months/next",
            async Task<IResult> (HttpContext context) =>
                await ForUser(
                    context,
                    async user =>
                        Html(PageHtml.Documents(user, clock.GetUtcNow(), await documents.ListAsync(user, context.RequestAborted), playNextMonth()))
                )
        );
        routes.MapPost(
            "/sign-out",
            (HttpContext context) =>
            {
                sessions.End(context);
                return Results.Redirect("/");
            }
        );
        routes.MapFallback(() => Question(users, StatusCodes.Status404NotFound));

        async Task<IResult> ForUser(HttpContext context, Func<SandboxUser, Task<IResult>> answer) =>
            sessions.TryFind(context.Request, out var user) ? await answer(user) : Question(users);
    }

    // A form that cannot be read is not one whose field is empty: without a reason, a reversal is confirmed.
    private static async Task<string> FieldAsync(HttpContext context, string name)
    {
        try
        {
            var body = await RequestBody.ReadAsync(context, FormBytesMax) ?? throw new InvalidDataException("it is too large.");
            return FormBody.Parse(context.Request.ContentType, body).GetValueOrDefault(name, "");
        }
        catch (InvalidDataException malformed)
        {
            throw new BadHttpRequestException("The form cannot be read: " + malformed.Message, malformed);
        }
    }

    private static IResult Question(IReadOnlyList<SandboxUser> users, int statusCode = StatusCodes.Status200OK) =>
        Html(PageHtml.Question(users), statusCode);

    private static IResult Html(string html, int statusCode = StatusCodes.Status200OK) =>
        Results.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8, statusCode);
}
