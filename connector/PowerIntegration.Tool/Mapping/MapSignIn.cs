using Azure.Core;
using Azure.Identity;
using PowerIntegration.Tool.Rights;

namespace PowerIntegration.Tool.Mapping;

/// <summary>How the person who runs the command signs in to Dataverse.</summary>
internal static class MapSignIn
{
    /// <summary>Variable with an access token, for machines without the Azure CLI.</summary>
    public const string TokenVariable = "PINT_DATAVERSE_TOKEN";

    /// <summary>How to sign in.</summary>
    public const string Advice = "Sign in with 'az login', or set " + TokenVariable + " to an access token.";

    /// <summary>Gives the access token: that of the variable where it is set, else that of the Azure CLI.</summary>
    public static Func<string, Task<string>> TokenOf(Uri url, Surroundings surroundings)
    {
        if (surroundings.Variable(TokenVariable) is { Length: > 0 } given)
        {
            return _ => Task.FromResult(given);
        }

        var credential = new AzureCliCredential();
        var scope = new TokenRequestContext([url.GetLeftPart(UriPartial.Authority) + "/.default"]);
        return async _ => (await credential.GetTokenAsync(scope, CancellationToken.None)).Token;
    }

    /// <summary>Why an address is not used; null where it is.</summary>
    public static string? Mistake(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.IsLoopback && url.Scheme == Uri.UriSchemeHttp))
            ? null
            : $"--dataverse takes the address of the environment, such as https://lakeshore.crm.dynamics.com, not '{address}'.";
}
