using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Remote.SignIn;

/// <summary>Asks a token endpoint and reads its answer; the same for every system.</summary>
internal static class TokenRequest
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>Sends the request; a refusal becomes <paramref name="refused"/>, an outage <paramref name="unavailable"/>.</summary>
    public static async Task<IssuedToken> SendAsync(
        HttpClient client,
        HttpRequestMessage request,
        ProblemKind refused,
        ProblemKind unavailable,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var response = await client.SendAsync(request.Repeatable(), cancellationToken);
            if ((int)response.StatusCode is 429 or >= 500)
            {
                throw new RemoteUnavailableException(
                    unavailable,
                    $"The sign-in at {Host(request)} is not available ({(int)response.StatusCode}). Running flows try again automatically."
                );
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new IntegrationException(refused, $"The sign-in at {Host(request)} was refused ({(int)response.StatusCode}). {AskAboutSecret}");
            }

            var answer = JsonSerializer.Deserialize<TokenAnswer>(await ResponseText.ReadAsync(response.Content, cancellationToken) ?? "", Json);
            return answer is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 }
                ? new IssuedToken(token, TimeSpan.FromSeconds(answer.ExpiresIn))
                : throw new IntegrationException(refused, $"The sign-in at {Host(request)} gave no token. {AskAboutSecret}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            throw new RemoteUnavailableException(
                unavailable,
                $"The sign-in at {Host(request)} cannot be reached: {failure.Message} Running flows try again automatically.",
                failure
            );
        }
        catch (JsonException unreadable)
        {
            throw new IntegrationException(refused, $"The sign-in at {Host(request)} sent an unexpected response. {AskAboutSecret}", unreadable);
        }
    }

    private const string AskAboutSecret = "Ask the integration administrator to check the client ID and secret.";

    private static string? Host(HttpRequestMessage request) => request.RequestUri?.Host;
}
