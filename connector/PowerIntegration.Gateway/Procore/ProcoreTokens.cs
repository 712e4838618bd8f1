using System.Net.Http;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Remote.SignIn;

namespace PowerIntegration.Gateway.Procore;

/// <summary>The token of the developer managed service account: grant client_credentials, no refresh token, 90 minutes.</summary>
internal sealed class ProcoreTokens : IDisposable
{
    private readonly IOptions<ProcoreOptions> options;
    private readonly ClientSecrets secrets;
    private readonly IHttpClientFactory clients;

    public ProcoreTokens(IOptions<ProcoreOptions> options, ClientSecrets secrets, IHttpClientFactory clients, TimeProvider clock)
    {
        this.options = options;
        this.secrets = secrets;
        this.clients = clients;
        Cache = new AccessTokenCache(clock, AskAsync);
    }

    /// <summary>The held token.</summary>
    public AccessTokenCache Cache { get; }

    public void Dispose() => Cache.Dispose();

    private async Task<IssuedToken> AskAsync(CancellationToken cancellationToken)
    {
        var options = this.options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token");
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = options.ClientId,
                ["client_secret"] = await this.secrets.GetAsync(options.ClientSecret, options.ClientSecretName, cancellationToken),
            }
        );
        return await TokenRequest.SendAsync(
            this.clients.CreateClient(ClientNames.ProcoreLogin),
            request,
            ProblemCatalog.ProcoreAccessRefused,
            ProblemCatalog.ProcoreUnavailable,
            cancellationToken
        );
    }
}
