using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The user of the page: a cookie that only this site's own pages send, holding an unguessable session number.</summary>
public sealed class PageSessions
{
    private const string CookieName = "sandbox-session";
    private const int SessionNumberBytes = 32;
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(SessionNumberBytes);
    private readonly ConcurrentDictionary<string, SandboxUser> users = new(StringComparer.Ordinal);

    /// <summary>Finds the user of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="user">The user, where the cookie names a session.</param>
    public bool TryFind(HttpRequest request, [NotNullWhen(true)] out SandboxUser? user)
    {
        user = null;
        return request.Cookies.TryGetValue(CookieName, out var number) && users.TryGetValue(number, out user);
    }

    /// <summary>Starts a session and sets its cookie.</summary>
    /// <param name="response">The answer that carries the cookie.</param>
    /// <param name="user">The user.</param>
    public void Start(HttpResponse response, SandboxUser user)
    {
        // A session number must not follow from the printed seed; it is the one thing here that is truly random.
        var number = Convert.ToHexString(RandomNumberGenerator.GetBytes(SessionNumberBytes));
        users[number] = user;
        response.Cookies.Append(
            CookieName,
            number,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            }
        );
    }

    /// <summary>The key that the pages of a session carry: it shows that a request comes from one of them. Empty without a session.</summary>
    /// <param name="request">The request.</param>
    public string KeyOf(HttpRequest request) =>
        request.Cookies.TryGetValue(CookieName, out var number) && users.ContainsKey(number)
            ? Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(number)))
            : "";

    /// <summary>Ends the session of a request.</summary>
    /// <param name="context">The request and its answer.</param>
    public void End(HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue(CookieName, out var number))
        {
            users.TryRemove(number, out _);
        }

        context.Response.Cookies.Delete(CookieName);
    }
}
