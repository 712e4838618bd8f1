using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Remote.SignIn;

/// <summary>Finds a client secret: in the configuration, else in the Key Vault under its name.</summary>
internal sealed class ClientSecrets(IOptions<GatewayOptions> gateway, TokenCredential credential)
{
    /// <summary>The secret. The start-up checks saw to it that one of the two is given.</summary>
    public async ValueTask<string> GetAsync(string? secret, string? secretName, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(secret))
        {
            return secret;
        }

        var vault = new SecretClient(gateway.Value.KeyVault, credential);
        var answer = await vault.GetSecretAsync(secretName, version: null, outContentType: null, cancellationToken);
        return answer.Value.Value;
    }
}
