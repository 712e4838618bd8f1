using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>Who visits the page: asks whoever has not said it, and leads to where they wanted to go.</summary>
/// <param name="users">Who can be chosen.</param>
/// <param name="clock">Time of the sandbox.</param>
internal sealed class PageVisits(IReadOnlyList<SandboxUser> users, TimeProvider clock)
{
    private readonly PageSessions sessions = new();

    /// <summary>Time of the sandbox.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Answers in the name of the signed-in user, or asks who it is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">What the user gets.</param>
    public async Task<IResult> ForUserAsync(HttpContext context, Func<SandboxUser, Task<IResult>> answer) =>
        sessions.TryFind(context.Request, out var user) ? await answer(user) : Question(context);

    /// <summary>Finds who visits.</summary>
    /// <param name="request">The request.</param>
    /// <param name="user">The user, where there is a session.</param>
    public bool TryFind(HttpRequest request, [NotNullWhen(true)] out SandboxUser? user) => sessions.TryFind(request, out user);

    /// <summary>The key that the pages of the session carry.</summary>
    /// <param name="request">The request.</param>
    public string KeyOf(HttpRequest request) => sessions.KeyOf(request);

    /// <summary>Whether a key is that of the session.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key.</param>
    public bool IsKey(HttpRequest request, string key) =>
        sessions.KeyOf(request) is { Length: > 0 } known
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(key));

    /// <summary>The question who visits; a page that was asked for opens afterwards, an action is not repeated.</summary>
    /// <param name="context">The request.</param>
    /// <param name="statusCode">The status.</param>
    public PageResult Question(HttpContext context, int statusCode = StatusCodes.Status200OK)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && statusCode == StatusCodes.Status200OK;
        return new PageResult(
            PageHtml.Question(users, isPage ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : "/"),
            statusCode
        );
    }

    /// <summary>Starts a session.</summary>
    /// <param name="context">The request.</param>
    public async Task<IResult> SignInAsync(HttpContext context)
    {
        var form = await PageForm.ReadAsync(context);
        var name = form.GetValueOrDefault("user", "");
        if (users.FirstOrDefault(user => user.Name == name && !user.IsApplication) is not { } user)
        {
            return Question(context);
        }

        sessions.Start(context.Response, user);
        return Results.Redirect(AfterSignIn(form.GetValueOrDefault("next", "")));
    }

    /// <summary>Ends the session.</summary>
    /// <param name="context">The request.</param>
    public IResult SignOut(HttpContext context)
    {
        sessions.End(context);
        return Results.Redirect("/");
    }

    /// <summary>A sentence about what went wrong.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="place">Where.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="statusCode">The status.</param>
    public PageResult Problem(SandboxUser user, PagePlace place, string sentence, int statusCode = StatusCodes.Status200OK) =>
        new(PageFrame.Problem(user, Now, place, sentence), statusCode);

    /// <summary>Where to go after signing in: a path of this site, whatever the form says.</summary>
    /// <param name="next">What the form says.</param>
    public static string AfterSignIn(string next)
    {
        // Two slashes name another site; to a browser a backslash is one, and a tab is nothing. An address is ASCII.
        var isOfThisSite =
            next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal) && next.All(one => one is > ' ' and <= '~' and not '\\');
        return isOfThisSite ? next : "/";
    }
}
