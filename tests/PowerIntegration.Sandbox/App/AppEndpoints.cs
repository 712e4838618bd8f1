using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Dashboards;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Lists;
using PowerIntegration.Sandbox.App.Records;
using PowerIntegration.Sandbox.Page;

namespace PowerIntegration.Sandbox.App;

/// <summary>The app's addresses: <c>/app</c>, and <c>/main.aspx</c> as the product has it.</summary>
internal static class AppEndpoints
{
    private const string Year = "public, max-age=31536000, immutable";

    /// <summary>Serves the app.</summary>
    /// <param name="routes">The front application.</param>
    /// <param name="site">The app.</param>
    /// <param name="visits">Who visits.</param>
    /// <param name="playNextMonth">Bills the next month; gives a sentence about it.</param>
    public static void MapApp(this IEndpointRouteBuilder routes, AppSite site, PageVisits visits, Func<string> playNextMonth)
    {
        routes.MapGet("/app", Task<IResult> (HttpContext context) => AsUserAsync(context, HomeAsync));
        routes.MapGet("/main.aspx", Task<IResult> (HttpContext context) => AsUserAsync(context, visit => ShowAsync(visit, context.Request.Query)));
        routes.MapPost(
            "/main.aspx",
            Task<IResult> (HttpContext context) =>
                AsUserAsync(context, async visit => await RecordAnswers.SaveAsync(visit, context.Request.Query, await PageForm.ReadAsync(context)))
        );
        routes.MapPost("/months/next", Task<IResult> (HttpContext context) => AsUserAsync(context, visit => BilledAsync(visit, playNextMonth())));
        routes.MapGet(
            "/app/lookup",
            Task<IResult> (HttpContext context) => AsUserAsync(context, visit => RecordAnswers.SearchAsync(visit, context.Request.Query))
        );
        routes.MapAppApi(site, visits);
        routes.MapWebResources(site);
        routes.MapGet("/app/assets/{name}", (HttpContext context, string name) => Asset(context, name));

        Task<IResult> AsUserAsync(HttpContext context, Func<AppVisit, Task<IResult>> answer) =>
            visits.ForUserAsync(context, async user => await VisitAsync(user, context, answer));

        async Task<IResult> VisitAsync(SandboxUser user, HttpContext context, Func<AppVisit, Task<IResult>> answer) =>
            await OpenedAsync((await site.VisitAsync(user, context.RequestAborted)) with { PageKey = visits.KeyOf(context.Request) }, answer);
    }

    private static Task<IResult> OpenedAsync(AppVisit visit, Func<AppVisit, Task<IResult>> answer) =>
        visit.App.Module is { Roles.Count: > 0 } module && !visit.Access.IsIn(module.Roles)
            ? ProblemAsync(visit, "Your security roles do not include this app. Ask the administrator for a role that does.")
            : answer(visit);

    private static async Task<IResult> HomeAsync(AppVisit visit) =>
        ShellModel.Navigation(visit).SelectMany(area => area.Groups).SelectMany(group => group.Links).FirstOrDefault() is { } first
            ? Results.Redirect(first.Address)
            : await ProblemAsync(
                visit,
                visit.App.SiteMap.Areas.Count == 0
                    ? "The loaded solutions have no app with a site map."
                    : "Your security roles do not let you read anything in this app. Ask the administrator for a role that does."
            );

    private static Task<IResult> ShowAsync(AppVisit visit, IQueryCollection options) =>
        options["pagetype"].ToString() switch
        {
            "entitylist" => ListReader.AnswerAsync(visit, options),
            "entityrecord" => RecordAnswers.ShowAsync(visit, options),
            "dashboard" => DashboardReader.AnswerAsync(visit, options),
            "" => HomeAsync(visit),
            var other => ProblemAsync(visit, $"Pages of type \"{other}\" are not part of this app. Check the link."),
        };

    private static Task<IResult> ProblemAsync(AppVisit visit, string sentence)
    {
        var nonce = AppPages.Nonce();
        return AppPages.DrawAsync<ProblemPage>(
            new ProblemModel(ShellModel.Of(visit, "Page not found", nonce), sentence),
            nonce,
            StatusCodes.Status404NotFound
        );
    }

    private static Task<IResult> BilledAsync(AppVisit visit, string sentence)
    {
        var nonce = AppPages.Nonce();
        return AppPages.DrawAsync<ProblemPage>(
            new ProblemModel(ShellModel.Of(visit, "Billing in Procore", nonce), sentence) { IsGood = true },
            nonce
        );
    }

    private static IResult Asset(HttpContext context, string name)
    {
        if (AppAssets.Find(name) is not { } content)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = Year;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(content, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript");
    }
}
