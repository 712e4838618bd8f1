using Azure.Core;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>What a managed identity is in Azure: gives the gateway its token for Dataverse, from the sandbox's issuer.</summary>
/// <param name="issuer">Signs.</param>
/// <param name="user">The gateway's application user.</param>
/// <param name="clock">Measures the token's life.</param>
internal sealed class SandboxCredential(EntraIssuer issuer, SandboxUser user, TimeProvider clock) : TokenCredential
{
    private const string DefaultScope = "/.default";

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope =
            requestContext.Scopes.Length == 1
                ? requestContext.Scopes[0]
                : throw new NotSupportedException("The sandbox's credential takes one scope.");
        var audience = scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope[..^DefaultScope.Length].TrimEnd('/') : scope;
        return new AccessToken(issuer.IssueToken(user, audience), clock.GetUtcNow() + EntraIssuer.TokenLifetime);
    }

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
