using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Signing in, and the address that an approval names, as a browser meets them.</summary>
public sealed partial class PageTests
{
    private const StringComparison Same = StringComparison.OrdinalIgnoreCase;

    [Fact]
    public async Task Without_a_cookie_only_the_question_is_served()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();

        foreach (var path in new[] { "/", "/anything" })
        {
            var answer = await driver.SendAsync(HttpMethod.Get, driver.Sandbox.Root + path, null, null);
            Assert.Contains("Who are you?", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("HE-40213", answer.Text, StringComparison.Ordinal);
        }

        var billed = await driver.SendAsync(HttpMethod.Post, driver.Sandbox.Root + "/months/next", null, null);
        Assert.Contains("Who are you?", billed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_an_approval_opens_every_figure_of_the_document()
    {
        await using var driver = await SandboxDriver.StartFreshAsync();
        await driver.BillNextMonthAsync();
        var document = await driver.DocumentAsync("HE-40213");
        var preparation = Assert.Single(
            await driver.RowsAsync($"pint_preparations?$select=pint_summary&$filter=pint_preparationid eq {document["_pint_preparationid_value"]}")
        );
        var link = Link().Match(preparation["pint_summary"]!.ToString()).Groups["address"].Value;
        Assert.StartsWith(driver.Sandbox.Root, link, StringComparison.Ordinal);

        // Whoever follows it without a session is asked first.
        Assert.Contains("Who are you?", (await driver.SendAsync(HttpMethod.Get, link, null, null)).Text, StringComparison.Ordinal);

        using var browser = await BrowserAsync(driver, SandboxDriver.Accountant);
        var page = await browser.GetStringAsync(new Uri(link), SandboxDriver.Cancellation);
        Assert.Contains("SC-002 application 1", page, StringComparison.Ordinal);
        Assert.Contains($"/WebResources/pint_/html/document.html?data=proof&amp;id=%7B{document["pint_documentid"]}%7D", page, Same);

        // The page there shows what this answers.
        var answer = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_ExplainDocument",
            new JsonObject { ["DocumentId"] = document["pint_documentid"]!.ToString() }
        );
        var shown = JsonNode.Parse(answer.Body!["Explanation"]!.ToString())!;
        Assert.Equal(683_268.76m, (decimal)shown["certificate"]!.AsArray().Single(line => line!["line"]!.ToString() == "8")!["now"]!);
        Assert.Equal(0m, (decimal)shown["unexplained"]!);
        Assert.Null(shown["unread"]);
    }

    [Fact]
    public async Task The_cookie_is_sent_by_this_site_alone_and_not_shown_to_scripts()
    {
        await using var driver = await SandboxDriver.StartAsync();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(driver.Sandbox.Root),
        };

        using var form = Form(SandboxDriver.Accountant);
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, SandboxDriver.Cancellation);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\[Every line, certificate and proof\]\((?<address>[^)]+)\)")]
    private static partial Regex Link();

    private static async Task<HttpClient> BrowserAsync(SandboxDriver driver, string user)
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true })
        {
            BaseAddress = new Uri(driver.Sandbox.Root),
        };
        await SignInAsync(browser, user);
        return browser;
    }

    private static async Task<string> SignInAsync(HttpClient browser, string user)
    {
        using var form = Form(user);
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, SandboxDriver.Cancellation);
        return await answer.Content.ReadAsStringAsync(SandboxDriver.Cancellation);
    }

    private static FormUrlEncodedContent Form(string user) => new(new Dictionary<string, string> { ["user"] = user });
}
