using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Hosting;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>
/// The whole gateway in this process, its clock, wires and memory replaced. Ends the test with a failure where a call was not foreseen.
/// </summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    public const string EnvironmentKey = "LAKESHORE";

    public static readonly KeyScope Scope = new(EnvironmentKey, 1);
    public const string CompanyId = "562949953421312";
    public const string Pod = "lakeshore-test.fa.us2";

    private static readonly AnswerContract Connector = AnswerContract.Read(
        ConnectorFolder.Text(ConnectorFolder.DefinitionFile),
        ConnectorFolder.DefinitionFile
    );

    private WebApplication? app;

    private GatewayHost()
    {
        Tokens = new CallerTokens(Clock);
        EnvironmentId = Dataverse
            .Add(
                EnvironmentTable.LogicalName,
                EnvironmentKey,
                (EnvironmentTable.Kind, new Microsoft.Xrm.Sdk.OptionSetValue(EnvironmentKindChoice.DeveloperSandbox)),
                (EnvironmentTable.RuleState, new Microsoft.Xrm.Sdk.OptionSetValue(RuleStateChoice.Active)),
                (EnvironmentTable.Generation, 1),
                (EnvironmentTable.ProcoreCompanyId, CompanyId),
                (EnvironmentTable.OraclePod, Pod)
            )
            .Id;
        Procore.On("GET", "/rest/v1.0/projects/", "[]");
        ProcoreLogin.On("POST", "/oauth/token", """{"access_token":"procore-1","token_type":"bearer","expires_in":5400}""");
        OracleLogin.On("POST", "/oauth2/v1/token", """{"access_token":"oracle-1","token_type":"Bearer","expires_in":3600}""");
    }

    /// <summary>The started application.</summary>
    public WebApplication App => app!;

    public SteppingClock Clock { get; } = new(new DateTimeOffset(2025, 11, 5, 9, 0, 0, TimeSpan.Zero));

    public CallerTokens Tokens { get; }

    public FakeDataverse Dataverse { get; } = new();

    public ScriptedWire Procore { get; } = new("Procore");

    public ScriptedWire Files { get; } = new("Procore files");

    public ScriptedWire ProcoreLogin { get; } = new("Procore login");

    public ScriptedWire Oracle { get; } = new("Oracle");

    public ScriptedWire OracleLogin { get; } = new("Oracle login");

    public Guid EnvironmentId { get; }

    public static async Task<GatewayHost> StartAsync(params (string Setting, string Value)[] settings)
    {
        var host = new GatewayHost();
        await host.RunAsync(settings);
        return host;
    }

    /// <summary>Sends a request. Whatever it is about, the answer must be as the connector's definition says.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? token, string? body = null, string mediaType = "application/json")
    {
        using var client = app!.GetTestClient();
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = new ServiceAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
        Assert.Empty((await Connector.CheckAsync(method.Method, path.Split('?')[0], answer))?.Faults ?? []);
        return new Answer(
            (int)response.StatusCode,
            text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone(),
            response.Headers.WwwAuthenticate.ToString(),
            response.Headers.RetryAfter?.ToString()
        );
    }

    public Task<Answer> PostAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Post, "/api/v1" + path, Tokens.Good("Read", "Submit"), body is null ? null : JsonSerializer.Serialize(body));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, "/api/v1" + path, Tokens.Good("Read"));

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        foreach (var wire in new[] { Procore, Files, ProcoreLogin, Oracle, OracleLogin, Tokens.Wire })
        {
            Assert.Empty(wire.Unforeseen);
        }
    }

    private async Task RunAsync((string Setting, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings(settings));
        builder.AddGateway();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IDataverseStore>(Dataverse);
        builder.Services.AddSingleton<IClaimIds>(new CountedClaimIds());
        builder.Services.AddSingleton<TokenCredential>(new NoCredential());
        Replace(builder, ClientNames.Procore, Procore);
        Replace(builder, ClientNames.ProcoreFiles, Files);
        Replace(builder, ClientNames.ProcoreLogin, ProcoreLogin);
        Replace(builder, ClientNames.Oracle, Oracle);
        Replace(builder, ClientNames.OracleLogin, OracleLogin);
        Replace(builder, ClientNames.TokenIssuer, Tokens.Wire);
        builder.Services.AddEndpointsApiExplorer();
        app = builder.Build();
        app.UseGateway();
        await app.StartAsync();
    }

    private static void Replace(WebApplicationBuilder builder, string name, ScriptedWire wire) =>
        builder.Services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => wire);

    private static Dictionary<string, string?> Settings((string Setting, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Gateway:Environment"] = EnvironmentKey,
            ["Gateway:Authority"] = CallerTokens.Issuer,
            ["Gateway:ClientId"] = CallerTokens.ClientId,
            ["Gateway:Clients"] = $"{CallerTokens.ConnectorClient}, {CallerTokens.FlowsClient}",
            ["Procore:BaseUrl"] = "https://sandbox.procore.com",
            ["Procore:LoginUrl"] = "https://login-sandbox.procore.com",
            ["Procore:CompanyId"] = CompanyId,
            ["Procore:ClientId"] = "procore-client",
            ["Procore:ClientSecret"] = "procore-secret",
            ["Oracle:BaseUrl"] = "https://lakeshore-test.fa.us2.oraclecloud.com",
            ["Oracle:Pod"] = Pod,
            ["Oracle:TokenUrl"] = "https://idcs-1.identity.oraclecloud.com/oauth2/v1/token",
            ["Oracle:ClientId"] = "oracle-client",
            ["Oracle:ClientSecret"] = "oracle-secret",
            ["Oracle:Scope"] = "urn:opc:resource:consumer::all",
            ["Dataverse:Url"] = "https://lakeshore.crm.dynamics.com",
        };
        foreach (var (setting, value) in changes)
        {
            settings[setting] = value;
        }

        return settings;
    }

    private sealed class CountedClaimIds : IClaimIds
    {
        private int count;

        public string Next() => $"claim-{++count}";
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, System.Threading.CancellationToken cancellationToken) =>
            throw new InvalidOperationException("No test needs a token of Entra.");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            System.Threading.CancellationToken cancellationToken
        ) => throw new InvalidOperationException("No test needs a token of Entra.");
    }
}
