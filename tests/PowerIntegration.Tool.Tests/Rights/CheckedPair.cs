using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PowerIntegration.CommandLine;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Procore;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Tests.Flows;
using PowerIntegration.Tool.Rights;
using Xunit;

namespace PowerIntegration.Tool.Tests.Rights;

/// <summary>An Oracle and a Procore simulator on this machine, and the command that checks the accounts in them.</summary>
internal sealed class CheckedPair : IAsyncDisposable
{
    public const string Company = "562949953421312";
    public const string OracleUser = "INTEGRATION";
    public const string Reviewed = "CUSTOM_PINT_INTEGRATION_JOB";

    private readonly WebApplication app;
    private readonly RowFile file;
    private readonly DirectoryInfo folder;

    private CheckedPair(WebApplication app, RowFile file, DirectoryInfo folder, DrivenClock clock)
    {
        (this.app, this.file, this.folder, Clock) = (app, file, folder, clock);
        Variables = new Dictionary<string, string>
        {
            ["PINT_ORACLE_CLIENT_ID"] = "oracle-client-of-the-test",
            ["PINT_ORACLE_CLIENT_SECRET"] = "oracle-secret-of-the-test",
            ["PINT_PROCORE_CLIENT_ID"] = "procore-client-of-the-test",
            ["PINT_PROCORE_CLIENT_SECRET"] = "procore-secret-of-the-test",
        };
    }

    public Dictionary<string, string> Variables { get; }

    public DrivenClock Clock { get; }

    public required OracleSimulator Oracle { get; init; }

    public required ProcoreSimulator Procore { get; init; }

    public string Address => app.Urls.Single();

    /// <summary>Changes answers on their way back, by the end of the path.</summary>
    public Dictionary<string, Func<HttpResponseMessage>> Answers { get; } = [];

    /// <summary>Starts both.</summary>
    /// <param name="roles">Roles of the Oracle user.</param>
    /// <param name="arrange">Changes the Procore account, a record of the seed.</param>
    /// <param name="spikeLimit">Calls that Procore takes in ten seconds.</param>
    public static async Task<CheckedPair> StartAsync(string[]? roles = null, Action<JsonObject>? arrange = null, int spikeLimit = 1000)
    {
        var data = Path.Combine(RepositoryFiles.Root, "tests", "PowerIntegration.Sandbox", "data", "lakeshore");
        var clock = new DrivenClock(new DateTimeOffset(2026, 8, 31, 9, 0, 0, TimeSpan.Zero));
        var seed = SeedFolder.Load(data).Procore;
        arrange?.Invoke(seed["service_accounts"][0]!.AsObject());
        var folder = Directory.CreateTempSubdirectory("check-rights-");
        var file = RowFile.Open(Path.Combine(folder.FullName, "oracle.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var pair = new CheckedPair(app, file, folder, clock)
        {
            Procore = ProcoreSimulator.Open(
                new ProcoreOptions
                {
                    ClientId = "procore-client-of-the-test",
                    ClientSecret = "procore-secret-of-the-test",
                    SpikeLimit = spikeLimit,
                },
                seed,
                file: null,
                clock,
                new SeededIdSource(3)
            ),
            Oracle = new OracleSimulator(
                OracleSeed.Load(Path.Combine(data, "oracle")),
                new OracleSimulatorOptions
                {
                    Users = [new(OracleUser, "oracle-secret-of-the-test")],
                    Clients = [new("oracle-client-of-the-test", "oracle-secret-of-the-test", OracleUser)],
                    Accounts =
                    [
                        new(OracleUser, "8091FA12603D206DE050F50AE3921F70", roles ?? [Reviewed]),
                        new("OTHER", "8091FA12603D206DE050F50AE3921F71", ["ORA_AP_ACCOUNTS_PAYABLE_MANAGER_JOB"]),
                    ],
                },
                file,
                clock
            ),
        };
        app.Urls.Add("http://127.0.0.1:0");
        app.MapProcore(pair.Procore);
        app.MapOracle(pair.Oracle);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return pair;
    }

    /// <summary>Checks both accounts with the arguments that are usual.</summary>
    public Task<CheckRun> CheckAsync(params string[] further) => RunAsync([.. OracleLine, .. ProcoreLine, .. further]);

    public string[] OracleLine =>
        [
            "--oracle",
            Address + "/oracle",
            "--oracle-token-url",
            Address + "/oracle/oauth2/v1/token",
            "--oracle-user",
            OracleUser,
            "--oracle-role",
            Reviewed,
        ];

    public string[] ProcoreLine => ["--procore", Address + "/procore", "--company", Company];

    /// <summary>Runs the command. Whatever came of it, no credential and no token is printed.</summary>
    public async Task<CheckRun> RunAsync(params string[] line)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        List<string> requests = [];
        List<string> secrets = [];
        var surroundings = new Surroundings(name => Variables.GetValueOrDefault(name), () => new WatchedWire(Answers, requests, secrets), Clock);
        var code = await CommandRun.InvokeAsync(
            ToolCommand.Create(surroundings),
            ["check", .. line],
            new() { Output = output, Error = error },
            TestContext.Current.CancellationToken
        );
        var printed = output.ToString() + error;
        Assert.All(
            secrets.Concat(Variables.Values).Where(secret => secret != OracleUser),
            secret => Assert.DoesNotContain(secret, printed, StringComparison.Ordinal)
        );
        return new CheckRun(code, output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'), error.ToString(), requests);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        file.Dispose();
        folder.Delete(recursive: true);
    }
}
