namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>What a token says; the defaults are those of a person who signed in through the connector, in version 2.0.</summary>
internal sealed record TokenFacts
{
    /// <summary>A person. Entra gives the subject of a person another value for each application.</summary>
    public static readonly TokenFacts Person = new();

    /// <summary>An application with its own secret: no scope, and subject and object id are one.</summary>
    public static readonly TokenFacts Application = new()
    {
        ObjectId = "5a8f0c1e-7d42-4b7f-8f0d-2c1b3a4d5e6f",
        Subject = "5a8f0c1e-7d42-4b7f-8f0d-2c1b3a4d5e6f",
        Client = CallerTokens.FlowsClient,
        Scope = null,
    };

    /// <summary>The same person in a token of version 1.0, which an app registration gets whose manifest was not changed.</summary>
    public static readonly TokenFacts Old = new()
    {
        Version = "1.0",
        Issuer = $"https://sts.windows.net/{CallerTokens.TenantId}/",
        Audience = CallerTokens.ApplicationIdUri,
    };

    /// <summary>A list of roles; another value where the token is to have something else there.</summary>
    public object? Roles { get; init; } = new[] { "Read", "Submit" };

    public string Issuer { get; init; } = CallerTokens.Issuer;

    public object? Audience { get; init; } = CallerTokens.ClientId;

    public string? Version { get; init; } = "2.0";

    public string? Tenant { get; init; } = CallerTokens.TenantId;

    public object? ObjectId { get; init; } = "3d9d6b0e-15a4-4e2b-9d59-0f6a0c7c1a11";

    public string? Subject { get; init; } = "o8Yk-pairwise-subject-of-the-person";

    public object? Client { get; init; } = CallerTokens.ConnectorClient;

    /// <summary>The claim that names the client; null for the one of the version.</summary>
    public string? ClientClaim { get; init; }

    public object? Scope { get; init; } = "access_as_user";

    public string? Kind { get; init; }

    public TimeSpan StartsIn { get; init; } = TimeSpan.FromMinutes(-5);

    public TimeSpan EndsIn { get; init; } = TimeSpan.FromHours(1);

    public bool Expires { get; init; } = true;

    public bool ForeignKey { get; init; }

    public string? KeyId { get; init; } = "key-1";

    public string Algorithm { get; init; } = "RS256";

    /// <summary>The claims beside issuer and lifetime; what is null is not in the token.</summary>
    public Dictionary<string, object> Claims()
    {
        var isOld = Version == "1.0";
        var claims = new Dictionary<string, object?>
        {
            ["aud"] = Audience,
            ["ver"] = Version,
            ["tid"] = Tenant,
            ["oid"] = ObjectId,
            ["sub"] = Subject,
            [ClientClaim ?? (isOld ? "appid" : "azp")] = Client,
            [isOld ? "appidacr" : "azpacr"] = "1",
            ["scp"] = Scope,
            ["roles"] = Roles,
            ["idtyp"] = Kind,
            ["name"] = "Test caller",
        };
        return claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!);
    }
}
