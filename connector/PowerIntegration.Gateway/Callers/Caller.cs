using System.Security.Claims;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Who calls, and through which application.</summary>
/// <param name="ObjectId">The person or service principal in the tenant, the claim <c>oid</c>.</param>
/// <param name="ClientId">The application that requested the token, the claim <c>azp</c> or <c>appid</c>.</param>
/// <param name="Roles">App roles, each whole.</param>
internal sealed record Caller(string ObjectId, string ClientId, IReadOnlyList<string> Roles)
{
    /// <summary>Claim with the object id.</summary>
    public const string ObjectIdClaim = "oid";

    /// <summary>Claim with the client id, whatever the version of the token.</summary>
    public const string ClientIdClaim = "azp";

    /// <summary>Claim with one role.</summary>
    public const string RoleClaim = "roles";

    /// <summary>The caller as the framework's authorization reads it: nothing of the token but what was read here.</summary>
    public ClaimsPrincipal Principal(string scheme) =>
        new(
            new ClaimsIdentity(
                [new Claim(ObjectIdClaim, ObjectId), new Claim(ClientIdClaim, ClientId), .. Roles.Select(role => new Claim(RoleClaim, role))],
                scheme,
                ObjectIdClaim,
                RoleClaim
            )
        );
}
