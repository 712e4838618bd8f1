using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Loopback;

namespace PowerIntegration.Local.Tests.Flows;

/// <summary>The local Dataverse with the shipped core solution, on a loopback port.</summary>
internal sealed class LocalDataverseHost : IAsyncDisposable
{
    /// <summary>The one user, an application.</summary>
    public static readonly Guid FlowOwner = new("00000000-0000-4000-8000-00000000f106");

    private readonly string store = Directory.CreateTempSubdirectory("pint-store-").FullName;
    private readonly WebApplication app;
    private readonly EntraIssuer issuer;
    private readonly HttpClient http = new();

    private LocalDataverseHost(HeldPort port)
    {
        var root = port.Root;
        var user = new SandboxUser(
            "flows",
            new Guid("00000000-0000-4000-8000-00000000f105"),
            FlowOwner,
            "Flow owner",
            "flows@example.test",
            ["System Administrator"],
            [],
            true
        );
        issuer = EntraIssuer.Open(root, store, [user], Clock);
        Dataverse = LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = [RepositoryFiles.Solution("core")],
                PluginAssemblyFiles = [ShippedPlugins()],
                TimeProvider = Clock,
                IdSource = new SeededIdSource(11),
                Users = [user],
                BaseUrl = root,
            }
        );
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        port.UseOn(builder.WebHost);
        app = builder.Build();
        app.MapDataverse(Dataverse, issuer);
        Connector = new DataverseConnector(
            new DataverseConnectorBinding
            {
                WebApi = new Uri(root + "/api/data/v9.2"),
                Http = http,
                Token = _ => Task.FromResult(issuer.IssueToken(user, root)),
                Changes = new RowChangeSource(Dataverse.ChangesFor(user.SystemUserId)),
            }
        );
    }

    public DrivenClock Clock { get; } = new(new DateTimeOffset(2025, 11, 30, 9, 0, 0, TimeSpan.Zero));

    public LocalDataverse Dataverse { get; }

    public DataverseConnector Connector { get; }

    public static async Task<LocalDataverseHost> StartAsync()
    {
        var host = new LocalDataverseHost(HeldPort.Take(new Uri("http://127.0.0.1:0")));
        await host.app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        Dataverse.Dispose();
        issuer.Dispose();
        Directory.Delete(store, recursive: true);
    }

    // The same configuration as these tests: .../bin/Debug/net10.0/.
    private static string ShippedPlugins()
    {
        var configuration = AppContext
            .BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
            .Split(Path.DirectorySeparatorChar)
            .Reverse()
            .Skip(1)
            .First();
        return Path.Combine(
            RepositoryFiles.Root,
            "plugins",
            "PowerIntegration.Plugins",
            "bin",
            configuration,
            "net462",
            "PowerIntegration.Plugins.dll"
        );
    }
}
