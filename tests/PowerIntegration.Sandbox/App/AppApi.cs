using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Requests;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Requests;
using PowerIntegration.Sandbox.Page;

namespace PowerIntegration.Sandbox.App;

/// <summary>
/// The Web API for the scripts of the app's pages, at <c>/app/api</c>: with the token of the signed-in person, and only for pages of this site. A
/// page
/// proves that it is one by the key of its session, which no other site can read.
/// </summary>
internal static class AppApi
{
    /// <summary>Header that carries the key.</summary>
    public const string KeyHeader = "X-Page-Key";

    private const string Root = "/app/api";
    private const int BytesMax = 1_048_576;

    /// <summary>Serves the calls.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="site">The app.</param>
    /// <param name="visits">Who visits.</param>
    public static void MapAppApi(this IEndpointRouteBuilder routes, AppSite site, PageVisits visits)
    {
        routes.MapPost(
            Root + "/actions/{name}",
            Task<IResult> (HttpContext context, string name) => Ask(context, visit => Act(context, visit, name))
        );
        routes.MapGet(
            Root + "/rows/{table}",
            Task<IResult> (HttpContext context, string table) =>
                Ask(context, visit => Send(context, visit, HttpMethod.Get, table, set => set + context.Request.QueryString))
        );
        routes.MapGet(
            Root + "/rows/{table}/{id:guid}",
            Task<IResult> (HttpContext context, string table, Guid id) =>
                Ask(context, visit => Send(context, visit, HttpMethod.Get, table, set => $"{set}({id}){context.Request.QueryString}"))
        );
        routes.MapPatch(
            Root + "/rows/{table}/{id:guid}",
            Task<IResult> (HttpContext context, string table, Guid id) =>
                Ask(context, visit => Send(context, visit, HttpMethod.Patch, table, set => $"{set}({id})"))
        );

        async Task<IResult> Ask(HttpContext context, Func<AppVisit, Task<IResult>> answer) =>
            !visits.TryFind(context.Request, out var user)
                ? Refused(StatusCodes.Status401Unauthorized, "You are signed out. Sign in again in another tab, then try again.")
            : !visits.IsKey(context.Request, context.Request.Headers[KeyHeader].ToString()) || !IsOwn(context.Request)
                ? Refused(StatusCodes.Status403Forbidden, "The page is from another session. Reload it, then try again.")
            : await answer(await VisitAsync(context, user));

        Task<AppVisit> VisitAsync(HttpContext context, SandboxUser user) => site.VisitAsync(user, context.RequestAborted);
    }

    // Browsers say from where a request comes; what is not one has no such header, and has to have the key.
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    private static async Task<IResult> Act(HttpContext context, AppVisit visit, string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? await SendAsync(context, visit, HttpMethod.Post, name)
            : Refused(StatusCodes.Status404NotFound, $"'{name}' is not the name of a custom API.");

    private static async Task<IResult> Send(HttpContext context, AppVisit visit, HttpMethod method, string table, Func<string, string> path) =>
        visit.Catalog.Find(table) is { } found
            ? await SendAsync(context, visit, method, path(found.Set))
            : Refused(StatusCodes.Status404NotFound, $"The table '{table}' does not exist.");

    private static async Task<IResult> SendAsync(HttpContext context, AppVisit visit, HttpMethod method, string path)
    {
        JsonObject? body = null;
        if (method != HttpMethod.Get)
        {
            try
            {
                var bytes = await RequestBody.ReadAsync(context, BytesMax) ?? throw new InvalidDataException("it is too large.");
                body = JsonNode.Parse(bytes)?.AsObject() ?? throw new InvalidDataException("it is empty.");
            }
            catch (Exception malformed) when (malformed is InvalidDataException or JsonException or InvalidOperationException)
            {
                return Refused(StatusCodes.Status400BadRequest, "The request cannot be read: " + malformed.Message);
            }
        }

        return Answer(await visit.Dataverse.SendAsync(method, path, body, null, visit.Cancellation));
    }

    private static IResult Answer(AppAnswer answer) =>
        answer.Body is null && answer.IsGood
            ? Results.StatusCode(StatusCodes.Status204NoContent)
            : Results.Text((answer.Body ?? Error(answer.Sentence)).ToJsonString(), "application/json", Encoding.UTF8, answer.Status);

    private static IResult Refused(int status, string sentence) =>
        Results.Text(Error(sentence).ToJsonString(), "application/json", Encoding.UTF8, status);

    private static JsonObject Error(string sentence) =>
        new()
        {
            ["error"] = new JsonObject { ["code"] = "", ["message"] = sentence },
        };
}
