using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The plain page, as a browser meets it.</summary>
public sealed partial class PageTests
{
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

        var retry = await driver.SendAsync(
            HttpMethod.Post,
            $"{driver.Sandbox.Root}/documents/7d2f9c1e-0000-4000-8000-000000000001/retry",
            null,
            null
        );
        Assert.Contains("Who are you?", retry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accountant_sees_documents_with_their_reasons_and_retries_one()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true })
        {
            BaseAddress = new Uri(driver.Sandbox.Root),
        };
        await SignInAsync(browser, SandboxDriver.Accountant);
        var page = await browser.GetStringAsync(new Uri("/documents", UriKind.Relative), SandboxDriver.Cancellation);
        Assert.Contains("IG 7741-1", page, StringComparison.Ordinal);
        Assert.Contains(">Refused<", page, StringComparison.Ordinal);
        Assert.Contains("07-840", page, StringComparison.Ordinal);

        await driver.AddFirestoppingRuleAsync("0784");
        var document = await driver.DocumentAsync("IG 7741-1");
        using var retried = await browser.PostAsync(
            new Uri($"/documents/{document["pint_documentid"]}/retry", UriKind.Relative),
            null,
            SandboxDriver.Cancellation
        );
        await driver.RunFlowsAsync();

        Assert.Equal(HttpStatusCode.OK, retried.StatusCode);
        Assert.DoesNotContain(
            ">Refused<",
            await browser.GetStringAsync(new Uri("/documents", UriKind.Relative), SandboxDriver.Cancellation),
            StringComparison.Ordinal
        );
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
        Assert.Contains("Current payment due", page, StringComparison.Ordinal);
        Assert.Contains("Continuation sheet", page, StringComparison.Ordinal);
        Assert.Matches(@"Unexplained\s+0\.00", page);

        using var missing = await browser.GetAsync(new Uri($"/documents/{Guid.Empty}", UriKind.Relative), SandboxDriver.Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_document_is_taken_back_by_two_people_who_read_the_same_figures()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync("HE-40213"))["pint_documentid"]!.ToString();
        using var accountant = await BrowserAsync(driver, SandboxDriver.Accountant);
        Assert.Contains("prvWritepint", await ReverseAsync(accountant, id, "Wrong site"), StringComparison.OrdinalIgnoreCase);

        using var first = await BrowserAsync(driver, SandboxDriver.Administrator);
        var asked = await ReverseAsync(first, id, "Wrong site");
        Assert.Contains("Confirm reversal as the second person", asked, StringComparison.Ordinal);
        Assert.Contains("-683,268.76", asked, StringComparison.Ordinal);
        Assert.Contains("Confirm reversal as the second person", await ReverseAsync(first, id, ""), StringComparison.Ordinal);

        using var second = await BrowserAsync(driver, "irene.castellano");
        Assert.Contains("Confirm reversal as the second person", await ReverseAsync(second, id, "Billed twice"), StringComparison.Ordinal);
        Assert.Contains(">Prepared<", await ReverseAsync(second, id, ""), StringComparison.Ordinal);
        await driver.RunFlowsAsync();
        Assert.Contains(
            ">Reversed<",
            await second.GetStringAsync(new Uri($"/documents/{id}", UriKind.Relative), SandboxDriver.Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no reason",
            await ReverseAsync(second, (await driver.DocumentAsync("PCC-25-1187"))["pint_documentid"]!.ToString(), " "),
            StringComparison.Ordinal
        );
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

    private static async Task<string> ReverseAsync(HttpClient browser, string documentId, string reason)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = reason });
        using var answer = await browser.PostAsync(new Uri($"/documents/{documentId}/reversal", UriKind.Relative), form, SandboxDriver.Cancellation);
        return await answer.Content.ReadAsStringAsync(SandboxDriver.Cancellation);
    }

    private static async Task<string> SignInAsync(HttpClient browser, string user)
    {
        using var form = Form(user);
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, SandboxDriver.Cancellation);
        return await answer.Content.ReadAsStringAsync(SandboxDriver.Cancellation);
    }

    private static FormUrlEncodedContent Form(string user) => new(new Dictionary<string, string> { ["user"] = user });
}
