using System.Net.Http;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The app in a real browser: what people enter, what pages on forms show, and what two people decide one after the other.</summary>
public sealed class AppBrowserTests(AppBrowserTests.TwoMonths billed) : IClassFixture<AppBrowserTests.TwoMonths>
{
    private const string Author = "Maria Keller";
    private const string Second = "Irene Castellano";

    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    [Fact]
    public async Task A_record_is_entered_and_changed_and_the_focus_is_where_the_answer_is()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        await using var seen = await Visit.StartAsync(driver.Sandbox.Root, Author);
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
        await page.Locator("#field-pint_costcode").FillAsync("09-910");
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
        var driver = billed.Driver;
        await using var seen = await Visit.StartAsync(driver.Sandbox.Root, Author);
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
        var terms = (await driver.RowsAsync("pint_commitmenttermss?$filter=pint_name eq 'SC-003 terms, version 1'"))[0][
            "pint_commitmenttermsid"
        ]!.ToString();
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
    public async Task One_person_enters_opening_balances_and_another_signs_them_once_they_tie_out()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var commitment = await CommitmentAsync(driver);
        var address = AppCommandTests.Record(driver, "pint_commitment", commitment);
        await using var author = await Visit.StartAsync(driver.Sandbox.Root, Author);
        var page = author.Page;
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Tab, Named("Opening balances")).ClickAsync();
        await page.Locator("#field-pint_openingdate").FillAsync("2025-11-30");
        await page.Locator("#field-pint_openinglastnumber").FillAsync("3");
        await page.Locator("#field-pint_openingoriginalsum").FillAsync("100000");
        await page.Locator("#field-pint_openinggross").FillAsync("40000");
        await page.Locator("#field-pint_openingoraclegross").FillAsync("40000");
        await page.Locator("#field-pint_openingretainage").FillAsync("4000");
        // The balance of the account is mistyped.
        await page.Locator("#field-pint_openingretainageaccount").FillAsync("3900");
        await SaveAsync(page);
        await LineAsync(page, address, "1", "60000", "30000", "3000");
        await LineAsync(page, address, "2", "40000", "10000", "1000");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Tab, Named("Opening balances")).ClickAsync();
        var totals = page.Locator("table:has(tfoot)").Filter(new LocatorFilterOptions { HasText = "Balances by line" }).Locator("tfoot");
        await Assertions.Expect(totals).ToContainTextAsync("100,000.00");
        await Assertions.Expect(totals).ToContainTextAsync("40,000.00");
        await Assertions.Expect(totals).ToContainTextAsync("4,000.00");
        await author.AccessibleAsync();

        // What does not tie out is not shown for a signature; both sides are named.
        await using var second = await Visit.StartAsync(driver.Sandbox.Root, Second);
        await second.Page.GotoAsync(address);
        await AppCommandTests.Button(second.Page, "Sign opening balances").ClickAsync();
        await Assertions.Expect(AppCommandTests.Dialog(second.Page)).ToContainTextAsync("the retainage account has 3,900.00 USD");
        await AppCommandTests.Button(AppCommandTests.Dialog(second.Page), "Close").ClickAsync();
        await page.Locator("#field-pint_openingretainageaccount").FillAsync("4000");
        await SaveAsync(page);

        // Whoever entered them does not sign them.
        await SignAsync(page, "2 lines with 40,000.00 USD gross and 4,000.00 USD retainage");
        await Assertions
            .Expect(AppCommandTests.Dialog(page))
            .ToContainTextAsync("Maria Keller entered the opening balances and cannot sign them too.");
        await SignAsync(second.Page, "2 lines with 40,000.00 USD gross and 4,000.00 USD retainage");
        await Assertions.Expect(AppCommandTests.Dialog(second.Page)).ToContainTextAsync("were signed by Irene Castellano");
        await second.AccessibleAsync();
        var row = (await driver.RowsAsync($"pint_commitments?$filter=pint_commitmentid eq {commitment}"))[0];
        Assert.Equal("Irene Castellano", row["pint_openingsignedby"]!.ToString());
        Assert.Empty(author.Faults);
        Assert.Empty(second.Faults);
    }

    [Fact]
    public async Task One_person_drafts_new_retainage_terms_reads_what_they_mean_and_another_activates_them()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var old = (await driver.RowsAsync("pint_commitmenttermss?$filter=pint_name eq 'SC-001 terms, version 1'"))[0][
            "pint_commitmenttermsid"
        ]!.ToString();
        await using var author = await Visit.StartAsync(driver.Sandbox.Root, Author);
        var page = author.Page;
        await page.GotoAsync(AppCommandTests.Record(driver, "pint_commitmentterms", old));
        await AppCommandTests.Button(page, "New version").ClickAsync();
        await page.WaitForURLAsync("**extraqs**");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("SC-001 terms, version 2");
        await page.Locator("#field-pint_version").FillAsync("2");
        await page.Locator("#field-pint_validfrom").FillAsync("2026-01-01");
        await Tab(page, "Retainage").ClickAsync();
        await Assertions.Expect(page.Locator("#field-pint_ratebefore")).ToHaveValueAsync("0.1");
        await page.Locator("#field-pint_retainagekind").SelectOptionAsync("Flat");
        await page.Locator("#field-pint_workrate").FillAsync("0.075");
        await SaveAsync(page);

        // The page of the terms names what belongs to another kind of retainage.
        await Tab(page, "Explanation").ClickAsync();
        var explained = page.FrameLocator("iframe[title='What the terms mean']");
        await Assertions.Expect(explained.GetByText("Correct these")).ToBeVisibleAsync();
        await Tab(page, "Retainage").ClickAsync();
        foreach (var column in new[] { "ratebefore", "rateafter", "stepthreshold" })
        {
            await page.Locator("#field-pint_" + column).FillAsync("");
        }

        foreach (var column in new[] { "billedmeasure", "contractsumbase", "stepreading" })
        {
            await page.Locator("#field-pint_" + column).SelectOptionAsync("");
        }

        await SaveAsync(page);
        await Tab(page, "Explanation").ClickAsync();
        await Assertions.Expect(explained.GetByText("7.5% of completed work and of stored materials is withheld.")).ToBeVisibleAsync();
        await Assertions.Expect(explained.GetByText("Worked example: a contract over 100,000.00")).ToBeVisibleAsync();
        await Assertions.Expect(explained.GetByRole(AriaRole.Row, new() { Name = "5. Total retainage" })).ToContainTextAsync("7,500.00");
        await author.AccessibleAsync();

        var draft = (await driver.RowsAsync("pint_commitmenttermss?$filter=pint_name eq 'SC-001 terms, version 2'"))[0][
            "pint_commitmenttermsid"
        ]!.ToString();
        await AppCommandTests.Button(page, "Activate").ClickAsync();
        await AppCommandTests.Button(AppCommandTests.Dialog(page), "Activate").ClickAsync();
        await Assertions.Expect(AppCommandTests.Dialog(page)).ToContainTextAsync("Maria Keller entered or changed");
        await using var second = await Visit.StartAsync(driver.Sandbox.Root, Second);
        await second.Page.GotoAsync(AppCommandTests.Record(driver, "pint_commitmentterms", draft));
        await AppCommandTests.Button(second.Page, "Activate").ClickAsync();
        var dialog = AppCommandTests.Dialog(second.Page);
        await Assertions.Expect(dialog).ToContainTextAsync("Step -> Flat");
        await AppCommandTests.Button(dialog, "Activate").ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("was activated by Irene Castellano");
        await AppCommandTests.Button(dialog, "Close").ClickAsync();

        // The version before ends the day before, and says so.
        await second.Page.GotoAsync(AppCommandTests.Record(driver, "pint_commitmentterms", old));
        await Assertions.Expect(second.Page.Locator("#field-pint_validto")).ToHaveValueAsync("2025-12-31");
        Assert.Empty(author.Faults);
        Assert.Empty(second.Faults);
    }

    [Fact]
    public async Task What_the_owner_paid_is_entered_in_fields_and_the_answer_says_what_it_releases()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var document = (await driver.DocumentAsync("HE-40213"))["pint_documentid"]!.ToString();
        await using var seen = await Visit.StartAsync(driver.Sandbox.Root, "Theo Brandt");
        var page = seen.Page;
        await page.GotoAsync(AppCommandTests.Record(driver, "pint_document", document));
        var summary = page.FrameLocator("iframe[title='What the document pays and frees']");
        await Assertions
            .Expect(summary.GetByRole(AriaRole.Link, new() { Name = "Open the invoice in Procore (new tab)" }))
            .ToHaveAttributeAsync(
                "href",
                new System.Text.RegularExpressions.Regex(
                    "^https://sandbox\\.procore\\.com/562949953500001/project/commitments/work_order_contracts/562949953700002/requisitions/\\d+$"
                )
            );
        await AppCommandTests.Button(page, "Review payment").ClickAsync();
        var form = AppCommandTests.Frame(page);
        await form.GetByLabel("Day of the review").FillAsync("2025-12-01");
        await form.GetByLabel("Due date without the payment clause").FillAsync("2025-11-30");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a payment" }).ClickAsync();
        var payment = form.GetByRole(AriaRole.Group, new() { Name = "Payment 1", Exact = true });
        await payment.GetByLabel("Amount for this invoice").FillAsync("200,000.00");
        await AppCommandTests.Send(form, "Review").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("payment 1, Received on: this is missing. Enter it.");
        await payment.GetByLabel("Received on").FillAsync("2025-11-20");
        await seen.AccessibleAsync();
        await AppCommandTests.Send(form, "Review").ClickAsync();
        await Assertions
            .Expect(form.GetByRole(AriaRole.Status).First)
            .ToContainTextAsync("SC-002 application 1: 683,268.76 USD is due on 2025-11-30 because no payment clause applies.");
        Assert.Empty(seen.Faults);
    }

    private static async Task<string> CommitmentAsync(SandboxDriver driver)
    {
        await driver.EnterAndActivateAsync(
            "pint_commitment",
            new JsonObject
            {
                ["pint_key"] = "LAKESHORE|1|PROCORE|COMMITMENT|562949953700009",
                ["pint_name"] = "SC-009 Prairie Concrete Contractors, Inc.",
                ["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')",
                ["pint_ProjectId@odata.bind"] = "pint_projects(pint_key='LAKESHORE|1|PROCORE|PROJECT|562949953500001')",
                ["pint_procoreid"] = "562949953700009",
                ["pint_number"] = "SC-009",
                ["pint_vendorname"] = "Prairie Concrete Contractors, Inc.",
                ["pint_vendornumber"] = "1007",
                ["pint_vendorsite"] = "CHICAGO",
                ["pint_currency"] = "USD",
            }
        );
        return (await driver.RowsAsync("pint_commitments?$filter=pint_number eq 'SC-009'"))[0]["pint_commitmentid"]!.ToString();
    }

    // From the grid of the commitment: a new line knows whose it is.
    private static async Task LineAsync(IPage page, string commitment, string line, string scheduled, string completed, string retainage)
    {
        await page.GotoAsync(commitment);
        await page.GetByRole(AriaRole.Tab, Named("Opening balances")).ClickAsync();
        await page.GetByRole(AriaRole.Link, Named("New Opening balance")).ClickAsync();
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Line " + line);
        await page.Locator("#field-pint_position").FillAsync(line);
        await page.Locator("#field-pint_procorelineid").FillAsync("56294995371090" + line);
        await page.Locator("#field-pint_scheduledvalue").FillAsync(scheduled);
        await page.Locator("#field-pint_completedtodate").FillAsync(completed);
        await page.Locator("#field-pint_materialsstored").FillAsync("0");
        await page.Locator("#field-pint_workretainage").FillAsync(retainage);
        await page.Locator("#field-pint_storedretainage").FillAsync("0");
        await SaveAsync(page);
    }

    private static async Task SignAsync(IPage page, string totals)
    {
        await AppCommandTests.Button(page, "Sign opening balances").ClickAsync();
        await Assertions.Expect(AppCommandTests.Dialog(page)).ToContainTextAsync(totals);
        await AppCommandTests.Button(AppCommandTests.Dialog(page), "Sign").ClickAsync();
        await Assertions.Expect(AppCommandTests.Button(AppCommandTests.Dialog(page), "Close")).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(IPage page)
    {
        await AppCommandTests.Button(page, "Save").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
    }

    private static ILocator Tab(IPage page, string name) => page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    private static PageGetByRoleOptions Named(string name) => new() { Name = name, Exact = false };

    /// <summary>A sandbox with two months of invoices; each test works on records of its own.</summary>
    public sealed class TwoMonths : IAsyncLifetime
    {
        internal SandboxDriver Driver { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Driver = await SandboxDriver.StartAsync();
            await Driver.BillNextMonthAsync();
            await Driver.BillNextMonthAsync();
        }

        public ValueTask DisposeAsync() => Driver.DisposeAsync();
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
            // One test signs in on the page; the others need its answer alone, and no home page drawn for it.
            var form = page.APIRequest.CreateFormData();
            form.Append("user", person.ToLowerInvariant().Replace(' ', '.'));
            form.Append("next", "/app");
            var answer = await page.APIRequest.PostAsync(root + "/sign-in", new APIRequestContextOptions { Form = form, MaxRedirects = 0 });
            Assert.Equal(302, answer.Status);
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
