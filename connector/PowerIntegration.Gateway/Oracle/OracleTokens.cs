using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Remote.SignIn;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>How the gateway signs in to the pod: a token of its identity domain, or a user name and password.</summary>
internal sealed class OracleTokens : IDisposable
{
    private readonly IOptions<OracleOptions> options;
    private readonly ClientSecrets secrets;
    private readonly IHttpClientFactory clients;

    public OracleTokens(IOptions<OracleOptions> options, ClientSecrets secrets, IHttpClientFactory clients, TimeProvider clock)
    {
        this.options = options;
        this.secrets = secrets;
        this.clients = clients;
        Cache = new AccessTokenCache(clock, AskAsync);
    }

    /// <summary>The held token; for client credentials.</summary>
    public AccessTokenCache Cache { get; }

    /// <summary>Client id and secret as a Basic header.</summary>
    public async ValueTask<AuthenticationHeaderValue> BasicAsync(CancellationToken cancellationToken)
    {
        var options = this.options.Value;
        var secret = await this.secrets.GetAsync(options.ClientSecret, options.ClientSecretName, cancellationToken);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{secret}")));
    }

    public void Dispose() => Cache.Dispose();

    private async Task<IssuedToken> AskAsync(CancellationToken cancellationToken)
    {
        var options = this.options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenUrl);
        request.Headers.Authorization = await BasicAsync(cancellationToken);
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (!string.IsNullOrEmpty(options.Scope))
        {
            form["scope"] = options.Scope;
        }

        request.Content = new FormUrlEncodedContent(form);
        return await TokenRequest.SendAsync(
            this.clients.CreateClient(ClientNames.OracleLogin),
            request,
            ProblemCatalog.OracleAccessRefused,
            ProblemCatalog.OracleUnavailable,
            cancellationToken
        );
    }
}
