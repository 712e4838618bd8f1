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

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>The systems of one sandbox before anything listens.</summary>
internal sealed record SandboxParts
{
    /// <summary>Short name of the gateway's application user.</summary>
    public const string GatewayUserName = "gateway";

    /// <summary>Short name of the user whose connections the flows use.</summary>
    public const string FlowUserName = "flows";

    private const string DataverseFile = "dataverse.db";

    public required string Root { get; init; }

    public required string StoreFolder { get; init; }

    public required bool IsNew { get; init; }

    public required SeedFolder Seed { get; init; }

    /// <summary>Rows that ship beside the solutions; a customer loads them before anything of a job.</summary>
    public required IReadOnlyList<SeedRow> ShippedRows { get; init; }

    public required TimeProvider Clock { get; init; }

    public required IIdSource Ids { get; init; }

    public required VendorCredentials Credentials { get; init; }

    public required IReadOnlyList<string> SolutionFolders { get; init; }

    public required EntraIssuer Issuer { get; init; }

    public required LocalDataverse Dataverse { get; init; }

    public required ProcoreSimulator Procore { get; init; }

    public required OracleSimulator Oracle { get; init; }

    public required IReadOnlyList<IDisposable> Owned { get; init; }

    /// <summary>Opens each system on its own file of the store folder.</summary>
    public static SandboxParts Open(SandboxOptions options)
    {
        SolutionGate.Require(options.Layout, options.FurtherSolutionFolders);
        var root = FreePort.Resolve(options.Url);
        var seed = SeedFolder.Load(options.DataFolder);
        var isNew = !File.Exists(Path.Combine(options.StoreFolder, DataverseFile));
        TimeProvider clock = options.Clock ?? (TimeProvider)OffsetClock.Open(options.StoreFolder, RunningSandbox.SeedStart);
        var ids = new SeededIdSource(options.Seed);
        var credentials = VendorCredentials.Create();
        IReadOnlyList<string> solutions = [.. options.Layout.SolutionFolders, .. options.FurtherSolutionFolders];
        IReadOnlyList<SandboxUser> users = [.. seed.Users, SeedLoader.User];
        var issuer = EntraIssuer.Open(root, options.StoreFolder, users, clock);
        var procoreFile = RowFile.Open(Path.Combine(options.StoreFolder, "procore.db"));
        var oracleFile = RowFile.Open(Path.Combine(options.StoreFolder, "oracle.db"));
        var dataverse = LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = solutions,
                PluginAssemblyFiles = [options.Layout.PluginAssembly, .. options.FurtherSolutionFolders.SelectMany(PluginAssembliesIn)],
                StorePath = Path.Combine(options.StoreFolder, DataverseFile),
                TimeProvider = clock,
                IdSource = ids,
                Users = users,
                BaseUrl = root,
            }
        );
        return new SandboxParts
        {
            Root = root,
            StoreFolder = options.StoreFolder,
            IsNew = isNew,
            Seed = seed,
            ShippedRows = SeedFolder.LoadShipped(options.Layout.SolutionRoot, RepositoryLayout.ShippedRowsFolder),
            Clock = clock,
            Ids = ids,
            Credentials = credentials,
            SolutionFolders = solutions,
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
            Owned = [dataverse, issuer, procoreFile, oracleFile],
        };
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
