using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Commands of the app in a real browser: the shipped ribbons and scripts, carried out as the person who presses the button.</summary>
public sealed class AppCommandTests(AppCommandTests.Billed billed) : IClassFixture<AppCommandTests.Billed>
{
    private const string Hostile = "\"'><img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>";
    private const string Requester = "Maria Keller";
    private const string Confirmer = "Irene Castellano";
    private const string Approver = "Dana Whitfield";

    // One of its lines has a code without a mapping.
    private const string Unmapped = "IG 7741-1";

    [Fact]
    public async Task Two_people_reverse_an_invoice_and_map_a_code_whose_invoice_then_posts_and_a_third_may_do_neither()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var document = (await driver.DocumentAsync(OnTheWay.First))["pint_documentid"]!.ToString();
        await using var requester = await AppBrowserTests.Visit.StartAsync(driver.Sandbox.Root, Requester);
        await requester.Page.GotoAsync(Record(driver, "pint_document", document));
        await RequestReversalAsync(requester);

        var reversal = Assert.Single(await driver.RowsAsync($"pint_documents?$filter=_pint_reverseddocumentid_value eq {document}"));
        Assert.Equal("Wrong site, see the letter of 2025-11-03.", reversal["pint_reversalreason"]!.ToString());
        var address = Record(driver, "pint_document", reversal["pint_documentid"]!.ToString());
        await requester.Page.GotoAsync(address);
        await ConfirmAsync(requester.Page);
        await Assertions.Expect(Dialog(requester.Page)).ToContainTextAsync("second person");
        await Button(Dialog(requester.Page), "Close").ClickAsync();

        await using var confirmer = await AppBrowserTests.Visit.StartAsync(driver.Sandbox.Root, Confirmer);
        await confirmer.Page.GotoAsync(address);
        await ConfirmAsync(confirmer.Page);
        await confirmer.AccessibleAsync();
        await Button(Dialog(confirmer.Page), "Close").ClickAsync();
        await Assertions.Expect(confirmer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Reversal of");
        await driver.RunFlowsAsync();
        Assert.Equal("Reversed", OnTheWay.State(await driver.DocumentAsync(OnTheWay.First)));

        await ActivateAsync(driver, requester, confirmer);
        await MayNotAsync(driver, document);
        Assert.Empty(requester.Faults);
        Assert.Empty(confirmer.Faults);
    }

    [Fact]
    public async Task A_controller_releases_retainage_and_decides_twice_about_it_in_forms()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var commitment = (await driver.RowsAsync("pint_commitments?$filter=pint_number eq 'SC-001' and pint_rulestate eq 723100001"))[0];
        await using var seen = await AppBrowserTests.Visit.StartAsync(driver.Sandbox.Root, Requester);
        var page = seen.Page;
        await page.GotoAsync(Record(driver, "pint_commitment", commitment["pint_commitmentid"]!.ToString()));
        await Button(page, "Release retainage").ClickAsync();
        var form = Frame(page);
        await form.GetByLabel("Reference").FillAsync("R1");
        await Assertions.Expect(form.GetByLabel("Amount to release")).ToBeHiddenAsync();
        await form.GetByLabel("An amount", new() { Exact = true }).CheckAsync();
        await form.GetByLabel("Amount to release").FillAsync("1,00");
        await form.GetByLabel("Period end").FillAsync("2025-10-31");
        await form.GetByLabel("Billing date").FillAsync("2025-10-31");
        await Send(form, "Release retainage").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Amount to release: enter an amount such as 1250.00.");
        await form.GetByLabel("Amount to release").FillAsync("1,000.50");
        await Send(form, "Release retainage").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await seen.AccessibleAsync();

        var release = Assert.Single(await driver.RowsAsync("pint_documents?$filter=pint_procoreid eq 'R1'"));
        Assert.Equal(1000.50m, release["pint_payableamount"]!.GetValue<decimal>());
        await page.GotoAsync(Record(driver, "pint_document", release["pint_documentid"]!.ToString()));
        await ChooseAsync(page, "Decide", "Deduct from the payment");
        await Assertions.Expect(form.GetByLabel("Release of retainage")).ToBeCheckedAsync();
        await seen.AccessibleAsync();
        await form.GetByLabel("Back charge").CheckAsync();
        await form.GetByLabel("Name", new() { Exact = true }).FillAsync("Cleaning");
        await form.GetByLabel("Amount", new() { Exact = true }).FillAsync("100.25");
        await Send(form, "Record decision").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("was recorded");
        await form.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.Locator("body[data-running]")).ToHaveCountAsync(0);

        await ChooseAsync(page, "Decide", "Differs from another bill");
        await Send(form, "Record decision").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was sent. Choose or enter something first");
        await form.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Locator("body[data-running]")).ToHaveCountAsync(0);

        // A decision of several lines: its figures are added up, and it stands beside the others.
        await ChooseAsync(page, "Decide", "Split a line");
        await form.GetByLabel("Line that was split").FillAsync("562949953710101");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a line" }).ClickAsync();
        foreach (var (number, line, amount) in new[] { (1, "9001", "1,000.25"), (2, "9002", "250.50") })
        {
            var row = form.GetByRole(AriaRole.Group, new() { Name = $"Line {number}", Exact = true });
            await row.GetByLabel("Line", new() { Exact = true }).FillAsync(line);
            await row.GetByLabel("Scheduled value").FillAsync(amount);
        }

        await Assertions.Expect(form.Locator(".totals")).ToContainTextAsync("Scheduled value: 1,250.75");
        await seen.AccessibleAsync();
        await Send(form, "Record decision").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status).First).ToContainTextAsync("was recorded");
        await form.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.Locator("body[data-running]")).ToHaveCountAsync(0);

        await ChooseAsync(page, "Decide", "Void application numbers");
        await form.GetByRole(AriaRole.Textbox).FillAsync("7, 9");
        await Assertions.Expect(form.GetByLabel("Deductions")).ToBeCheckedAsync();
        await Send(form, "Record decision").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("was recorded");
        var stored = (await driver.RowsAsync("pint_documents?$filter=pint_procoreid eq 'R1'"))[0]["pint_decisions"]!.ToString();
        var decided = JsonNode.Parse(stored)!["decisions"]!;
        Assert.Equal("[7,9]", new JsonArray([.. decided["voidApplications"]!.AsArray().Select(one => one!["number"]!.DeepClone())]).ToJsonString());
        Assert.Equal("Cleaning", Assert.Single(decided["deductions"]!.AsArray())!["name"]!.ToString());
        Assert.Equal("total", decided["release"]!["kind"]!.ToString());
        Assert.Equal(
            """[{"line":"9001","scheduledValue":1000.25},{"line":"9002","scheduledValue":250.5}]""",
            Assert.Single(decided["scheduleChanges"]!.AsArray())!["parts"]!.ToJsonString()
        );
        Assert.Empty(seen.Faults);
    }

    [Fact]
    public async Task Lists_are_entered_in_rows_and_the_form_shows_what_the_kind_of_retainage_needs()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var terms = await DraftTermsAsync(driver);
        await using var seen = await AppBrowserTests.Visit.StartAsync(driver.Sandbox.Root, Requester);
        var page = seen.Page;
        await page.GotoAsync(Record(driver, "pint_commitmentterms", terms));
        await page.GetByRole(AriaRole.Tab, new() { Name = "Retainage" }).ClickAsync();
        await Assertions.Expect(Heading(page, "Step")).ToBeHiddenAsync();
        await Assertions.Expect(Heading(page, "Rates by line, steps of the scale")).ToBeVisibleAsync();
        await page.Locator("#field-pint_retainagekind").SelectOptionAsync("Step");
        await Assertions.Expect(Heading(page, "Step")).ToBeVisibleAsync();
        // What is filled in stays in sight until it is cleared.
        await Assertions.Expect(Heading(page, "Flat, split or per line")).ToBeVisibleAsync();
        await page.Locator("#field-pint_retainagekind").SelectOptionAsync("Per line");
        await Assertions.Expect(Heading(page, "Step")).ToBeHiddenAsync();

        await ChooseAsync(page, "Edit lists", "Rates by line");
        var form = Frame(page);
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a line" }).ClickAsync();
        var first = form.GetByRole(AriaRole.Group, new() { Name = "Line 1" });
        await Assertions.Expect(first.GetByLabel("Rate on work")).ToBeFocusedAsync();
        await first.GetByLabel("Rate on work").FillAsync("7.5");
        await Send(form, "Save").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("line 1, Rate on work: enter a fraction from 0 to 1");
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("line 1, Line: this is missing.");
        await first.GetByLabel("Rate on work").FillAsync("0.075");
        await first.GetByLabel("Line", new() { Exact = true }).FillAsync("562949953710101");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a line" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Remove line 2" }).ClickAsync();
        await Assertions.Expect(first.GetByLabel("Rate on work")).ToBeFocusedAsync();
        await seen.AccessibleAsync();
        await Send(form, "Save").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("The rates were saved.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("#field-pint_listsinwords"))
            .ToHaveTextAsync("Line 562949953710101: 7.5% on work, the rate of the terms on stored materials.");
        await seen.AccessibleAsync();
        var stored = Assert.Single(await driver.RowsAsync($"pint_commitmenttermss?$filter=pint_commitmenttermsid eq {terms}"));
        Assert.Equal("0.075 |  | 562949953710101", stored["pint_linerates"]!.ToString());
        Assert.Equal("LAKESHORE|1|TERMS|562949953700001", stored["pint_key"]!.ToString());

        // What is there is shown first, and what is removed is gone.
        await ChooseAsync(page, "Edit lists", "Rates by line");
        await Assertions.Expect(first.GetByLabel("Rate on work")).ToHaveValueAsync("0.075");
        await form.GetByRole(AriaRole.Button, new() { Name = "Remove line 1" }).ClickAsync();
        await Send(form, "Save").ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        Assert.Null((await driver.RowsAsync($"pint_commitmenttermss?$filter=pint_commitmenttermsid eq {terms}"))[0]["pint_linerates"]);
        Assert.Empty(seen.Faults);
    }

    private static async Task<string> DraftTermsAsync(SandboxDriver driver)
    {
        var entered = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Post,
            "pint_commitmenttermss",
            new JsonObject
            {
                ["pint_name"] = "SC-001 terms by line",
                ["pint_CommitmentId@odata.bind"] = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|562949953700001')",
                ["pint_version"] = 9,
                ["pint_validfrom"] = "2027-01-01",
                ["pint_matching"] = 723100000,
                ["pint_retainagekind"] = 723100003,
                ["pint_workrate"] = 0.1,
                ["pint_storedrate"] = 0.1,
            }
        );
        Assert.True(entered.Status is 201 or 204, entered.Text);
        var rows = await driver.RowsAsync("pint_commitmenttermss?$filter=pint_name eq 'SC-001 terms by line'");
        return Assert.Single(rows)["pint_commitmenttermsid"]!.ToString();
    }

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    [Fact]
    public async Task Hostile_text_in_an_answer_is_text()
    {
        Assert.SkipUnless(File.Exists(SharedBrowser.Chromium), $"{SharedBrowser.Chromium} is not installed. Install the Debian package chromium.");
        var driver = billed.Driver;
        var document = (await driver.RowsAsync("pint_documents?$filter=pint_documentstate eq 723100005 and pint_name eq 'SC-001 application 1'"))[0][
            "pint_documentid"
        ]!.ToString();
        await using var app = await AppHost.StartAsync(driver, between: new HostileMessages());
        await using var seen = await AppBrowserTests.Visit.StartAsync(app.Root, Requester);
        var page = seen.Page;
        await page.GotoAsync($"{app.Root}/main.aspx?pagetype=entityrecord&etn=pint_document&id={document}");

        await ChooseAsync(page, "Payment hold", "Confirm release");
        await Button(Dialog(page), "Confirm release").ClickAsync();
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("img src=x");
        await Button(Dialog(page), "Close").ClickAsync();
        await Assertions.Expect(page.Locator("body[data-running]")).ToHaveCountAsync(0);

        await ChooseAsync(page, "Payment hold", "Request release");
        var form = Frame(page);
        await form.GetByLabel("Reason").FillAsync(Hostile);
        await form.GetByRole(AriaRole.Button, new() { Name = "Request release" }).ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("img src=x");
        await Assertions.Expect(form.GetByLabel("Reason")).ToHaveValueAsync(Hostile);
        Assert.Equal(0, await page.Locator("img:not(.icon)").CountAsync() + await form.Locator("img").CountAsync());
        Assert.NotEqual("ran", await page.TitleAsync());
        Assert.Empty(seen.Faults);
    }

    internal static ILocator Send(IFrameLocator form, string name) => form.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task RequestReversalAsync(AppBrowserTests.Visit seen)
    {
        var page = seen.Page;
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Reversal", Exact = true });
        await menu.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await seen.AccessibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Request reversal" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        var form = Frame(page);
        var reason = form.GetByLabel("Reason");
        await Assertions.Expect(reason).ToBeFocusedAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Request reversal" }).ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Reason: this is missing. Enter it.");
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await seen.AccessibleAsync();
        await reason.FillAsync("Wrong site, see the letter of 2025-11-03.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Request reversal" }).ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("second person");
        await seen.AccessibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(Dialog(page)).ToHaveCountAsync(0);
        await Assertions.Expect(menu).ToBeFocusedAsync();
    }

    private static async Task ConfirmAsync(IPage page)
    {
        await ChooseAsync(page, "Reversal", "Confirm reversal");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("Reversal of ");
        await Button(Dialog(page), "Confirm reversal").ClickAsync();
        await Assertions.Expect(Button(Dialog(page), "Close")).ToBeVisibleAsync();
    }

    private static async Task ActivateAsync(SandboxDriver driver, AppBrowserTests.Visit author, AppBrowserTests.Visit reviewer)
    {
        Assert.Equal("Refused", OnTheWay.State(await driver.DocumentAsync(Unmapped)));
        await MapAsync(driver, author);
        var draft = Assert.Single(await driver.RowsAsync("pint_wbsmappingrules?$filter=pint_name eq 'Firestopping'"));
        var address = Record(driver, "pint_wbsmappingrule", draft["pint_wbsmappingruleid"]!.ToString());

        await author.Page.GotoAsync(address);
        await Button(author.Page, "Activate").ClickAsync();
        await Button(Dialog(author.Page), "Activate").ClickAsync();
        await Assertions.Expect(Dialog(author.Page)).ToContainTextAsync("Maria Keller");
        await Button(Dialog(author.Page), "Close").ClickAsync();

        await reviewer.Page.GotoAsync(address);
        await Button(reviewer.Page, "Activate").ClickAsync();
        await Assertions.Expect(Dialog(reviewer.Page)).ToContainTextAsync("07-840");
        await Assertions.Expect(Dialog(reviewer.Page)).ToContainTextAsync("1 document over 356,076.71 USD waits for it");
        await reviewer.AccessibleAsync();
        await Button(Dialog(reviewer.Page), "Activate").ClickAsync();
        await Button(Dialog(reviewer.Page), "Close").ClickAsync();
        await Assertions.Expect(Button(reviewer.Page, "Activate")).ToHaveCountAsync(0);
        await Assertions.Expect(reviewer.Page.Locator(".facts")).ToContainTextAsync("Active");
        await driver.SweepAsync();
        Assert.Equal("Posted", OnTheWay.State(await driver.DocumentAsync(Unmapped)));
    }

    // From the line that stops the invoice: why it stops, and a draft that maps its code.
    private static async Task MapAsync(SandboxDriver driver, AppBrowserTests.Visit author)
    {
        var page = author.Page;
        var line = (await driver.RowsAsync("pint_sourcelines?$filter=pint_costcode eq '07-840'"))[0];
        await page.GotoAsync(Record(driver, "pint_sourceline", line["pint_sourcelineid"]!.ToString()));
        await Button(page, "Ask why").ClickAsync();
        await Assertions.Expect(Frame(page).Locator("body")).ToContainTextAsync("add a mapping for 07-840 / SUB");
        await Frame(page).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.Locator("body[data-running]")).ToHaveCountAsync(0);

        await Button(page, "Map this code").ClickAsync();
        await page.WaitForURLAsync("**etn=pint_wbsmappingrule**");
        await Assertions.Expect(page.Locator("#field-pint_costcode")).ToHaveValueAsync("07-840");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Firestopping");
        await page.Locator("#field-pint_tasksegmentcode").FillAsync("*");
        await page.Locator("#field-pint_oracletaskid").SelectOptionAsync("0784 Firestopping");
        await page.Locator("#field-pint_expendituretype").FillAsync("Subcontract");
        await page.Locator("#field-pint_validfrom").FillAsync("2025-01-01");
        await author.AccessibleAsync();
        await Button(page, "Save").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
    }

    private static async Task MayNotAsync(SandboxDriver driver, string document)
    {
        await using var approver = await AppBrowserTests.Visit.StartAsync(driver.Sandbox.Root, Approver);
        var page = approver.Page;
        await page.GotoAsync(Record(driver, "pint_document", document));
        await Assertions.Expect(Button(page, "Preview")).ToBeVisibleAsync();
        foreach (var command in new[] { "Reversal", "Payment hold", "Retry", "Decide" })
        {
            await Assertions.Expect(Button(page, command)).ToHaveCountAsync(0);
        }

        Assert.Empty(approver.Faults);
        Assert.StartsWith("403 ", await CallAsync(page, document, "document.querySelector('meta[name=page-key]').content"), StringComparison.Ordinal);
        Assert.Contains("another session", await CallAsync(page, document, "'0'"), StringComparison.Ordinal);
    }

    private static Task<string> CallAsync(IPage page, string document, string key) =>
        page.EvaluateAsync<string>(
            $$"""
            async () => {
              const answer = await fetch("/app/api/actions/pint_PrepareReversal", {
                method: "POST",
                headers: { "X-Page-Key": {{key}} },
                body: JSON.stringify({ DocumentId: "{{document}}", Reason: "None" }),
              });
              return answer.status + " " + (await answer.text());
            }
            """
        );

    internal static async Task ChooseAsync(IPage page, string menu, string command)
    {
        await Button(page, menu).ClickAsync();
        await Button(page, command).ClickAsync();
    }

    internal static string Record(SandboxDriver driver, string table, string id) =>
        $"{driver.Sandbox.Root}/main.aspx?pagetype=entityrecord&etn={table}&id={id}";

    internal static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Dialog);

    internal static IFrameLocator Frame(IPage page) => page.FrameLocator("dialog iframe");

    internal static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    internal static ILocator Button(ILocator owner, string name) => owner.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A sandbox with a month of invoices; each test works on records of its own.</summary>
    public sealed class Billed : IAsyncLifetime
    {
        internal SandboxDriver Driver { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Driver = await SandboxDriver.StartAsync();
            await Driver.BillNextMonthAsync();
        }

        public ValueTask DisposeAsync() => Driver.DisposeAsync();
    }

    /// <summary>Puts hostile text in the place of every message of a custom API.</summary>
    private sealed class HostileMessages : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.Contains("/pint_", StringComparison.Ordinal))
            {
                var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
                json["Message"] = Hostile;
                json["ReasonCode"] = Hostile;
                answer.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
            }

            return answer;
        }
    }
}
