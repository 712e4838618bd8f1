using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>A simulated pod on a loopback port with a folder of its own, and a client that is signed in.</summary>
internal sealed class Pod : IAsyncDisposable
{
    public const string User = "integration.user";
    public const string Password = "basic-pass";
    private readonly WebApplication application;
    private readonly RowFile file;
    private readonly bool keepFolder;

    private Pod(WebApplication application, RowFile file, string folder, OracleSimulator simulator, DrivenClock clock, bool keepFolder)
    {
        (this.application, this.file, this.keepFolder) = (application, file, keepFolder);
        (Folder, Simulator, Clock) = (folder, simulator, clock);
        Client = new HttpClient { BaseAddress = new Uri(Address + "/oracle/fscmRestApi/resources/11.13.18.05/") };
        Client.DefaultRequestHeaders.Authorization = Basic(User, Password);
        Client.DefaultRequestHeaders.Add("REST-Framework-Version", "4");
    }

    public string Folder { get; }

    public OracleSimulator Simulator { get; }

    public DrivenClock Clock { get; }

    public HttpClient Client { get; }

    public string Address => application.Urls is { } urls ? string.Join("", urls) : "";

    public static Task<Pod> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        PodSeed.WriteTo(folder);
        return StartAsync(folder, folder, keepFolder: false);
    }

    /// <summary>Starts on a store that may already hold invoices.</summary>
    public static async Task<Pod> StartAsync(string seedFolder, string storeFolder, bool keepFolder)
    {
        var clock = new DrivenClock(new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.Zero));
        var file = RowFile.Open(Path.Combine(storeFolder, "oracle.db"));
        var options = new OracleSimulatorOptions
        {
            Users = [new(User, Password)],
            Clients = [new("client", "client-pass", User)],
            Accounts = [new(User, "8091FA12603D206DE050F50AE3921F70", ["ROLE_B", "ROLE_A"])],
        };
        var simulator = new OracleSimulator(OracleSeed.Load(seedFolder), options, file, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.MapOracle(simulator);
        await application.StartAsync();
        return new Pod(application, file, storeFolder, simulator, clock, keepFolder);
    }

    public static AuthenticationHeaderValue Basic(string name, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    public async Task<JsonObject> GetAsync(string path, int framework = 4)
    {
        using var response = await SendAsync(HttpMethod.Get, path, framework: framework);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null, int framework = 4, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("REST-Framework-Version", framework.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostInvoiceAsync(JsonObject invoice) => SendAsync(HttpMethod.Post, "invoices", invoice);

    /// <summary>Creates an invoice that must be taken.</summary>
    public async Task<JsonObject> CreateAsync(JsonObject invoice)
    {
        using var response = await PostInvoiceAsync(invoice);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Posts an invoice that must be refused, and answers the sentences.</summary>
    public async Task<string> RefusalAsync(JsonObject invoice)
    {
        using var response = await PostInvoiceAsync(invoice);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode} {text}");
        Assert.Equal(0, (int)(await GetAsync("invoices"))["count"]!);
        return Payload.Details(text);
    }

    /// <summary>Has an invoice validated and answers it with its open holds.</summary>
    public async Task<(JsonObject Invoice, string[] Holds)> ValidateAsync(string number)
    {
        using var response = await SendAsync(HttpMethod.Post, "invoices/action/validateInvoice", Payload.Key(number));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var invoice = (await GetAsync($"invoices?q=InvoiceNumber='{number}'"))["items"]![0]!.AsObject();
        var holds = (await GetAsync($"invoiceHolds?q=InvoiceNumber='{number}' and ReleaseName is null"))["items"]!.AsArray();
        return (invoice, [.. System.Linq.Enumerable.Select(holds, hold => (string)hold!["HoldName"]!)]);
    }

    /// <summary>Runs an action on an invoice of the seed's supplier that must succeed.</summary>
    public async Task ActAsync(string action, string number)
    {
        using var response = await SendAsync(HttpMethod.Post, $"invoices/action/{action}", Payload.Key(number));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Places the seed's manual hold and answers its address.</summary>
    public async Task<string> HoldAsync(string number)
    {
        using var response = await SendAsync(HttpMethod.Post, "invoiceHolds", Payload.Key(number).With("HoldName", "Pay when paid"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return $"invoiceHolds/{JsonNode.Parse(text)!["HoldId"]}";
    }

    /// <summary>Pays invoices of the seed's supplier on 5 November 2025.</summary>
    public void Pay(params OraclePaidInvoice[] invoices) =>
        Simulator.Pay(new OraclePayment(PodSeed.Unit, PodSeed.Supplier, new DateOnly(2025, 11, 5), invoices));

    /// <summary>Sends what must be refused, and answers the sentences.</summary>
    public async Task<string> RefusedAsync(HttpMethod method, string path, JsonNode body)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode} {text}");
        return Payload.Details(text);
    }

    /// <summary>The invoice of a number with its lines, as a client reads it.</summary>
    public async Task<JsonObject> InvoiceAsync(string number) =>
        (await GetAsync($"invoices?q=InvoiceNumber='{number}'&expand=invoiceLines.invoiceLineProjectDff", 2))["items"]![0]!.AsObject();

    /// <summary>Starts on the seed with one of its files replaced.</summary>
    public static Task<Pod> StartWithAsync(string file, string json)
    {
        var folder = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        PodSeed.WriteTo(folder);
        PodSeed.Write(folder, file, json);
        return StartAsync(folder, folder, keepFolder: false);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
        file.Dispose();
        if (!keepFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
