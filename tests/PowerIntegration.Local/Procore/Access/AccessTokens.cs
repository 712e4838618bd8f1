using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Access;

/// <summary>Tokens of the service account; they do not outlive the process, so a restart is met with 401 as a revoked token would be.</summary>
/// <param name="options">Client id and secret.</param>
/// <param name="ids">Where tokens come from.</param>
internal sealed class AccessTokens(ProcoreOptions options, IIdSource ids)
{
    /// <summary>Seconds a token lives, for every grant.</summary>
    public const int LifetimeSeconds = 5400;

    private readonly Dictionary<string, DateTimeOffset> expiry = new(StringComparer.Ordinal);

    /// <summary>Answers <c>POST /oauth/token</c>.</summary>
    public ProcoreAnswer Issue(ProcoreRequest request, DateTimeOffset now)
    {
        var grant = request.Fields.GetValueOrDefault("grant_type");
        if (grant != "client_credentials")
        {
            return OAuthError(
                400,
                "unsupported_grant_type",
                $"Procore simulator: grant_type {grant ?? "(none)"} is not supported. Use client_credentials."
            );
        }

        if (
            request.Fields.GetValueOrDefault("client_id") != options.ClientId
            || request.Fields.GetValueOrDefault("client_secret") != options.ClientSecret
        )
        {
            return OAuthError(
                401,
                "invalid_client",
                "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."
            );
        }

        var token = ids.NextGuid().ToString("N") + ids.NextGuid().ToString("N");
        expiry[token] = now.AddSeconds(LifetimeSeconds);
        return ProcoreAnswer.Ok(
            new JsonObject
            {
                ["access_token"] = token,
                ["token_type"] = "bearer",
                ["expires_in"] = LifetimeSeconds,
                ["created_at"] = now.ToUnixTimeSeconds(),
            }
        );
    }

    /// <summary>Whether a token is ours and has not expired.</summary>
    public bool IsValid(string? token, DateTimeOffset now) => token is not null && expiry.TryGetValue(token, out var end) && now < end;

    private static ProcoreAnswer OAuthError(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description });
}
