using System.Net.Http;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Remote.SignIn;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Signs in and pins the version of Oracle's REST framework: it decides the shapes of ids, children and query expressions.</summary>
internal sealed class OracleSignIn(OracleTokens tokens, IOptions<OracleOptions> options) : DelegatingHandler
{
    /// <summary>Name of the header that pins the framework.</summary>
    public const string FrameworkHeader = "REST-Framework-Version";

    /// <summary>The pinned version: expressions in <c>q</c>, children as collections, structured errors, numbers as numbers.</summary>
    public const string FrameworkVersion = "4";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(FrameworkHeader);
        request.Headers.Add(FrameworkHeader, FrameworkVersion);
        if (options.Value.Authentication == OracleAuthentication.ClientCredentials)
        {
            return await BearerSending.SendAsync(tokens.Cache, request, () => base.SendAsync(request, cancellationToken), cancellationToken);
        }

        request.Headers.Authorization = await tokens.BasicAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
