using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Loopback;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Procore;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Teams;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>The systems of one sandbox before anything listens.</summary>
internal sealed record SandboxParts
{
    /// <summary>Short name of the gateway's application user.</summary>
    public const string GatewayUserName = "gateway";

    /// <summary>Short name of the user whose connections the flows use.</summary>
    public const string FlowUserName = "flows";

    private const string DataverseFile = "dataverse.db";

    public required HeldPort Port { get; init; }

    /// <summary>Root of the front application, without a trailing slash.</summary>
    public string Root => Port.Root;

    public required string StoreFolder { get; init; }

    public required SeedFolder Seed { get; init; }

    /// <summary>Rows that ship beside the solutions; a customer loads them before anything of a job.</summary>
    public required IReadOnlyList<SeedRow> ShippedRows { get; init; }

    public required TimeProvider Clock { get; init; }

    public required IIdSource Ids { get; init; }

    public required VendorCredentials Credentials { get; init; }

    public required IReadOnlyList<string> SolutionFolders { get; init; }

    /// <summary>File of the library that draws cards; it need not exist.</summary>
    public required string CardLibrary { get; init; }

    public required EntraIssuer Issuer { get; init; }

    public required LocalDataverse Dataverse { get; init; }

    public required ProcoreSimulator Procore { get; init; }

    public required OracleSimulator Oracle { get; init; }

    public required ApprovalsService Approvals { get; init; }

    public required TeamsService Teams { get; init; }

    private IReadOnlyList<IDisposable> Owned { get; init; } = [];

    /// <summary>Takes the store folder and opens each system on its own file of it.</summary>
    public static SandboxParts Open(SandboxOptions options)
    {
        SolutionGate.Require(options.Layout, options.FurtherSolutionFolders);
        var seed = SeedFolder.Load(options.DataFolder);
        var owned = new List<IDisposable>();
        try
        {
            // A second start with the same options is told about the first one, not about its port; a port that is not known yet is taken first.
            var port = options.Url.Port == 0 ? Keep(owned, HeldPort.Take(options.Url)) : null;
            owned.Add(StoreLock.Take(options.StoreFolder, "serves " + (port?.Root ?? options.Url.GetLeftPart(UriPartial.Authority))));
            port ??= Keep(owned, HeldPort.Take(options.Url));
            return Open(options, port, seed, owned);
        }
        catch
        {
            Release(owned);
            throw;
        }
    }

    /// <summary>Closes everything; the store folder is free at the end.</summary>
    public void Release() => Release(Owned);

    private static SandboxParts Open(SandboxOptions options, HeldPort port, SeedFolder seed, List<IDisposable> owned)
    {
        var root = port.Root;
        TimeProvider clock = options.Clock ?? (TimeProvider)OffsetClock.Open(options.StoreFolder, RunningSandbox.SeedStart);
        var ids = new SeededIdSource(options.Seed);
        var credentials = VendorCredentials.Create();
        IReadOnlyList<string> solutions = [.. options.Layout.SolutionFolders, .. options.FurtherSolutionFolders];
        IReadOnlyList<SandboxUser> users = [.. seed.Users, .. SeedLoader.Users];
        var issuer = Keep(owned, EntraIssuer.Open(root, options.StoreFolder, users, clock, GatewayIdentity.Registration));
        var procoreFile = Keep(owned, RowFile.Open(Path.Combine(options.StoreFolder, "procore.db")));
        var oracleFile = Keep(owned, RowFile.Open(Path.Combine(options.StoreFolder, "oracle.db")));
        var teamsFile = Keep(owned, RowFile.Open(Path.Combine(options.StoreFolder, "teams.db")));
        var dataverse = Keep(
            owned,
            LocalDataverse.Start(
                new LocalDataverseOptions
                {
                    SolutionFolders = solutions,
                    PluginAssemblyFiles = [options.Layout.PluginAssembly, .. options.FurtherSolutionFolders.SelectMany(PluginAssembliesIn)],
                    StorePath = Path.Combine(options.StoreFolder, DataverseFile),
                    HoldsSeed = true,
                    TimeProvider = clock,
                    IdSource = ids,
                    Users = users,
                    BaseUrl = root,
                }
            )
        );
        return new SandboxParts
        {
            Port = port,
            StoreFolder = options.StoreFolder,
            Seed = seed,
            ShippedRows = SeedFolder.LoadShipped(options.Layout.SolutionRoot, RepositoryLayout.ShippedRowsFolder),
            Clock = clock,
            Ids = ids,
            Credentials = credentials,
            SolutionFolders = solutions,
            CardLibrary = options.CardLibrary ?? options.Layout.CardLibrary,
            Issuer = issuer,
            Dataverse = dataverse,
            Procore = ProcoreSimulator.Open(
                new ProcoreOptions { ClientId = credentials.ProcoreClientId, ClientSecret = credentials.ProcoreClientSecret },
                seed.Procore,
                procoreFile,
                clock,
                ids
            ),
            Oracle = new OracleSimulator(OracleSeed.Load(Path.Combine(options.DataFolder, "oracle")), OracleOptions(credentials), oracleFile, clock),
            Approvals = new ApprovalsService(dataverse, clock, new Uri(root + "/")),
            Teams = TeamsService.Open(dataverse, clock, teamsFile, new Uri(root + "/")),
            Owned = owned,
        };
    }

    private static T Keep<T>(List<IDisposable> owned, T part)
        where T : IDisposable
    {
        owned.Add(part);
        return part;
    }

    // The last opened first: the port and the lock of the folder were the first.
    private static void Release(IReadOnlyList<IDisposable> owned)
    {
        foreach (var part in owned.Reverse())
        {
            part.Dispose();
        }
    }

    // A further solution brings its built assemblies where a packed one has them; ours is taken from its build, because no binary is in the
    // repository.
    private static string[] PluginAssembliesIn(string solutionFolder)
    {
        var folder = Path.Combine(solutionFolder, "PluginAssemblies");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories) : [];
    }

    private static OracleSimulatorOptions OracleOptions(VendorCredentials credentials) =>
        new()
        {
            Users = [new OracleUser(credentials.OracleClientId, credentials.OracleClientSecret)],
            Clients = [new OracleClient(credentials.OracleClientId, credentials.OracleClientSecret, credentials.OracleClientId)],
        };
}
