using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Checks the bearer token of a request, and that its user is an enabled user of this Dataverse.</summary>
internal sealed class CallerCheck
{
    private const string Scheme = "Bearer ";

    private readonly Platform platform;
    private readonly EntraIssuer issuer;
    private readonly string audience;

    public CallerCheck(Platform platform, EntraIssuer issuer, string audience)
    {
        this.platform = platform;
        this.issuer = issuer;
        this.audience = audience;
    }

    public Result Check(IHeaderDictionary headers)
    {
        var header = headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Unauthorized("The request carries no bearer token.");
        }

        var check = issuer.Check(header[Scheme.Length..].Trim(), audience);
        if (check.User is not { } user)
        {
            return Unauthorized(check.Refusal ?? "The token is refused.");
        }

        return new Result(Enabled(user), null);
    }

    private Caller Enabled(SandboxUser user)
    {
        var row = platform.Users.Find(user.SystemUserId) is null
            ? null
            : platform.Store.Snapshot[SystemTables.User].Rows.GetValueOrDefault(user.SystemUserId);
        if (row is null)
        {
            throw Faults.Of(DataverseErrorCode.UserUnknown, "The user is not a member of the organization.");
        }

        return row["isdisabled"] is true
            ? throw Faults.Of(DataverseErrorCode.UserDisabled, "The specified user is either disabled or is not a member of any business unit.")
            : Caller.Of(user.SystemUserId);
    }

    private static Result Unauthorized(string why) => new(null, WebApiError.Of(401, "Unauthorized", why).With("WWW-Authenticate", "Bearer"));

    /// <summary>Exactly one is null.</summary>
    internal sealed record Result(Caller? Caller, WebApiResponse? Refusal);
}
