using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.App;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Page;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The app served once more beside a sandbox: with other files, for other people, or with what Dataverse answers changed.</summary>
internal sealed class AppHost : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly HttpClient client;

    private AppHost(WebApplication host, HttpClient client, AppSite site)
    {
        this.host = host;
        this.client = client;
        Site = site;
    }

    /// <summary>The app.</summary>
    public AppSite Site { get; }

    /// <summary>Its root, without a trailing slash.</summary>
    public string Root => host.Urls.First();

    /// <summary>Serves the app.</summary>
    /// <param name="driver">The sandbox whose Dataverse it asks.</param>
    /// <param name="files">Files of the app; null for those that ship.</param>
    /// <param name="people">Who may sign in; null for the people of the sandbox.</param>
    /// <param name="between">Stands between the app and Dataverse; null for nothing.</param>
    public static async Task<AppHost> StartAsync(
        SandboxDriver driver,
        AppFiles? files = null,
        IReadOnlyList<SandboxUser>? people = null,
        DelegatingHandler? between = null
    )
    {
        var sandbox = driver.Sandbox;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (between is not null)
        {
            between.InnerHandler = handler;
        }

        var client = new HttpClient(between ?? (HttpMessageHandler)handler);
        var folders = files is null ? RepositoryLayout.Find().SolutionFolders : [files.Folder];
        var site = new AppSite(client, sandbox.Root, sandbox.Issuer, folders, SeedLoader.User, sandbox.Clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var host = builder.Build();
        var visits = new PageVisits(people ?? sandbox.Seed.Users, sandbox.Clock);
        host.MapApp(site, visits, () => "Nothing is billed here.");
        host.MapPost(
            "/sign-in",
            Task<Microsoft.AspNetCore.Http.IResult> (Microsoft.AspNetCore.Http.HttpContext context) => visits.SignInAsync(context)
        );
        await host.StartAsync(SandboxDriver.Cancellation);
        return new AppHost(host, client, site);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        client.Dispose();
    }
}
