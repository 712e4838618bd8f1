namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>What a token says; the defaults are good.</summary>
internal sealed record TokenFacts
{
    public string[] Roles { get; init; } = ["Read", "Submit"];

    public string Issuer { get; init; } = CallerTokens.Issuer;

    public string Audience { get; init; } = CallerTokens.Audience;

    public TimeSpan StartsIn { get; init; } = TimeSpan.FromMinutes(-5);

    public TimeSpan EndsIn { get; init; } = TimeSpan.FromHours(1);

    public bool Expires { get; init; } = true;

    public bool ForeignKey { get; init; }

    public string Algorithm { get; init; } = "RS256";
}
