using Microsoft.IdentityModel.Tokens;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Measures a token's lifetime by the injected clock instead of the machine's.</summary>
internal sealed class TokenLifetime(TimeProvider clock)
{
    /// <summary>How far the clocks of issuer and gateway may differ.</summary>
    public static readonly TimeSpan SkewMax = TimeSpan.FromMinutes(1);

    /// <summary>Returns true for a token that is valid now; otherwise throws what the bearer handler expects.</summary>
    /// <exception cref="SecurityTokenNoExpirationException">The token never expires.</exception>
    /// <exception cref="SecurityTokenNotYetValidException">The token is for later.</exception>
    /// <exception cref="SecurityTokenExpiredException">The token is over.</exception>
    public bool Validate(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (expires is not { } end)
        {
            throw new SecurityTokenNoExpirationException("The sign-in token has no expiry.");
        }

        if (notBefore is { } start && now < start - SkewMax)
        {
            throw new SecurityTokenNotYetValidException($"The sign-in token is not valid before {start:u}.") { NotBefore = start };
        }

        if (now >= end + SkewMax)
        {
            throw new SecurityTokenExpiredException($"The sign-in expired at {end:u}.") { Expires = end };
        }

        return true;
    }
}
