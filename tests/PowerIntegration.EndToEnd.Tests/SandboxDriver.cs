using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Serve;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Drives one whole sandbox on the shipped artefacts: months, clock, flows, and requests as a user.</summary>
internal sealed class SandboxDriver : IAsyncDisposable
{
    public const string Accountant = "theo.brandt";
    public const string Administrator = "maria.keller";
    public const string Reviewer = "irene.castellano";
    public const string Service = "gateway";
    public const string FlowUser = "flows";
    private const string Job = "job";
    private const int Seed = 4711;
    private readonly string store;
    private readonly bool keepsStore;

    private SandboxDriver(RunningSandbox sandbox, DrivenClock clock, string store, bool keepsStore)
    {
        Sandbox = sandbox;
        Clock = clock;
        this.store = store;
        this.keepsStore = keepsStore;
    }

    public RunningSandbox Sandbox { get; }

    public DrivenClock Clock { get; }

    public static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    /// <summary>A sandbox on the seeded job.</summary>
    public static async Task<SandboxDriver> StartAsync() =>
        await StartAsync(await SeededStore.CopyAsync(Job, null, Cancellation), RunningSandbox.SeedStart, keepsStore: false);

    /// <summary>A sandbox that seeds its own store: for what depends on its own address.</summary>
    public static Task<SandboxDriver> StartFreshAsync() =>
        StartAsync(Directory.CreateTempSubdirectory("powerintegration-test-").FullName, RunningSandbox.SeedStart, keepsStore: false);

    public static Task<SandboxDriver> StartAsync(string store, DateTimeOffset start, bool keepsStore) => StartAsync(store, start, keepsStore, []);

    /// <summary>A sandbox whose initial state is another.</summary>
    public static async Task<SandboxDriver> StartAsync(ChangedData data, string? cardLibrary = null)
    {
        var store =
            data.SharedRows is { } shared ? await SeededStore.CopyAsync(shared, data.Folder, Cancellation)
            : data.ChangesRows ? Directory.CreateTempSubdirectory("powerintegration-test-").FullName
            : await SeededStore.CopyAsync(Job, null, Cancellation);
        return await StartAsync(store, RunningSandbox.SeedStart, keepsStore: false, [], data.Folder, cardLibrary);
    }

    public static async Task<SandboxDriver> StartAsync(
        string store,
        DateTimeOffset start,
        bool keepsStore,
        IReadOnlyList<string> furtherSolutions,
        string? dataFolder = null,
        string? cardLibrary = null
    )
    {
        var layout = RepositoryLayout.Find();
        var clock = new DrivenClock(start);
        var options = new SandboxOptions
        {
            Layout = layout,
            DataFolder = dataFolder ?? layout.DefaultDataFolder,
            StoreFolder = store,
            Seed = Seed,
            Clock = clock,
            FurtherSolutionFolders = furtherSolutions,
            CardLibrary = cardLibrary,
        };
        return new SandboxDriver(await RunningSandbox.StartAsync(options, Cancellation), clock, store, keepsStore);
    }

    /// <summary>Lets the next month be decided in Procore, and everything that follows from it.</summary>
    public async Task BillNextMonthAsync()
    {
        Sandbox.Months.PlayNext();
        await PollAsync();
    }

    /// <summary>Bills months as <c>serve --months</c> does.</summary>
    public Task OpenMonthsAsync(int count, Action<string> said) => new OpeningMonths(Sandbox).PlayAsync(count, said, Cancellation);

    /// <summary>Moves to the next poll and runs all flows until nothing waits.</summary>
    public async Task PollAsync()
    {
        Clock.AdvanceTo(Sandbox.Flows.NextDue ?? Clock.GetUtcNow());
        await RunFlowsAsync();
    }

    /// <summary>Moves to the next sweep and runs all flows until nothing waits.</summary>
    public async Task SweepAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(10));
        await RunFlowsAsync();
    }

    public Task RunFlowsAsync() => Sandbox.Flows.RunDueAsync(Cancellation);

    /// <summary>Runs of the flows that rows start: those that prepare, and those that submit.</summary>
    public IReadOnlyList<FlowRun> RowRuns => [.. Sandbox.Flows.Runs.Where(run => run.TriggerOutputs["body"] is JsonObject)];

    public async Task<IReadOnlyList<JsonObject>> RowsAsync(string query)
    {
        var answer = await DataverseAsync(Accountant, HttpMethod.Get, query);
        Xunit.Assert.True(answer.Status == 200, answer.Body?.ToJsonString());
        return [.. answer.Body!["value"]!.AsArray().Select(row => row!.AsObject())];
    }

    public async Task<JsonObject> DocumentAsync(string invoiceNumber) =>
        (await RowsAsync($"pint_documents?$filter=pint_invoicenumber eq '{invoiceNumber}'&$orderby=pint_revision desc"))[0];

    public Task<Answer> DataverseAsync(string user, HttpMethod method, string path, JsonObject? body = null) =>
        SendAsync(method, $"{Sandbox.Root}/api/data/v9.2/{path}", Sandbox.TokenFor(user, Sandbox.Root), body);

    public Task<Answer> GatewayAsync(string user, string path, JsonObject body) =>
        SendAsync(HttpMethod.Post, $"{Sandbox.Root}/gateway/api/v1/{path}", Sandbox.TokenFor(user, GatewayIdentity.Audience), body);

    public async Task<Answer> SendAsync(HttpMethod method, string address, string? token, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Prefer", "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await Sandbox.Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return new Answer((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, text);
    }

    /// <summary>The mapping rule that the firestopping line of the seeded job waits for.</summary>
    public async Task AddFirestoppingRuleAsync(string taskNumber)
    {
        await EnterAndActivateAsync(
            "pint_wbsmappingrule",
            new JsonObject
            {
                ["pint_name"] = "Firestopping",
                ["pint_key"] = "LAKESHORE|RULE|07-840-SUB",
                ["pint_ProjectId@odata.bind"] = "pint_projects(pint_key='LAKESHORE|1|PROCORE|PROJECT|562949953500001')",
                ["pint_tasksegmentcode"] = "*",
                ["pint_costcode"] = "07-840",
                ["pint_costtype"] = "SUB",
                ["pint_OracleTaskId@odata.bind"] = $"pint_oracletasks(pint_key='LAKESHORE|1|ORACLE|TASK|562949953500001|{taskNumber}')",
                ["pint_expendituretype"] = "Subcontract",
                ["pint_validfrom"] = "2025-01-01",
            }
        );
    }

    /// <summary>One administrator enters a version, another one reviews and activates it.</summary>
    public async Task EnterAndActivateAsync(string table, JsonObject body)
    {
        var entered = await DataverseAsync(Administrator, HttpMethod.Post, table + "s", body);
        Xunit.Assert.True(entered.Status is 201 or 204, entered.Text);
        var answer = await ReviewAndActivateAsync(Reviewer, table, body["pint_key"]!.ToString());
        Xunit.Assert.True(answer["State"]!.ToString() == "Activated", answer.ToJsonString());
    }

    /// <summary>Reviews a draft and activates what was shown; gives the last answer.</summary>
    public async Task<JsonNode> ReviewAndActivateAsync(string user, string table, string key)
    {
        var row = (await RowsAsync($"{table}s?$filter=pint_key eq '{key}'"))[0];
        var inputs = new JsonObject { ["Table"] = table, ["RowId"] = row[table + "id"]!.ToString() };
        var shown = await DataverseAsync(user, HttpMethod.Post, "pint_Activate", inputs);
        Xunit.Assert.True(shown.Status == 200, shown.Text);
        inputs["ContentHash"] = shown.Body!["ContentHash"]!.ToString();
        var answer = await DataverseAsync(user, HttpMethod.Post, "pint_Activate", inputs);
        Xunit.Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }

    /// <summary>What the page's Retry does.</summary>
    public async Task RetryAsync(string invoiceNumber)
    {
        var document = await DocumentAsync(invoiceNumber);
        var inbound = (await RowsAsync($"pint_inboundevents?$filter=_pint_documentid_value eq {document["pint_documentid"]}"))[0];
        var answer = await DataverseAsync(
            Accountant,
            HttpMethod.Patch,
            $"pint_inboundevents({inbound["pint_inboundeventid"]})",
            new JsonObject { ["pint_eventstate"] = 723100000 }
        );
        Xunit.Assert.True(answer.Status == 204, answer.Text);
        await RunFlowsAsync();
    }

    /// <summary>Somebody in Payables cancels an invoice, past this product.</summary>
    public async Task CancelInOracleAsync(string invoiceNumber)
    {
        var invoice = await OracleInvoiceAsync(invoiceNumber);
        await OracleAsync(
            HttpMethod.Post,
            $"{OracleRoot}/invoices/action/cancelInvoice",
            "application/vnd.oracle.adf.action+json",
            new JsonObject
            {
                ["InvoiceNumber"] = invoiceNumber,
                ["BusinessUnit"] = invoice["BusinessUnit"]!.ToString(),
                ["Supplier"] = invoice["Supplier"]!.ToString(),
            }
        );
    }

    /// <summary>Somebody in Payables changes the amount of an invoice, past this product.</summary>
    public async Task ChangeInOracleAsync(string invoiceNumber, decimal amount)
    {
        var self = (await OracleInvoiceAsync(invoiceNumber))["links"]!.AsArray().Single(link => link!["rel"]!.ToString() == "self")![
            "href"
        ]!.ToString();
        await OracleAsync(HttpMethod.Patch, self, "application/vnd.oracle.adf.resourceitem+json", new JsonObject { ["InvoiceAmount"] = amount });
    }

    /// <summary>Somebody in Payables gives an invoice another number, past this product.</summary>
    public async Task RenumberInOracleAsync(string invoiceNumber, string another)
    {
        var self = (await OracleInvoiceAsync(invoiceNumber))["links"]!.AsArray().Single(link => link!["rel"]!.ToString() == "self")![
            "href"
        ]!.ToString();
        await OracleAsync(HttpMethod.Patch, self, "application/vnd.oracle.adf.resourceitem+json", new JsonObject { ["InvoiceNumber"] = another });
    }

    /// <summary>Somebody in Payables enters an invoice, past this product.</summary>
    public Task CreateInOracleAsync(JsonObject invoice) =>
        OracleAsync(HttpMethod.Post, $"{OracleRoot}/invoices", "application/vnd.oracle.adf.resourceitem+json", invoice);

    /// <summary>Somebody in Payables releases a hold, past this product.</summary>
    public Task ReleaseHoldInOracleAsync(string holdId, string releaseName) =>
        OracleAsync(
            HttpMethod.Patch,
            $"{OracleRoot}/invoiceHolds/{holdId}",
            "application/vnd.oracle.adf.resourceitem+json",
            new JsonObject { ["ReleaseName"] = releaseName }
        );

    /// <summary>Every hold in Payables, open and released.</summary>
    public async Task<IReadOnlyList<JsonObject>> OracleHoldsAsync() =>
        [
            .. (await OracleAsync(HttpMethod.Get, $"{OracleRoot}/invoiceHolds?limit=499", null, null))["items"]!
                .AsArray()
                .Select(hold => hold!.AsObject()),
        ];

    /// <summary>Somebody gives an invoice another number in Procore, a minute from now.</summary>
    public async Task RenumberAsync(string invoiceNumber, string another)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var id = (await DocumentAsync(invoiceNumber))["pint_procoreid"]!.ToString();
        Sandbox.Procore.Actors.Renumber(long.Parse(id, CultureInfo.InvariantCulture), another, Clock.GetUtcNow());
    }

    public Task<Answer> PrepareAsync(string document) =>
        DataverseAsync(FlowUser, HttpMethod.Post, "pint_PrepareSubcontractorInvoice", new JsonObject { ["DocumentId"] = document });

    public Task<Answer> SubmitAsync(string document) =>
        GatewayAsync(FlowUser, "oracle/documents/submit", new JsonObject { ["documentId"] = document });

    private string OracleRoot => $"{Sandbox.Root}/oracle/fscmRestApi/resources/11.13.18.05";

    private async Task<JsonNode> OracleInvoiceAsync(string invoiceNumber) =>
        (await OracleAsync(HttpMethod.Get, $"{OracleRoot}/invoices?q=InvoiceNumber='{invoiceNumber}'", null, null))["items"]!.AsArray().Single()!;

    private async Task<JsonNode> OracleAsync(HttpMethod method, string address, string? contentType, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, address);
        var credentials = $"{Sandbox.Credentials.OracleClientId}:{Sandbox.Credentials.OracleClientSecret}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        request.Headers.Add("REST-Framework-Version", "4");
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(contentType!));
        }

        using var response = await Sandbox.Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Xunit.Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        var faults = Sandbox.Answers.Faults;
        await Sandbox.DisposeAsync();
        if (!keepsStore)
        {
            Directory.Delete(store, recursive: true);
        }

        // Whatever a test is about, the gateway answers as the connector's definition says.
        Xunit.Assert.Empty(faults);
    }

    internal sealed record Answer(int Status, JsonNode? Body, string Text);
}
