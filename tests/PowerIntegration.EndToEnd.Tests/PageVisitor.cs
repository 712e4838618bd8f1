using System.Net;
using System.Net.Http;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A person with a browser that keeps cookies and follows redirects.</summary>
internal sealed class PageVisitor : IDisposable
{
    private readonly HttpClient browser;

    private PageVisitor(string root) =>
        browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true })
        {
            BaseAddress = new Uri(root),
        };

    /// <summary>Somebody who has not said who they are.</summary>
    public static PageVisitor Unknown(SandboxDriver driver) => new(driver.Sandbox.Root);

    /// <summary>A signed-in person, on the page of approvals.</summary>
    public static Task<PageVisitor> SignInAsync(SandboxDriver driver, string user) => SignInAsync(driver.Sandbox.Root, user);

    /// <summary>A signed-in person on another site with the same pages.</summary>
    public static async Task<PageVisitor> SignInAsync(string root, string user)
    {
        var visitor = new PageVisitor(root);
        await visitor.PostAsync("/sign-in", ("user", user), ("next", "/approvals"));
        return visitor;
    }

    public async Task<PageSeen> GetAsync(string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), SandboxDriver.Cancellation);
        return await SeenAsync(answer);
    }

    public async Task<PageSeen> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), form, SandboxDriver.Cancellation);
        return await SeenAsync(answer);
    }

    public void Dispose() => browser.Dispose();

    private static async Task<PageSeen> SeenAsync(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            answer.RequestMessage!.RequestUri!.PathAndQuery + answer.RequestMessage.RequestUri.Fragment,
            await answer.Content.ReadAsStringAsync(SandboxDriver.Cancellation),
            answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : ""
        );
}

/// <summary>What a browser shows.</summary>
/// <param name="Status">The status of the last answer.</param>
/// <param name="Path">Where it ended, with query and fragment.</param>
/// <param name="Html">The page.</param>
/// <param name="Policy">The Content-Security-Policy.</param>
internal sealed record PageSeen(int Status, string Path, string Html, string Policy);
