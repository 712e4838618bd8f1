using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The app in a real browser: with the keyboard, for everyone, and with hostile text in every column.</summary>
public sealed class AppBrowserTests
{
    private const string Hostile = "\"'><img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>{{7*7}}</textarea></option>";
    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    [Fact]
    public async Task A_person_works_with_lists_and_records_by_keyboard()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await using var seen = await Visit.StartAsync(driver.Sandbox.Root, "Maria Keller");
        var page = seen.Page;

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
    public async Task A_record_is_entered_and_changed_and_the_focus_is_where_the_answer_is()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        await using var driver = await SandboxDriver.StartAsync();
        await using var seen = await Visit.StartAsync(driver.Sandbox.Root, "Maria Keller");
        var page = seen.Page;
        await page.GotoAsync($"{driver.Sandbox.Root}/main.aspx?pagetype=entityrecord&etn=pint_wbsmappingrule");
        await page.EvaluateAsync("window.kept = true");
        await seen.AccessibleAsync();

        // Without the required fields: the first of them has the focus.
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Firestopping");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Correct these fields: Task segment code, Cost code, Cost type, Expenditure type, Valid from.");
        await Assertions.Expect(page.Locator("[aria-invalid=true]").First).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync("Firestopping");
        await seen.AccessibleAsync();

        await page.GetByRole(AriaRole.Tab, Named("Version")).ClickAsync();
        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        await page.Locator("#field-pint_projectid").SelectOptionAsync("24-017 Fulton Yards Tower");
        await page.Locator("#field-pint_validfrom").FillAsync("2025-01-01");
        await page.Locator("#field-pint_tasksegmentcode").FillAsync("*");
        await page.Locator("#field-pint_costcode").FillAsync("07-840");
        await page.Locator("#field-pint_costtype").FillAsync("SUB");
        await page.Locator("#field-pint_expendituretype").FillAsync("Subcontract");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("Firestopping"))).ToBeVisibleAsync();
        await seen.AccessibleAsync();

        // Another person is faster: both values are seen, and the second save wins.
        var id = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["id"];
        var other = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            $"pint_wbsmappingrules({id})",
            new JsonObject { ["pint_name"] = "Firestops" }
        );
        Assert.True(other.Status == 204, other.Text);
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Fire stopping");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Another person changed this record");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("The other person saved: Firestops")).ToBeVisibleAsync();
        await seen.AccessibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("Fire stopping"))).ToBeVisibleAsync();

        // Whoever leaves with unsaved changes is asked.
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Never saved");
        var asked = "";
        page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await dialog.DismissAsync();
        };
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Mapping rules", Exact = true }).ClickAsync();
        Assert.Contains("not saved", asked, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync("Never saved");
        Assert.True(await page.EvaluateAsync<bool>("window.kept"));
        Assert.DoesNotContain(
            seen.Faults,
            fault => !fault.Contains("422", StringComparison.Ordinal) && !fault.Contains("409", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Pages_on_forms_show_what_the_server_answers_and_leave_the_focus_where_it_is()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();
        await using var seen = await Visit.StartAsync(driver.Sandbox.Root, "Maria Keller");
        var page = seen.Page;

        // The code that stops a document, who decides, how much waits, and where it is decided.
        var project = (await driver.RowsAsync("pint_projects?$select=pint_name"))[0]["pint_projectid"]!.ToString();
        await page.GotoAsync($"{driver.Sandbox.Root}/main.aspx?pagetype=entityrecord&etn=pint_project&id={project}");
        await page.EvaluateAsync("window.kept = true");
        await page.GetByRole(AriaRole.Tab, Named("Readiness")).ClickAsync();
        var stopped = page.FrameLocator("iframe[title=Readiness]").GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "07-840" });
        await Assertions.Expect(stopped.First).ToContainTextAsync("Mapping Administrator");
        await Assertions.Expect(stopped.First).ToContainTextAsync("USD");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, Named("Readiness"))).ToBeFocusedAsync();
        await seen.AccessibleAsync();
        await stopped.First.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open list: ") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        Assert.Contains("etn=pint_wbsmappingrule", page.Url, StringComparison.Ordinal);

        // What a document keeps waiting is folded under it.
        var document = (await driver.DocumentAsync("IG 7741-1"))["pint_documentid"]!.ToString();
        await page.EvaluateAsync($"window.appPage.open('/main.aspx?pagetype=entityrecord&etn=pint_document&id={document}')");
        var summary = page.FrameLocator("iframe[title='What the document pays and frees']");
        await summary.GetByText("1 later document for").ClickAsync();
        await summary.GetByRole(AriaRole.Button, new() { Name = "SC-003 application 2" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, Named("SC-003 application 2"))).ToBeFocusedAsync();

        // The page of the terms is about the saved ones, and says so while the form has others.
        var terms = (await driver.RowsAsync("pint_commitmenttermss?$select=pint_name"))[0]["pint_commitmenttermsid"]!.ToString();
        await page.EvaluateAsync($"window.appPage.open('/main.aspx?pagetype=entityrecord&etn=pint_commitmentterms&id={terms}')");
        await page.GetByRole(AriaRole.Tab, Named("Explanation")).ClickAsync();
        var explained = page.FrameLocator("iframe[title='What the terms mean']");
        await Assertions.Expect(explained.GetByRole(AriaRole.Row, new() { Name = "8. Current payment due" })).ToBeVisibleAsync();
        await Assertions.Expect(explained.GetByText("not saved")).ToBeHiddenAsync();
        await seen.AccessibleAsync();
        await page.GetByRole(AriaRole.Tab, Named("Terms")).ClickAsync();
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Other terms");
        await page.GetByRole(AriaRole.Tab, Named("Explanation")).ClickAsync();
        await Assertions.Expect(explained.GetByText("This page shows the saved record")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, Named("Explanation"))).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.kept"));
        Assert.Empty(seen.Faults);
    }

    [Fact]
    public async Task Hostile_text_in_every_column_is_text()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var document = (await driver.DocumentAsync("HE-40213"))["pint_documentid"]!.ToString();
        var terms = (await driver.RowsAsync("pint_commitmenttermss?$select=pint_name"))[0]["pint_commitmenttermsid"]!.ToString();
        var project = (await driver.RowsAsync("pint_projects?$select=pint_name"))[0]["pint_projectid"]!.ToString();
        await using var app = await AppHost.StartAsync(driver, between: new HostileAnswers());
        await using var seen = await Visit.StartAsync(app.Root, "Maria Keller");
        foreach (
            var path in new[]
            {
                "/app",
                "/main.aspx?pagetype=entitylist&etn=pint_document&find=" + Uri.EscapeDataString(Hostile),
                "/main.aspx?pagetype=entitylist&etn=pint_document&sort=pint_name&chartid=" + await ChartAsync(seen),
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

    private static async Task<string> ChartAsync(Visit seen)
    {
        await seen.Page.GotoAsync(new Uri(seen.Page.Url).GetLeftPart(UriPartial.Authority) + "/main.aspx?pagetype=entitylist&etn=pint_document");
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

    /// <summary>A signed-in person before a browser, which notes what went wrong and what was asked of other places.</summary>
    internal sealed class Visit : IAsyncDisposable
    {
        private Visit(IPage page) => Page = page;

        public IPage Page { get; }

        public List<string> Faults { get; } = [];

        public static async Task<Visit> StartAsync(string root, string person)
        {
            var page = await SharedBrowser.NewPageAsync();
            var visit = new Visit(page);
            page.Console += (_, message) => visit.Faults.AddRange(message.Type == "error" ? [message.Text] : []);
            page.PageError += (_, error) => visit.Faults.Add(error);
            page.Request += (_, request) =>
                visit.Faults.AddRange(
                    request.Url.StartsWith(root + "/", StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal)
                        ? []
                        : ["asked " + request.Url]
                );
            await page.GotoAsync(root + "/app");
            await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = person }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();
            return visit;
        }

        public async Task AccessibleAsync()
        {
            var result = await Page.RunAxe(
                new AxeRunOptions
                {
                    RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Levels] },
                    ResultTypes = [ResultType.Violations],
                }
            );
            Assert.NotEmpty(result.Passes);
            var found = string.Join('\n', result.Violations.Select(one => $"{Page.Url}: {one.Id}, {one.Help}: {one.Nodes[0].Html}"));
            Assert.True(found.Length == 0, found);
        }

        public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
    }
}
