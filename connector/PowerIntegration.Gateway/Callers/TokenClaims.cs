using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PowerIntegration.Gateway.Callers;

/// <summary>
/// Reads the caller from a token whose signature, issuer, audience and lifetime hold. Entra issues two shapes: a person's token has the scopes that
/// were granted in <c>scp</c> and may have app roles beside them; an application's has app roles only, and its subject is its object id. Each claim
/// is read in the form in which Entra writes it; what has another form is refused, never interpreted.
/// </summary>
/// <param name="pinned">Whose tokens are taken.</param>
internal sealed class TokenClaims(PinnedCallers pinned)
{
    private const string SignInAgain = " Open the connection in Power Apps and sign in again.";
    private const string AskEntra = " Ask the Microsoft Entra administrator to check the app registrations of connector and gateway.";

    private static readonly JsonDocumentOptions OneOfEach = new() { AllowDuplicateProperties = false };

    /// <summary>The caller.</summary>
    /// <exception cref="CallerRefusedException">A claim is missing, has another form or another value.</exception>
    public Caller Read(JsonWebToken token)
    {
        using var payload = Payload(token);
        var claims = payload.RootElement;
        var clientClaim = RequireTenant(claims);
        RequireAudience(claims);
        var client = RequireClient(claims, clientClaim);
        var account = Id(claims, "oid") ?? throw Refused("The sign-in token does not name the account.", AskEntra);
        RequireKind(claims, account);
        return new Caller(account, client, Roles(claims));
    }

    private static JsonDocument Payload(JsonWebToken token)
    {
        try
        {
            return JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload), OneOfEach);
        }
        catch (JsonException)
        {
            throw Refused("The sign-in token names a claim twice.", AskEntra);
        }
    }

    // Version, issuer and tenant are one statement: a token of one version with the issuer of the other was not written by Entra.
    private string RequireTenant(JsonElement claims)
    {
        var (issuer, clientClaim) = Text(claims, "ver") switch
        {
            "2.0" => (pinned.Issuer, "azp"),
            "1.0" => (pinned.OldIssuer, "appid"),
            _ => throw Refused("The sign-in token has an unknown version; 1.0 or 2.0 was expected.", AskEntra),
        };
        var isOurs = Text(claims, "iss") == issuer && string.Equals(Text(claims, "tid"), pinned.Tenant, StringComparison.OrdinalIgnoreCase);
        return isOurs ? clientClaim : throw Refused("The sign-in token is from another tenant.", SignInAgain);
    }

    // The library has compared the audience, but it takes a list in which ours is one of several.
    private void RequireAudience(JsonElement claims)
    {
        if (Text(claims, "aud") is not { } audience || !pinned.Audiences.Contains(audience, StringComparer.Ordinal))
        {
            throw Refused("The sign-in token is for another application.", SignInAgain);
        }
    }

    private string RequireClient(JsonElement claims, string name)
    {
        var client = Id(claims, name) ?? throw Refused("The sign-in token does not name the application that requested it.", AskEntra);
        return pinned.Clients.Contains(client)
            ? client
            : throw Refused(
                $"The sign-in token was requested by an application that is not allowed: {client} may not call this gateway.",
                " Ask the operator of the gateway to allow it."
            );
    }

    // Where the optional claim idtyp is not issued, an application's token is told by its subject.
    private void RequireKind(JsonElement claims, string account)
    {
        var isApplication = Text(claims, "idtyp") switch
        {
            "app" => true,
            "user" => false,
            null when !claims.TryGetProperty("idtyp", out _) => Text(claims, "sub") == account,
            _ => throw Refused("The sign-in token is neither a person's nor an application's.", AskEntra),
        };
        if (isApplication && claims.TryGetProperty("scp", out _))
        {
            throw Refused("The sign-in token is an application's and has a person's permission.", AskEntra);
        }

        // The scopes are one text with spaces between them, as OAuth defines it.
        if (!isApplication && !(Text(claims, "scp") ?? "").Split(' ').Contains(pinned.Scope, StringComparer.Ordinal))
        {
            throw Refused(
                $"The sign-in token does not have the permission '{pinned.Scope}' of the gateway.",
                " Ask the Microsoft Entra administrator to grant it to the connector's app registration."
            );
        }
    }

    private static IReadOnlyList<string> Roles(JsonElement claims)
    {
        if (!claims.TryGetProperty("roles", out var roles))
        {
            return [];
        }

        return roles.ValueKind == JsonValueKind.Array && roles.EnumerateArray().All(role => role.ValueKind == JsonValueKind.String)
            ? [.. roles.EnumerateArray().Select(role => role.GetString()!)]
            : throw Refused("The app roles in the sign-in token are not a list of names.", AskEntra);
    }

    private static string? Id(JsonElement claims, string name) => Text(claims, name) is { } text && PinnedCallers.IsId(text) ? text : null;

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String ? claim.GetString() : null;

    private static CallerRefusedException Refused(string reason, string nextStep) => new(reason + nextStep);
}
