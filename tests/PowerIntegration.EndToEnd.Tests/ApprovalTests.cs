using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Invoices that are approved in Teams: asked, answered, changed and asked again, on the shipped flows.</summary>
public sealed class ApprovalTests
{
    private const string Omar = "omar.lindqvist";
    private const string Dana = "dana.whitfield";
    private const string Number = "PCC-25-1187";
    private const string State = "pint_documentstate@OData.Community.Display.V1.FormattedValue";
    private const string RequestState = "pint_approvalstate@OData.Community.Display.V1.FormattedValue";

    [Fact]
    public async Task An_invoice_is_asked_of_one_person_and_posted_when_that_person_approves()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await SubmitAsync(driver);

        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Awaiting approval", document[State]!.ToString());
        var request = await RequestAsync(driver);
        Assert.Equal("Asked", request[RequestState]!.ToString());
        Assert.Equal("Omar Lindqvist", request["pint_assigneename"]!.ToString());
        Assert.Empty(driver.Sandbox.Oracle.ReceivedPayloads);

        await AnswerAsync(driver, Omar, "Approve");

        Assert.Equal("Posted", (await driver.DocumentAsync(Number))[State]!.ToString());
        request = await RequestAsync(driver);
        Assert.Equal("Approved", request[RequestState]!.ToString());
        Assert.Equal("Omar Lindqvist", request["pint_answeredby"]!.ToString());
        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]?.ToString() == Number);
    }

    [Fact]
    public async Task What_Oracles_approvers_decide_is_followed_and_a_rejection_is_told_to_the_controller()
    {
        using var data = new ChangedData().With("oracle/invoiceSources.json", root => root[0]!["ApprovalRequired"] = true);
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.BillNextMonthAsync();
        var posted = await driver.RowsAsync("pint_documents?$filter=pint_oracleapprovalstatus eq 'Required'&$orderby=pint_invoicenumber asc");
        Assert.True(posted.Count > 1);
        foreach (var (document, isApproved) in posted.Select((document, index) => (document, index == 0)))
        {
            var contract = $"pint_commitments?$filter=pint_commitmentid eq {document["_pint_commitmentid_value"]}";
            var supplier = (await driver.RowsAsync(contract))[0]["pint_vendorname"]!.ToString();
            var number = document["pint_oracleinvoicenumber"]!.ToString();
            driver.Sandbox.Oracle.DecideInWorkflow("Lakeshore US BU", supplier, number, isApproved);
        }

        await driver.SweepAsync();

        var decided = await driver.RowsAsync("pint_documents?$filter=pint_oraclecheckedon ne null&$orderby=pint_invoicenumber asc");
        Assert.Equal(
            ["Workflow approved", .. posted.Skip(1).Select(_ => "Rejected")],
            decided.Select(document => document["pint_oracleapprovalstatus"]!.ToString())
        );
        Assert.All(decided, document => Assert.Equal("Posted", document[State]!.ToString()));
        var findings = await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'oracle-rejected'");
        Assert.Equal(posted.Count - 1, findings.Count);
    }

    [Fact]
    public async Task A_changed_invoice_is_asked_again_and_the_answer_to_what_it_was_has_no_effect()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        var id = await SubmitAsync(driver);
        var first = driver.Sandbox.Approvals.OpenFor(UserId(driver, Omar)).Single();

        var items = Invoice(driver).Items.Select((item, index) => index == 0 ? item with { WorkCompletedThisPeriod = 90_000m } : item).ToList();
        driver.Clock.Advance(TimeSpan.FromHours(1));
        driver.Sandbox.Procore.Actors.Revise(id, items, "erin.doyle@prairieconcrete.example", driver.Clock.GetUtcNow());
        await driver.PollAsync();

        var requests = await RequestsAsync(driver);
        Assert.Equal(["Void", "Asked"], requests.Select(request => request[RequestState]!.ToString()));
        Assert.NotEqual(requests[0]["pint_contenthash"]!.ToString(), requests[1]["pint_contenthash"]!.ToString());

        driver.Sandbox.Approvals.Answer(UserId(driver, Omar), first.ApprovalId, "Approve", null);
        await driver.RunFlowsAsync();
        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Awaiting approval", document[State]!.ToString());
        Assert.Contains(
            await EvidenceAsync(driver),
            text => text.Contains("\"effect\":\"None\"", StringComparison.Ordinal) && text.Contains("too late", StringComparison.Ordinal)
        );
        Assert.Empty(driver.Sandbox.Oracle.ReceivedPayloads);

        await AnswerAsync(driver, Omar, "Approve");
        Assert.Equal("Posted", (await driver.DocumentAsync(Number))[State]!.ToString());
    }

    [Fact]
    public async Task A_rejected_invoice_stays_so_until_a_controller_has_it_asked_again()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await SubmitAsync(driver);
        await AnswerAsync(driver, Omar, "Reject", "Line 4 is not installed");
        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Refused", document[State]!.ToString());
        Assert.Equal("approval-rejected", document["pint_reasoncode"]!.ToString());
        Assert.Contains("Omar Lindqvist rejected", document["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"Line 4 is not installed\"", document["pint_reason"]!.ToString(), StringComparison.Ordinal);

        await driver.RetryAsync(Number);
        Assert.Equal("approval-rejected", (await driver.DocumentAsync(Number))["pint_reasoncode"]!.ToString());
        Assert.Empty(driver.Sandbox.Approvals.OpenFor(UserId(driver, Omar)));

        var again = new JsonObject { ["DocumentId"] = document["pint_documentid"]!.ToString(), ["Reason"] = "Line 4 was inspected today." };
        Assert.Equal(
            403,
            (await driver.DataverseAsync(SandboxDriver.Accountant, HttpMethod.Post, "pint_AskApprovalAgain", again.DeepClone().AsObject())).Status
        );
        Assert.Equal(403, (await driver.DataverseAsync(Omar, HttpMethod.Post, "pint_AskApprovalAgain", again.DeepClone().AsObject())).Status);
        var answer = await driver.DataverseAsync(SandboxDriver.Reviewer, HttpMethod.Post, "pint_AskApprovalAgain", again);
        Assert.Equal("Held", answer.Body!["State"]!.ToString());
        await driver.RunFlowsAsync();
        await AnswerAsync(driver, Omar, "Approve");
        Assert.Equal("Posted", (await driver.DocumentAsync(Number))[State]!.ToString());
    }

    [Fact]
    public async Task An_answer_that_someone_else_wrote_counts_for_nothing_and_the_controller_hears_of_it()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await SubmitAsync(driver);
        var open = driver.Sandbox.Approvals.OpenFor(UserId(driver, Omar)).Single();
        foreach (var user in new[] { SandboxDriver.Accountant, SandboxDriver.Administrator, SandboxDriver.FlowUser, Omar })
        {
            var refused = await driver.DataverseAsync(user, HttpMethod.Post, "msdyn_flow_approvalresponses", Response(open, UserId(driver, Omar)));
            Assert.Equal(403, refused.Status);
        }

        // Not even a system administrator answers for someone.
        driver.Clock.Advance(TimeSpan.FromMinutes(5));
        var written = await driver.SendAsync(
            HttpMethod.Post,
            $"{driver.Sandbox.Root}/api/data/v9.2/msdyn_flow_approvalresponses",
            driver.Sandbox.Issuer.IssueToken(SeedLoader.Activator, driver.Sandbox.Root),
            Response(open, UserId(driver, Omar))
        );
        Assert.True(written.Status is 201 or 204, written.Text);
        var row = (await AdministratorRowsAsync(driver, "msdyn_flow_approvalresponses"))[0]!["msdyn_flow_approvalresponseid"]!;
        var committed = await driver.SendAsync(
            HttpMethod.Patch,
            $"{driver.Sandbox.Root}/api/data/v9.2/msdyn_flow_approvalresponses({row})",
            driver.Sandbox.Issuer.IssueToken(SeedLoader.Activator, driver.Sandbox.Root),
            new JsonObject { ["statecode"] = 1, ["statuscode"] = 192350002 }
        );
        Assert.True(committed.Status is 200 or 204, committed.Text);
        await driver.RunFlowsAsync();
        Assert.Equal("Awaiting approval", (await driver.DocumentAsync(Number))[State]!.ToString());
        var finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'approval-forged'"));
        Assert.Contains("in the name of Omar Lindqvist was written by someone else", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(driver.Sandbox.Oracle.ReceivedPayloads);

        await AnswerAsync(driver, Omar, "Approve");
        Assert.Equal("Posted", (await driver.DocumentAsync(Number))[State]!.ToString());
    }

    [Fact]
    public async Task Approved_in_Teams_and_an_hour_later_in_Procore_takes_effect_once_and_is_reported()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        var id = await SubmitAsync(driver);
        await AnswerAsync(driver, Omar, "Approve");
        driver.Clock.Advance(TimeSpan.FromHours(1));
        driver.Sandbox.Procore.Actors.Approve(id, "dana.whitfield@lakeshorebuilders.example", driver.Clock.GetUtcNow());
        await driver.PollAsync();
        await driver.PollAsync();

        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]?.ToString() == Number);
        Assert.Empty(driver.Sandbox.Approvals.OpenFor(UserId(driver, Omar)));
        var finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'approved-twice'"));
        Assert.Contains(
            "Omar Lindqvist approved it in Teams, and Dana Whitfield approved it in Procore",
            finding["pint_sentence"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Reminders_go_to_the_person_then_to_the_next_limit_then_to_the_controller_and_who_left_is_replaced()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await SubmitAsync(driver);
        Assert.Empty(Recipients(driver));

        await AfterAsync(driver, 2);
        Assert.Equal(["omar.lindqvist@lakeshorebuilders.example"], Recipients(driver));
        await AfterAsync(driver, 3);
        Assert.Equal(["dana.whitfield@lakeshorebuilders.example", "omar.lindqvist@lakeshorebuilders.example"], Recipients(driver).Skip(1).Order());
        Assert.Empty(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'approval-overdue'"));
        await AfterAsync(driver, 5);
        Assert.Equal(5, Recipients(driver).Count());
        var finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'approval-overdue'"));
        Assert.Contains("Omar Lindqvist has not answered", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);
        await AfterAsync(driver, 1);
        Assert.Equal(5, Recipients(driver).Count());

        var off = await driver.SendAsync(
            HttpMethod.Patch,
            $"{driver.Sandbox.Root}/api/data/v9.2/systemusers({UserId(driver, Omar)})",
            driver.Sandbox.Issuer.IssueToken(SeedLoader.Activator, driver.Sandbox.Root),
            new JsonObject { ["isdisabled"] = true }
        );
        Assert.True(off.Status is 200 or 204, off.Text);
        await AfterAsync(driver, 1);
        Assert.Equal("Dana Whitfield", (await RequestAsync(driver))["pint_assigneename"]!.ToString());
        await AnswerAsync(driver, Dana, "Approve");
        Assert.Equal("Posted", (await driver.DocumentAsync(Number))[State]!.ToString());
    }

    /// <summary>The seeded job with subcontractor invoices approved in Teams once they are under review in Procore.</summary>
    /// <param name="sharedRows">Name of the rows; null for what follows a link: rows carry the address of the sandbox that entered them.</param>
    internal static ChangedData InTeams(string? sharedRows = "approved in Teams") =>
        new ChangedData { SharedRows = sharedRows }.With(
            "dataverse/70-pint_ownershiprules.json",
            root =>
            {
                var rule = root["rows"]![0]!;
                rule["pint_approvalplace"] = 723100002;
                rule["pint_triggerstatus"] = "under_review";
            }
        );

    /// <summary>The first subcontractor of October submits; nobody decides in Procore.</summary>
    internal static async Task<long> SubmitAsync(SandboxDriver driver)
    {
        var month = driver.Sandbox.Seed.Months[0];
        var invoice = Invoice(driver);
        driver.Clock.AdvanceTo(month.OpenedAt);
        driver.Sandbox.Procore.Actors.OpenPeriod(month.PeriodId, month.OpenedAt);
        driver.Clock.AdvanceTo(invoice.SubmittedAt);
        var id = driver.Sandbox.Procore.Actors.SubmitInvoice(month, invoice);
        await driver.PollAsync();
        return id;
    }

    private static InvoiceScript Invoice(SandboxDriver driver) => driver.Sandbox.Seed.Months[0].Invoices.Single(one => one.InvoiceNumber == Number);

    private static Guid UserId(SandboxDriver driver, string user) => driver.Sandbox.Seed.User(user).SystemUserId;

    private static Task<IReadOnlyList<JsonObject>> RequestsAsync(SandboxDriver driver) => driver.RowsAsync("pint_approvals?$orderby=pint_key");

    private static async Task<JsonObject> RequestAsync(SandboxDriver driver) => (await RequestsAsync(driver))[^1];

    private static async Task<IReadOnlyList<string>> EvidenceAsync(SandboxDriver driver) =>
        [.. (await driver.RowsAsync("pint_evidences?$filter=pint_evidencekind eq 723100003")).Select(row => row["pint_content"]!.ToString())];

    private static async Task<JsonArray> AdministratorRowsAsync(SandboxDriver driver, string set) =>
        (
            await driver.SendAsync(
                HttpMethod.Get,
                $"{driver.Sandbox.Root}/api/data/v9.2/{set}",
                driver.Sandbox.Issuer.IssueToken(SeedLoader.Activator, driver.Sandbox.Root),
                null
            )
        ).Body!["value"]!.AsArray();

    private static JsonObject Response(OpenApproval open, Guid owner) =>
        new()
        {
            ["msdyn_flow_approvalresponse_approval@odata.bind"] = $"msdyn_flow_approvals({open.ApprovalId})",
            ["msdyn_flow_approvalresponse_name"] = "Approve",
            ["msdyn_flow_approvalresponse_response"] = "Approve",
            ["msdyn_flow_approvalresponse_approvalstagekey"] = open.ApprovalId.ToString(),
            ["msdyn_flow_approvalresponse_stage"] = 192351000,
            ["ownerid@odata.bind"] = $"systemusers({owner})",
        };

    // The notice of a code without a task has nothing to do with approvals.
    private static IEnumerable<string> Recipients(SandboxDriver driver) =>
        driver
            .Sandbox.Teams.Posted.Where(message => !message.Content.Contains("no Oracle task", StringComparison.Ordinal))
            .Select(message => message.Recipient);

    private static async Task AfterAsync(SandboxDriver driver, int days)
    {
        driver.Clock.Advance(TimeSpan.FromDays(days));
        await driver.RunFlowsAsync();
    }

    private static async Task AnswerAsync(SandboxDriver driver, string user, string answer, string? comments = null)
    {
        var id = UserId(driver, user);
        var open = driver.Sandbox.Approvals.OpenFor(id).Single();
        driver.Clock.Advance(TimeSpan.FromMinutes(30));
        var result = driver.Sandbox.Approvals.Answer(id, open.ApprovalId, answer, comments);
        Assert.Null(result.Refusal);
        await driver.RunFlowsAsync();
    }
}
