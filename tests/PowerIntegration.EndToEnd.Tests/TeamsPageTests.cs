using PowerIntegration.Local.Teams;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The chat page, as a browser meets it: each card is text, and drawn where the library is there.</summary>
public sealed class TeamsPageTests
{
    private const string Omar = "omar.lindqvist";
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.4","fallbackText":"An approval is waiting: <b>A & B</b>","body":[{"type":"TextBlock","text":"Hidden"},
        {"type":"Container","items":[{"type":"FactSet","facts":[{"title":"Amount","value":"120,000.00 <i>USD</i>"}]}]}],"actions":[
        {"type":"Action.OpenUrl","title":"Open the document","url":"https://example.com/document"},
        {"type":"Action.OpenUrl","title":"Bad","url":"javascript:alert(1)"}]}
        """;

    [Fact]
    public async Task A_card_is_text_until_the_library_that_draws_it_is_there()
    {
        var library = Path.Combine(Directory.CreateTempSubdirectory("powerintegration-library-").FullName, "library.js");
        using var data = new ChangedData();
        await using var driver = await SandboxDriver.StartAsync(data, library);
        Post(driver, Omar, new PostContent(true, Card));
        driver.Clock.Advance(TimeSpan.FromHours(1));
        Post(driver, Omar, new PostContent(false, "<p>Second <script>alert(2)</script>&lt;b&gt;</p>", "Subject"));
        Post(driver, "dana.whitfield", new PostContent(false, "Not for Omar"));
        using var omar = await PageVisitor.SignInAsync(driver, Omar);

        var page = await omar.GetAsync("/teams");
        Assert.Contains("<p>An approval is waiting: &lt;b&gt;A &amp; B&lt;/b&gt;</p>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Amount</th><td>120,000.00 &lt;i&gt;USD&lt;/i&gt;</td>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.com/document\">Open the document</a>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>Hidden", page.Html, StringComparison.Ordinal);
        Assert.Contains("<code>npm ci</code>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for Omar", page.Html, StringComparison.Ordinal);
        Assert.Contains("alert(2) &lt;b&gt;", page.Html, StringComparison.Ordinal);
        Assert.InRange(
            page.Html.IndexOf("An approval is waiting", StringComparison.Ordinal),
            page.Html.IndexOf("Second", StringComparison.Ordinal),
            page.Html.Length
        );
        Assert.Equal(404, (await omar.GetAsync("/adaptivecards.js")).Status);

        var (mine, other) = (driver.Sandbox.Teams.Posted[0], driver.Sandbox.Teams.Posted[2]);
        Assert.Equal($"/teams#message-{mine.Id}", (await omar.GetAsync(driver.Sandbox.Teams.LinkTo(mine).ToString())).Path);
        Assert.Equal(404, (await omar.GetAsync(driver.Sandbox.Teams.LinkTo(other).ToString())).Status);

        await File.WriteAllTextAsync(library, "// the library", SandboxDriver.Cancellation);
        page = await omar.GetAsync("/teams");
        Assert.Contains("<script src=\"/adaptivecards.js\" defer>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("npm ci", page.Html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", page.Policy, StringComparison.Ordinal);
        Assert.Equal("// the library", (await omar.GetAsync("/adaptivecards.js")).Html);
        Directory.Delete(Path.GetDirectoryName(library)!, recursive: true);
    }

    private static void Post(SandboxDriver driver, string user, PostContent content) =>
        Assert.Null(driver.Sandbox.Teams.PostToPerson(driver.Sandbox.Seed.User(user).Email, content).Refusal);
}
