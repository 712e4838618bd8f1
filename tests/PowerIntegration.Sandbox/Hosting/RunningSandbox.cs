using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Flows.Runtime;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Procore;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Teams;
using PowerIntegration.Sandbox.App;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// Everything that runs: Dataverse, Procore and Oracle behind one address, the gateway behind its own, approvals, Teams and the flows. The parts talk
/// over HTTP as they would in production; Dataverse with its approvals, Procore, Oracle and Teams each commit to their own file.
/// </summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    /// <summary>The first instant of the seeded job: every invoice is still to come.</summary>
    public static readonly DateTimeOffset SeedStart = new(2025, 10, 1, 12, 0, 0, TimeSpan.Zero);

    private const string KeyFolder = "keys";

    private readonly List<IDisposable> owned = [];
    private readonly SandboxParts parts;
    private readonly WebApplication front;
    private readonly WebApplication gateway;

    private RunningSandbox(
        SandboxParts parts,
        RequestCounter requests,
        PowerCut cut,
        WebApplication front,
        WebApplication gateway,
        FlowRuntime flows,
        CustomConnector connector,
        AnswerRecorder answers,
        HttpClient client
    )
    {
        Requests = requests;
        Power = cut;
        Root = parts.Root;
        Seed = parts.Seed;
        Clock = parts.Clock;
        Issuer = parts.Issuer;
        Dataverse = parts.Dataverse;
        Procore = parts.Procore;
        Oracle = parts.Oracle;
        Approvals = parts.Approvals;
        Teams = parts.Teams;
        Credentials = parts.Credentials;
        Ids = parts.Ids;
        Flows = flows;
        Connector = connector;
        Answers = answers;
        Client = client;
        App = new AppSite(client, parts.Root, parts.Issuer, parts.SolutionFolders, SeedLoader.User, parts.Clock);
        Months = new MonthPlayer(parts.Seed, parts.Procore.Actors, (IMovableClock)parts.Clock, parts.StoreFolder);
        GatewayRoot = GatewayProcess.AddressOf(gateway);
        this.front = front;
        this.gateway = gateway;
        owned.AddRange([flows, client]);
        this.parts = parts;
    }

    /// <summary>Root of the front application, without a trailing slash.</summary>
    public string Root { get; }

    /// <summary>Requests to the front application by system.</summary>
    public RequestCounter Requests { get; }

    /// <summary>Cuts every connection, where a test wants to know what a crash leaves.</summary>
    public PowerCut Power { get; }

    /// <summary>Where the gateway itself listens.</summary>
    public Uri GatewayRoot { get; }

    /// <summary>The data folder.</summary>
    public SeedFolder Seed { get; }

    /// <summary>Time of every part.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Ids of this run.</summary>
    public IIdSource Ids { get; }

    /// <summary>Stands where Entra ID stands.</summary>
    public EntraIssuer Issuer { get; }

    /// <summary>The local Dataverse.</summary>
    public LocalDataverse Dataverse { get; }

    /// <summary>The Procore simulator.</summary>
    public ProcoreSimulator Procore { get; }

    /// <summary>The Oracle simulator.</summary>
    public OracleSimulator Oracle { get; }

    /// <summary>The approvals service, with which people answer.</summary>
    public ApprovalsService Approvals { get; }

    /// <summary>Stands where Teams stands: what the flows posted.</summary>
    public TeamsService Teams { get; }

    /// <summary>The shipped flows.</summary>
    public FlowRuntime Flows { get; }

    /// <summary>The shipped connector, on a connection of the flows' user.</summary>
    public CustomConnector Connector { get; }

    /// <summary>What the gateway answered, compared with the connector's definition.</summary>
    public AnswerRecorder Answers { get; }

    /// <summary>The model-driven app of the solutions.</summary>
    public AppSite App { get; }

    /// <summary>Plays months of billing in Procore.</summary>
    public MonthPlayer Months { get; }

    /// <summary>Passwords of the two simulators.</summary>
    public VendorCredentials Credentials { get; }

    /// <summary>A client for whoever drives the sandbox.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">What with.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SeedException">The data folder cannot be used.</exception>
    /// <exception cref="StoreRefusedException">The store folder is in use, or a file of it cannot be used.</exception>
    public static async Task<RunningSandbox> StartAsync(SandboxOptions options, CancellationToken cancellation)
    {
        var parts = SandboxParts.Open(options);
        try
        {
            return await StartAsync(parts, options, cancellation);
        }
        catch
        {
            parts.Release();
            throw;
        }
    }

    private static async Task<RunningSandbox> StartAsync(SandboxParts parts, SandboxOptions options, CancellationToken cancellation)
    {
        var gateway = await GatewayProcess.StartAsync(
            GatewaySettings.For(parts),
            parts.Clock,
            GatewayCredential(parts),
            new SeededClaimIds(parts.Ids),
            new DirectoryInfo(Path.Combine(parts.StoreFolder, KeyFolder)),
            options.GatewayTells,
            cancellation
        );
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var requests = new RequestCounter();
        var cut = new PowerCut();
        var front = FrontApplication.Build(parts, requests, cut);
        var connector = ConnectorOf(parts, options, client);
        var answers = new AnswerRecorder(connector.Answers);
        var forwarder = new GatewayForwarder(client, GatewayProcess.AddressOf(gateway), answers);
        front.Map("/gateway", branch => branch.Run(forwarder.ForwardAsync));
        var flows = FlowsOf(parts, connector, client, cut);
        var sandbox = new RunningSandbox(parts, requests, cut, front, gateway, flows, connector, answers, client);
        FrontApplication.MapPages(front, parts, client, sandbox.Months, sandbox.App);
        try
        {
            await front.StartAsync(cancellation);
            await SeedAsync(parts, client, cancellation);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    // Flows run only afterwards, so nothing but the seed is held back until it is whole.
    private static async Task SeedAsync(SandboxParts parts, HttpClient client, CancellationToken cancellation)
    {
        if (parts.Dataverse.IsNew)
        {
            await new SeedLoader(client, parts.Root, parts.Issuer).LoadAsync([.. parts.ShippedRows, .. parts.Seed.Dataverse], cancellation);
            parts.Dataverse.KeepSeed();
        }
    }

    /// <summary>A request to the gateway or Dataverse as a user, for whoever drives the sandbox.</summary>
    /// <param name="user">Short name of the user.</param>
    /// <param name="resource">What is asked for: <see cref="GatewayIdentity.Audience"/>, or the root of the sandbox for Dataverse.</param>
    public string TokenFor(string user, string resource) => Issuer.IssueToken(Seed.User(user), resource);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await front.DisposeAsync();
        await gateway.DisposeAsync();
        owned.ForEach(part => part.Dispose());
        parts.Release();
    }

    private static SandboxCredential GatewayCredential(SandboxParts parts) =>
        new(parts.Issuer, parts.Seed.User(SandboxParts.GatewayUserName), parts.Clock);

    private static FlowRuntime FlowsOf(SandboxParts parts, CustomConnector connector, HttpClient client, PowerCut cut)
    {
        var flowUser = parts.Seed.User(SandboxParts.FlowUserName);
        var dataverse = new DataverseConnector(
            new DataverseConnectorBinding
            {
                WebApi = new Uri($"{parts.Root}/api/data/v9.2/"),
                Http = client,
                Token = _ => Task.FromResult(parts.Issuer.IssueToken(flowUser, parts.Root)),
                Changes = new RowChangeSource(parts.Dataverse.ChangesFor(flowUser.SystemUserId)),
            }
        );
        return new FlowRuntime(
            parts.SolutionFolders,
            [
                dataverse,
                connector,
                new WiredConnector(new ApprovalsConnector(parts.Approvals, flowUser.SystemUserId), cut),
                new WiredConnector(new TeamsConnector(parts.Teams, parts.Clock), cut),
            ],
            parts.Clock,
            parts.Ids
        );
    }

    private static CustomConnector ConnectorOf(SandboxParts parts, SandboxOptions options, HttpClient client)
    {
        var flowUser = parts.Seed.User(SandboxParts.FlowUserName);
        return CustomConnector
            .Load(
                options.Layout.SolutionFolders[0],
                new CustomConnectorBinding
                {
                    BaseAddress = new Uri($"{parts.Root}/gateway"),
                    Http = client,
                    Clock = parts.Clock,
                    Token = _ => Task.FromResult(parts.Issuer.IssueToken(flowUser, GatewayIdentity.Audience)),
                }
            )
            .Single();
    }
}
