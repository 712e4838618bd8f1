using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Local.Approvals;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The approvals page, as a browser meets it: the person who is asked answers there, and no one else.</summary>
public sealed partial class ApprovalPageTests
{
    private const string Omar = "omar.lindqvist";
    private const string Dana = "dana.whitfield";
    private const string Number = "PCC-25-1187";
    private const string Contract = "SC-001";

    [Fact]
    public async Task The_person_who_is_asked_answers_in_the_page_and_the_invoice_posts()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await ApprovalTests.SubmitAsync(driver);
        var open = Waiting(driver).Single();
        var path = $"/approvals/{open.ApprovalId}";

        // Asked first who it is, then led to where the link leads.
        using var omar = PageVisitor.Unknown(driver);
        var question = await omar.GetAsync(driver.Sandbox.Approvals.RespondLink(open.ApprovalId).ToString());
        Assert.DoesNotContain(Contract, question.Html, StringComparison.Ordinal);
        Assert.Contains("Who are you?", (await omar.PostAsync(path, ("answer", "Approve"))).Html, StringComparison.Ordinal);
        var page = await omar.PostAsync("/sign-in", ("user", Omar), ("next", Next().Match(question.Html).Groups["path"].Value));
        Assert.Equal((200, $"/approvals#approval-{open.ApprovalId}"), (page.Status, page.Path));
        Assert.Contains($"id=\"approval-{open.ApprovalId}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(open.Title), page.Html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: right;\">", page.Html, StringComparison.Ordinal);
        Assert.Contains($"action=\"{path}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", page.Policy, StringComparison.Ordinal);

        // Looking is not answering, and an answer is one of two.
        Assert.Equal($"/approvals#approval-{open.ApprovalId}", (await omar.GetAsync(path)).Path);
        Assert.Contains("is not an answer", (await omar.PostAsync(path)).Html, StringComparison.Ordinal);
        Assert.Single(Waiting(driver));

        // A comment is not needed, and a second click changes nothing.
        page = await omar.PostAsync(path, ("answer", "Approve"), ("comment", " "));
        Assert.Equal((200, $"/approvals?answered={open.ApprovalId}"), (page.Status, page.Path));
        Assert.Contains("role=\"status\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("is being recorded", page.Html, StringComparison.Ordinal);
        page = await omar.PostAsync(path, ("answer", "Reject"), ("comment", "twice"));
        Assert.Equal(400, page.Status);
        Assert.Contains("already decided: Approve", page.Html, StringComparison.Ordinal);

        // The page runs nothing: the flows hear of the answer.
        Assert.Equal("Awaiting approval", await StateAsync(driver));
        await driver.RunFlowsAsync();
        Assert.Equal("Posted", await StateAsync(driver));
        page = await omar.GetAsync("/approvals");
        Assert.Contains("Approved. The document is Posted.", page.Html, StringComparison.Ordinal);
        Assert.Contains("No approval is waiting for you.", page.Html, StringComparison.Ordinal);
        page = await omar.GetAsync(await DocumentPathAsync(driver));
        Assert.Matches("<caption(?s:.)*Approvals(?s:.)*>Approved<(?s:.)*>Omar Lindqvist<", page.Html);

        using var dana = await PageVisitor.SignInAsync(driver, Dana);
        Assert.DoesNotContain(Contract, (await dana.GetAsync($"/approvals?answered={open.ApprovalId}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_has_ended_says_so_before_and_after_it_is_answered()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        var id = await ApprovalTests.SubmitAsync(driver);
        var invoice = driver.Sandbox.Seed.Months[0].Invoices.Single(one => one.InvoiceNumber == Number);
        driver.Clock.Advance(TimeSpan.FromHours(1));
        driver.Sandbox.Procore.Actors.Revise(
            id,
            [invoice.Items[0] with { WorkCompletedThisPeriod = 90_000m }, .. invoice.Items.Skip(1)],
            "erin.doyle@prairieconcrete.example",
            driver.Clock.GetUtcNow()
        );
        await driver.PollAsync();
        using var omar = await PageVisitor.SignInAsync(driver, Omar);
        var page = await omar.GetAsync("/approvals");
        var ended = page.Html.IndexOf("This request has ended.", StringComparison.Ordinal);
        Assert.InRange(ended, page.Html.IndexOf($"id=\"approval-{Waiting(driver)[0].ApprovalId}\"", StringComparison.Ordinal), page.Html.Length);
        Assert.InRange(page.Html.IndexOf($"id=\"approval-{Waiting(driver)[1].ApprovalId}\"", StringComparison.Ordinal), ended, page.Html.Length);

        await omar.PostAsync($"/approvals/{Waiting(driver)[0].ApprovalId}", ("answer", "Approve"));
        await driver.RunFlowsAsync();
        page = await omar.GetAsync("/approvals");
        Assert.Contains("<td>No effect. ", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("This request has ended.", page.Html, StringComparison.Ordinal);
        Assert.Equal("Awaiting approval", await StateAsync(driver));
    }

    [Fact]
    public async Task Whoever_is_not_asked_neither_reads_nor_answers()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await ApprovalTests.SubmitAsync(driver);
        var open = Waiting(driver).Single();
        using var dana = await PageVisitor.SignInAsync(driver, Dana);

        Assert.Contains("No approval is waiting for you.", (await dana.GetAsync("/approvals")).Html, StringComparison.Ordinal);
        foreach (var id in new[] { open.ApprovalId, Guid.Empty })
        {
            var seen = new[]
            {
                await dana.GetAsync($"/approvals/{id}"),
                await dana.GetAsync($"/approvals/received/{id}"),
                await dana.PostAsync($"/approvals/{id}", ("answer", "Approve")),
            };
            Assert.All(
                seen,
                page =>
                {
                    Assert.Equal(404, page.Status);
                    Assert.Contains("is not assigned to you", page.Html, StringComparison.Ordinal);
                    Assert.DoesNotContain(Contract, page.Html, StringComparison.Ordinal);
                }
            );
        }

        await driver.RunFlowsAsync();
        Assert.Equal("Awaiting approval", await StateAsync(driver));
        Assert.Single(Waiting(driver));
    }

    [Fact]
    public async Task A_comment_has_its_limit_and_is_read_wherever_the_answer_is()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await ApprovalTests.SubmitAsync(driver);
        var open = Waiting(driver).Single();
        using var omar = await PageVisitor.SignInAsync(driver, Omar);
        var path = $"/approvals/{open.ApprovalId}";

        // What was typed is not lost.
        var typed = new string('x', 5_000);
        var page = await omar.PostAsync(path, ("answer", "Reject"), ("comment", typed));
        Assert.Equal(400, page.Status);
        Assert.Contains("The comment has 5,000 characters, and 4,000 are allowed.", page.Html, StringComparison.Ordinal);
        Assert.Contains(typed + "</textarea>", page.Html, StringComparison.Ordinal);
        Assert.Single(Waiting(driver));

        // A browser counts the end of a line as one character and sends two.
        var comment = "<b>Line 4</b>\n" + new string('y', 3_986);
        page = await omar.PostAsync(path, ("answer", "Reject"), ("comment", comment.ReplaceLineEndings("\r\n")));
        Assert.Equal(200, page.Status);
        await driver.RunFlowsAsync();
        Assert.Equal("Refused", await StateAsync(driver));
        var request = Assert.Single(await driver.RowsAsync("pint_approvals?$select=pint_name"))["pint_approvalid"];
        foreach (var place in new[] { "/approvals", $"/main.aspx?pagetype=entityrecord&etn=pint_approval&id={request}" })
        {
            page = await omar.GetAsync(place);
            Assert.Contains("<b>Line 4</b>\nyyy", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
            Assert.Contains("Rejected", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_has_no_role_answers_and_does_not_read_what_came_of_it()
    {
        using var data = new ChangedData().With("users.json", users => Person(users)["securityRoles"] = new JsonArray());
        await using var driver = await SandboxDriver.StartAsync(data);
        var sent = driver.Sandbox.Approvals.Create(
            driver.Sandbox.Seed.User(SandboxDriver.FlowUser).SystemUserId,
            new ApprovalInput
            {
                Kind = ApprovalKind.Basic,
                Title = "Of another solution",
                AssignedTo = driver.Sandbox.Seed.User(Omar).Email,
                ItemLink = "https://example.com/item?a=1&b=2",
            }
        );
        using var omar = await PageVisitor.SignInAsync(driver, Omar);
        var page = await omar.GetAsync("/approvals");
        Assert.Contains("<a href=\"https://example.com/item?a=1&amp;b=2\">Open the document</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Your roles do not show", page.Html, StringComparison.Ordinal);
        page = await omar.PostAsync($"/approvals/{sent.Id}", ("answer", "Reject"));
        Assert.Matches("<tbody><tr><td>Of another solution</td><td class=\"state\">Reject</td>", page.Html);
    }

    [Fact]
    public async Task Markup_in_an_approval_stays_text_and_links_lead_to_the_web()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var sent = driver.Sandbox.Approvals.Create(
            driver.Sandbox.Seed.User(SandboxDriver.FlowUser).SystemUserId,
            new ApprovalInput
            {
                Kind = ApprovalKind.Basic,
                Title = "<i>Title</i> & \"more\"",
                AssignedTo = driver.Sandbox.Seed.User(Omar).Email,
                Details =
                    "<script>alert(1)</script> **Bold** [bad](javascript:alert(2)) [good](https://example.com/a) <javascript:alert(3)>\n\n"
                    + "![picture](https://example.com/b.png) [here](/sign-out) <https://example.com/c>\n\n[later]\n\n[later]: javascript:alert(4)",
                ItemLink = "javascript:alert(5)",
                ItemLinkDescription = "Item",
            }
        );
        Assert.Null(sent.Refusal);
        using var omar = await PageVisitor.SignInAsync(driver, Omar);
        var page = (await omar.GetAsync("/approvals")).Html;

        Assert.Contains("&lt;i&gt;Title&lt;/i&gt; &amp; &quot;more&quot;", page, StringComparison.Ordinal);
        Assert.Contains(
            "&lt;script&gt;alert(1)&lt;/script&gt; <strong>Bold</strong> bad <a href=\"https://example.com/a\">good</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("picture here <a href=\"https://example.com/c\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Item", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/approvals", "/approvals")]
    [InlineData("//evil.test/", "/")]
    [InlineData("/\\evil.test/", "/")]
    [InlineData("/\t/evil.test/", "/")]
    [InlineData("https://evil.test/", "/")]
    [InlineData("/caf\u00e9", "/")]
    public void Signing_in_leads_only_to_this_site(string next, string expected) =>
        Assert.Equal(expected, PowerIntegration.Sandbox.Page.PageVisits.AfterSignIn(next));

    [GeneratedRegex("name=\"next\" value=\"(?<path>[^\"]+)\"")]
    private static partial Regex Next();

    private static JsonNode Person(JsonNode users) => users.AsArray().Single(user => user!["name"]!.ToString() == Omar)!;

    private static IReadOnlyList<OpenApproval> Waiting(SandboxDriver driver) =>
        driver.Sandbox.Approvals.OpenFor(driver.Sandbox.Seed.User(Omar).SystemUserId);

    private static async Task<string> StateAsync(SandboxDriver driver) =>
        (await driver.DocumentAsync(Number))["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();

    private static async Task<string> DocumentPathAsync(SandboxDriver driver) =>
        $"/main.aspx?pagetype=entityrecord&etn=pint_document&id={(await driver.DocumentAsync(Number))["pint_documentid"]}";
}
