using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Remote.SignIn;

/// <summary>What a token endpoint answers (RFC 6749, 5.1).</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] long ExpiresIn
);
