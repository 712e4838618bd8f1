using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PowerIntegration.Local.Teams;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The pages of approvals and Teams in a real browser: a person signs in, answers, and sees a card drawn; everyone can use both.</summary>
public sealed class BrowserTests
{
    private const string Omar = "Omar Lindqvist";
    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private const string OfAnother = """
        {"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","id":"more","text":"Posted by another flow"}],"actions":[
        {"type":"Action.ToggleVisibility","title":"Hide","targetElements":["more"]},
        {"type":"Action.OpenUrl","title":"Web","url":"https://example.com/"},
        {"type":"Action.OpenUrl","title":"Run","url":"javascript:document.body.remove()"}]}
        """;

    [Fact]
    public async Task A_person_approves_in_a_browser_and_sees_the_card_drawn()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        Assert.SkipUnless(
            File.Exists(RepositoryLayout.Find().CardLibrary),
            "The library that draws cards is not installed. Run npm ci in tests/PowerIntegration.Sandbox."
        );
        using var data = ApprovalTests.InTeams(sharedRows: null);
        await using var driver = await SandboxDriver.StartAsync(data);
        await ApprovalTests.SubmitAsync(driver);
        driver.Clock.Advance(TimeSpan.FromDays(2));
        await driver.RunFlowsAsync();
        driver.Sandbox.Teams.PostToPerson(driver.Sandbox.Seed.User("omar.lindqvist").Email, new PostContent(true, OfAnother));

        var page = await SharedBrowser.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => faults.Add(error);

        await page.GotoAsync(driver.Sandbox.Root);
        await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = Omar }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Microsoft Teams", Exact = true }).ClickAsync();
        var card = page.Locator(".ac-adaptiveCard").Filter(new LocatorFilterOptions { HasText = "An approval is waiting for you" });
        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("article .ac-pushButton")).ToHaveTextAsync(["Web", "Run", "Open the document"]);
        await page.GetByText("Run", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await AccessibleAsync(page);
        var opened = await page.RunAndWaitForPopupAsync(() => card.GetByText("Open the document").ClickAsync());
        await Assertions.Expect(opened).ToHaveTitleAsync("SC-001 application 1 - PowerIntegration");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Approvals", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "SC-001 application 1" })).ToBeVisibleAsync();
        await AccessibleAsync(page);
        await page.GetByLabel("Comment").FillAsync("Seen on site");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("was received: Approve.");
        await driver.RunFlowsAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = "Seen on site" })).ToContainTextAsync("Posted");
        await AccessibleAsync(page);
        await page.Context.CloseAsync();
        Assert.Empty(faults);
    }

    private static async Task AccessibleAsync(IPage page)
    {
        var result = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Levels] },
            }
        );
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(found => $"{page.Url}: {found.Id}, {found.Help}: {found.Nodes[0].Html}"));
    }
}
