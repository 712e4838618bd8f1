using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The app in a real browser, read only: with the keyboard, and with hostile text in every column.</summary>
[Collection(nameof(AppRunning))]
public sealed class AppViewTests(AppRunning running)
{
    private const string Hostile = "\"'><img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>{{7*7}}</textarea></option>";

    [Fact]
    public async Task A_person_works_with_lists_and_records_by_keyboard()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = running.Driver;
        await using var seen = await AppBrowserTests.Visit.StartAsync(driver.Sandbox.Root, "Maria Keller");
        var page = seen.Page;
        await page.GotoAsync(driver.Sandbox.Root + "/app");

        // The home, and from there a list; the page is not loaded anew.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("Today"))).ToBeVisibleAsync();
        await seen.AccessibleAsync();
        await page.EvaluateAsync("window.kept = true");
        await page.GetByRole(AriaRole.Navigation).GetByText("Documents", new LocatorGetByTextOptions { Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, Named("All documents")).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("All documents"))).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(5);

        // Sorting keeps the focus on the header.
        var amount = page.GetByRole(AriaRole.Link, Named("Payable amount"));
        await amount.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Payable amount"));
        await Assertions.Expect(amount).ToBeFocusedAsync();
        await page.GetByLabel("Select all rows of this page").CheckAsync();
        await Assertions.Expect(page.GetByLabel("Select SC-002 application 1")).ToBeCheckedAsync();
        await seen.AccessibleAsync();

        // A chart beside the rows.
        await page.GetByLabel("Chart", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("Documents by state");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("Documents by state"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Chart", new PageGetByLabelOptions { Exact = true })).ToBeFocusedAsync();
        await seen.AccessibleAsync();

        // Words find one; the record opens; its tabs answer to arrows.
        await page.GetByLabel("Search").FillAsync("SC-002");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("1 to 1 of 1")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, Named("SC-002 application 1")).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("SC-002 application 1"))).ToBeFocusedAsync();
        await seen.AccessibleAsync();
        await page.GetByRole(AriaRole.Tab, Named("Overview")).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, Named("Certificate"))).ToBeFocusedAsync();
        var certificate = page.FrameLocator("iframe[title='Certificate and continuation sheet']");
        await Assertions.Expect(certificate.GetByRole(AriaRole.Row, new() { Name = "8 Current payment due" })).ToContainTextAsync("683,268.76");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, Named("Certificate"))).ToBeFocusedAsync();
        await seen.AccessibleAsync();

        // Back is where the person was.
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("All documents"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("1 to 1 of 1")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.kept"));
        Assert.Empty(seen.Faults);
    }

    [Fact]
    public async Task Hostile_text_in_every_column_is_text()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = running.Driver;
        var document = (await driver.DocumentAsync("HE-40213"))["pint_documentid"]!.ToString();
        var terms = (await driver.RowsAsync("pint_commitmenttermss?$select=pint_name"))[0]["pint_commitmenttermsid"]!.ToString();
        var project = (await driver.RowsAsync("pint_projects?$select=pint_name"))[0]["pint_projectid"]!.ToString();
        await using var app = await AppHost.StartAsync(driver, between: new HostileAnswers());
        await using var seen = await AppBrowserTests.Visit.StartAsync(app.Root, "Maria Keller");
        foreach (
            var path in new[]
            {
                "/app",
                "/main.aspx?pagetype=entitylist&etn=pint_document&find=" + Uri.EscapeDataString(Hostile),
                "/main.aspx?pagetype=entitylist&etn=pint_document&sort=pint_name&chartid=" + await ChartAsync(seen, app.Root),
                "/main.aspx?pagetype=entityrecord&etn=pint_document&id=" + document,
                "/main.aspx?pagetype=entityrecord&etn=pint_commitmentterms&id=" + terms,
                "/main.aspx?pagetype=entityrecord&etn=pint_project&id=" + project,
                "/main.aspx?pagetype=" + Uri.EscapeDataString(Hostile),
            }
        )
        {
            await seen.Page.GotoAsync(app.Root + path);
            await Assertions.Expect(seen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("img src=x");
            Assert.NotEqual("ran", await seen.Page.TitleAsync());
            Assert.Equal(0, await seen.Page.Locator("img:not(.icon)").CountAsync());
            await FramesHoldTextAsync(seen.Page);
        }

        Assert.DoesNotContain(seen.Faults, fault => !fault.Contains("404", StringComparison.Ordinal));
    }

    // A frame is loaded once its tab is open.
    private static async Task FramesHoldTextAsync(IPage page)
    {
        foreach (var tab in await page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            foreach (var frame in await page.Locator("iframe:visible").AllAsync())
            {
                var inside = frame.ContentFrame.Locator("body");
                await Assertions.Expect(inside).ToContainTextAsync("img src=x");
                await Assertions.Expect(inside.Locator("img, script")).ToHaveCountAsync(0);
            }
        }
    }

    private static async Task<string> ChartAsync(AppBrowserTests.Visit seen, string root)
    {
        await seen.Page.GotoAsync(root + "/main.aspx?pagetype=entitylist&etn=pint_document");
        return await seen.Page.Locator("#chart-choice option").Nth(1).GetAttributeAsync("value") ?? "";
    }

    private static PageGetByRoleOptions Named(string name) => new() { Name = name, Exact = false };

    /// <summary>Puts hostile text in place of every text that Dataverse answers about rows.</summary>
    private sealed class HostileAnswers : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            var path = request.RequestUri!.AbsolutePath;
            if (!path.Contains("/pint_", StringComparison.Ordinal) || !answer.IsSuccessStatusCode)
            {
                return answer;
            }

            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            foreach (var row in json["value"]?.AsArray().Select(row => row!.AsObject()) ?? [json])
            {
                foreach (var (name, value) in row.ToList())
                {
                    if (IsText(name, value))
                    {
                        row[name] = name is "Explanation" or "Readiness" ? Inside(value!.ToString()) : Hostile + name;
                    }
                }
            }

            answer.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
            return answer;
        }

        // What a custom API answers as JSON has its texts inside.
        private static string Inside(string json)
        {
            var root = JsonNode.Parse(json)!;
            Change(root);
            return root.ToJsonString();
        }

        private static void Change(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                for (var index = 0; index < list.Count; index++)
                {
                    if (list[index]!.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    {
                        list[index] = Hostile;
                    }

                    Change(list[index]);
                }
            }
            else if (node is JsonObject owner)
            {
                foreach (var (name, value) in owner.ToList())
                {
                    if (value?.GetValueKind() == System.Text.Json.JsonValueKind.String && !Guid.TryParse(value.ToString(), out _))
                    {
                        owner[name] = Hostile + name;
                    }

                    Change(owner[name]);
                }
            }
        }

        private static bool IsText(string name, JsonNode? value) =>
            value?.GetValueKind() == System.Text.Json.JsonValueKind.String
            && !name.StartsWith("@odata", StringComparison.Ordinal)
            && !name.EndsWith("lookuplogicalname", StringComparison.Ordinal)
            && !Guid.TryParse(value.ToString(), out _)
            && !DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
