using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Resilience;
using PowerIntegration.Gateway.SignIn;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>How the gateway signs in to the pod: a token of its identity domain, or a user name and password.</summary>
internal sealed class OracleTokens : IDisposable
{
    private readonly IOptions<OracleOptions> _options;
    private readonly ClientSecrets _secrets;
    private readonly IHttpClientFactory _clients;

    public OracleTokens(IOptions<OracleOptions> options, ClientSecrets secrets, IHttpClientFactory clients, TimeProvider clock)
    {
        _options = options;
        _secrets = secrets;
        _clients = clients;
        Cache = new AccessTokenCache(clock, AskAsync);
    }

    /// <summary>The held token; for client credentials.</summary>
    public AccessTokenCache Cache { get; }

    /// <summary>Client id and secret as a Basic header.</summary>
    public async ValueTask<AuthenticationHeaderValue> BasicAsync(CancellationToken cancellationToken)
    {
        var options = _options.Value;
        var secret = await _secrets.GetAsync(options.ClientSecret, options.ClientSecretName, cancellationToken);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{secret}")));
    }

    public void Dispose() => Cache.Dispose();

    private async Task<IssuedToken> AskAsync(CancellationToken cancellationToken)
    {
        var options = _options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenUrl);
        request.Headers.Authorization = await BasicAsync(cancellationToken);
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (!string.IsNullOrEmpty(options.Scope)) form["scope"] = options.Scope;
        request.Content = new FormUrlEncodedContent(form);
        return await TokenRequest.SendAsync(_clients.CreateClient(ClientNames.OracleLogin), request, ProblemCatalog.OracleAccessRefused,
            ProblemCatalog.OracleUnavailable, cancellationToken);
    }
}
