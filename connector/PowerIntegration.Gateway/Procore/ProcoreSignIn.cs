using System.Net.Http;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Remote.SignIn;

namespace PowerIntegration.Gateway.Procore;

/// <summary>Adds the token and the company to every call; without the company header Procore does not know which region to ask.</summary>
internal sealed class ProcoreSignIn(ProcoreTokens tokens, IOptions<ProcoreOptions> options) : DelegatingHandler
{
    /// <summary>Name of the header that selects the company.</summary>
    public const string CompanyHeader = "Procore-Company-Id";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(CompanyHeader);
        request.Headers.Add(CompanyHeader, options.Value.CompanyId);
        return BearerSending.SendAsync(tokens.Cache, request, () => base.SendAsync(request, cancellationToken), cancellationToken);
    }
}
