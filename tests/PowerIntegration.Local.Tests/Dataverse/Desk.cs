using System.Net.Http;
using System.Net.Http.Headers;
using System.ServiceModel;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>A local Dataverse with the fixture solution, served over HTTP when a test asks for it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string BaseUrl = "http://desk.test";

    public static readonly SandboxUser Admin = User("admin", 1, "System Administrator");
    public static readonly SandboxUser Agent = User("agent", 2, "Contoso Desk Agent");
    public static readonly SandboxUser Reader = User("reader", 3, "Contoso Desk Reader");
    public static readonly SandboxUser Stranger = User("stranger", 4);

    private static readonly string KeyFolder = Directory.CreateTempSubdirectory("desk-key").FullName;
    private static readonly object KeyGate = new();

    private readonly string folder;
    private readonly HttpClient client = new();
    private WebApplication? host;

    private Desk(string folder, LocalDataverse dataverse, DrivenClock clock)
    {
        this.folder = folder;
        Dataverse = dataverse;
        Clock = clock;
        lock (KeyGate)
        {
            Issuer = EntraIssuer.Open(BaseUrl, KeyFolder, [Admin, Agent, Reader, Stranger], clock);
        }
    }

    public LocalDataverse Dataverse { get; }

    public DrivenClock Clock { get; }

    public EntraIssuer Issuer { get; }

    public IOrganizationService Service => Dataverse.CreateService(Admin.SystemUserId);

    public string Url => (host ??= Serve()).Urls.First();

    public static Desk Start(Action<DeskSolution>? arrange = null, TimeSpan? lockWaitMax = null)
    {
        var folder = Directory.CreateTempSubdirectory("desk").FullName;
        var solution = new DeskSolution(Path.Combine(folder, "solution"));
        arrange?.Invoke(solution);
        return Open(folder, lockWaitMax ?? TimeSpan.FromSeconds(30));
    }

    /// <summary>Starts again over the same solution and store, as after a restart of the machine.</summary>
    public async Task<Desk> RestartAsync()
    {
        await StopAsync();
        return Open(folder, TimeSpan.FromSeconds(30));
    }

    public Guid Customer(string name, string? externalRef = null, int? counter = null)
    {
        var row = new Entity("cts_customer") { ["cts_name"] = name, ["cts_externalref"] = externalRef };
        if (counter is { } value)
        {
            row["cts_counter"] = value;
        }

        return Service.Create(row);
    }

    /// <summary>Every row as the store's file holds it.</summary>
    public IReadOnlyList<StoredRow> StoredRows()
    {
        using var file = RowFile.Open(Path.Combine(folder, "dataverse.db"));
        return file.Load();
    }

    public int Count(string table) => Service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression(table)).Entities.Count;

    public async Task<Answer> SendAsync(
        string method,
        string path,
        string? body = null,
        SandboxUser? user = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            path.StartsWith("http", StringComparison.Ordinal) ? path : $"{Url}/api/data/v9.2/{path}"
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Issuer.IssueToken(user ?? Admin, BaseUrl));
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = text.StartsWith('{') ? JsonNode.Parse(text) : null;
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
        {
            all[header.Key] = string.Join(", ", header.Value);
        }

        return new Answer((int)response.StatusCode, json, text, all);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, null, headers);

    public static (uint Code, string Message) Fault(Action action)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(action);
        return (unchecked((uint)fault.Detail.ErrorCode), fault.Detail.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Desk Open(string folder, TimeSpan lockWaitMax)
    {
        var clock = new DrivenClock(new DateTimeOffset(2025, 11, 3, 14, 0, 0, TimeSpan.Zero));
        var dataverse = LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = [Path.Combine(folder, "solution")],
                PluginAssemblyFiles = [typeof(Desk).Assembly.Location],
                StorePath = Path.Combine(folder, "dataverse.db"),
                TimeProvider = clock,
                IdSource = new SeededIdSource(7),
                Users = [Admin, Agent, Reader],
                BaseUrl = BaseUrl,
                LockWaitMax = lockWaitMax,
            }
        );
        return new Desk(folder, dataverse, clock);
    }

    private static SandboxUser User(string name, int number, params string[] roles) =>
        new(
            name,
            new Guid($"0a000000-0000-4000-8000-{number:D12}"),
            new Guid($"0b000000-0000-4000-8000-{number:D12}"),
            name + " person",
            name + "@contoso.example",
            roles,
            [],
            false
        );

    private WebApplication Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapDataverse(Dataverse, Issuer);
        app.StartAsync().GetAwaiter().GetResult();
        return app;
    }

    private async Task StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        client.Dispose();
        Issuer.Dispose();
        Dataverse.Dispose();
    }

    internal sealed record Answer(int Status, JsonNode? Json, string Text, IReadOnlyDictionary<string, string> Headers)
    {
        public string Code => (string)Json!["error"]!["code"]!;

        public string Message => (string)Json!["error"]!["message"]!;

        public JsonArray Rows => Json!["value"]!.AsArray();
    }
}
