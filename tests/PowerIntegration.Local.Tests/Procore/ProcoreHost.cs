using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Actors;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Tests.Seed;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>A Procore simulator on a free port of this machine with the shipped job, and a caller that is signed in.</summary>
public sealed class ProcoreHost : IAsyncDisposable
{
    public const long Company = 562949953421312;
    public const long Project = 562949953500001;
    public const long ForbiddenProject = 562949953500002;
    public const string Secret = "a secret of this test";
    private readonly WebApplication app;

    private ProcoreHost(WebApplication app, ProcoreSimulator simulator, DrivenClock clock)
    {
        this.app = app;
        Simulator = simulator;
        Clock = clock;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single() + "/procore/") };
        Client.DefaultRequestHeaders.Add("Procore-Company-Id", Company.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public ProcoreSimulator Simulator { get; }

    public DrivenClock Clock { get; }

    public HttpClient Client { get; }

    public SeedFolder Seed { get; } = LakeshoreSeed.Load();

    public static async Task<ProcoreHost> StartAsync(ProcoreOptions? options = null, RowFile? file = null, JsonArray? wbsSettings = null)
    {
        var clock = new DrivenClock(new DateTimeOffset(2025, 10, 1, 13, 0, 0, TimeSpan.Zero));
        options ??= new ProcoreOptions
        {
            ClientId = "client",
            ClientSecret = Secret,
            SpikeLimit = 1000,
        };
        var seed = new Dictionary<string, JsonArray>(LakeshoreSeed.Load().Procore) { ["wbs_settings"] = wbsSettings ?? [] };
        var simulator = ProcoreSimulator.Open(options, seed, file, clock, new SeededIdSource(7));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapProcore(simulator);
        await app.StartAsync();
        var host = new ProcoreHost(app, simulator, clock);
        await host.SignInAsync();
        return host;
    }

    public async Task SignInAsync()
    {
        using var answer = await RequestTokenAsync("client_credentials", Secret);
        var token = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["access_token"]!.ToString();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<HttpResponseMessage> RequestTokenAsync(string grant, string secret)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = grant,
                ["client_id"] = "client",
                ["client_secret"] = secret,
            }
        );
        return await Client.PostAsync("oauth/token", form);
    }

    /// <summary>Answer body of a read that must succeed.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>Plays months of the script to their end; answers ids by invoice number.</summary>
    public IReadOnlyDictionary<string, long> Play(int months)
    {
        var ids = new Dictionary<string, long>();

        // The clock stands still, so that the token stays valid.
        var play = new MonthPlay(Simulator.Actors, _ => { });
        foreach (var month in Seed.Months.Take(months))
        {
            play.Begin(month);
            foreach (var (number, id) in play.Bill(month, _ => { }))
            {
                ids[number] = id;
            }
        }

        return ids;
    }

    public InvoiceScript Invoice(string number) => Seed.Months.SelectMany(month => month.Invoices).Single(invoice => invoice.InvoiceNumber == number);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
