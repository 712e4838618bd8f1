using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Callers;

/// <summary>What attributes cannot say of the callers' settings. A missing setting says so itself.</summary>
internal sealed class PinnedCallersValidation : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        List<string> failures = [.. Authority(options), .. Audience(options), .. Scope(options), .. Clients(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Authority(GatewayOptions options)
    {
        if (options.Authority.Length > 0 && PinnedCallers.TenantOf(options.Authority) is null)
        {
            yield return $"Gateway:Authority is '{options.Authority}', which does not name one tenant. Enter the issuer of its tokens of "
                + "version 2.0, https://login.microsoftonline.com/{tenant ID}/v2.0.";
        }
    }

    private static IEnumerable<string> Audience(GatewayOptions options)
    {
        if (options.ClientId.Length > 0 && !PinnedCallers.IsId(options.ClientId))
        {
            yield return $"Gateway:ClientId is '{options.ClientId}', which is not a client ID. Enter the application (client) ID of the gateway's "
                + "app registration.";
        }

        if (options.ApplicationIdUri.Length > 0 && !Uri.TryCreate(options.ApplicationIdUri, UriKind.Absolute, out _))
        {
            yield return $"Gateway:ApplicationIdUri is '{options.ApplicationIdUri}', which is not an application ID URI. Enter the one of the "
                + "gateway's app registration, for example api://powerintegration-gateway.";
        }
    }

    private static IEnumerable<string> Scope(GatewayOptions options)
    {
        if (options.Scope.Any(char.IsWhiteSpace))
        {
            yield return $"Gateway:Scope is '{options.Scope}', which is not the name of one permission. Enter the name alone, for "
                + "example access_as_user.";
        }
    }

    private static IEnumerable<string> Clients(GatewayOptions options)
    {
        var clients = PinnedCallers.ClientsOf(options.Clients);
        return options.Clients.Length > 0 && clients.Count == 0
            ? ["Gateway:Clients is missing. Enter the client IDs of the applications that may call, separated by commas."]
            : clients
                .Where(client => !PinnedCallers.IsId(client))
                .Select(client =>
                    $"Gateway:Clients has '{client}', which is not a client ID. Enter the client IDs of the applications that may call, separated by "
                    + "commas."
                );
    }
}
