using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Procore;
using PowerIntegration.Local.Seed;
using PowerIntegration.Sandbox.App;
using PowerIntegration.Sandbox.Page;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>The one address a newcomer opens.</summary>
internal static class FrontApplication
{
    /// <summary>The application with the systems on it, not yet listening.</summary>
    public static WebApplication Build(SandboxParts parts, RequestCounter requests, PowerCut cut)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        parts.Port.UseOn(builder.WebHost);
        var app = builder.Build();
        app.Use(requests.CountAsync);
        app.Use(cut.PassAsync);
        app.MapEntra(parts.Issuer);
        app.MapDataverse(parts.Dataverse, parts.Issuer);
        app.MapProcore(parts.Procore);
        app.MapOracle(parts.Oracle);
        return app;
    }

    /// <summary>Adds the app and the pages beside it.</summary>
    public static void MapPages(WebApplication app, SandboxParts parts, HttpClient client, MonthPlayer months, AppSite site)
    {
        var visits = new PageVisits(parts.Seed.Users, parts.Clock);
        app.MapApp(site, visits, months.PlayNext);
        app.MapPage(
            visits,
            new PageApprovals(
                new PageDataverse(client, parts.Root, parts.Issuer),
                parts.Approvals,
                parts.Dataverse.CreateService(ApprovalsService.UserId)
            ),
            parts.Teams,
            parts.CardLibrary
        );
    }
}
