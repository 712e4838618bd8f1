using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Nothing stops in silence: what stands still is found, goes on when its cause is gone, and is told to whoever is to act.</summary>
public sealed class SweepTests
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";

    [Fact]
    public async Task A_mapping_that_is_mended_lets_the_document_go_on_within_one_sweep_and_its_finding_closes_when_it_was_seen()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        for (var sweep = 0; sweep < 3; sweep++)
        {
            await driver.SweepAsync();
        }

        var finding = Assert.Single(await driver.RowsAsync("pint_findings"));
        Assert.Equal(
            ("document-stopped", "Open", "Error", "Mapping administrator", 356_076.71m, "USD"),
            (
                finding["pint_kind"]!.ToString(),
                finding["pint_findingstate" + Label]!.ToString(),
                finding["pint_severity" + Label]!.ToString(),
                finding["pint_ownerrole" + Label]!.ToString(),
                finding["pint_amount"]!.GetValue<decimal>(),
                finding["pint_currency"]!.ToString()
            )
        );
        Assert.Contains("07-840", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);

        await driver.AddFirestoppingRuleAsync("0784");
        await driver.SweepAsync();

        Assert.Equal("Posted", await StateAsync(driver, "IG 7741-1"));
        await driver.SweepAsync();
        finding = Assert.Single(await driver.RowsAsync("pint_findings"));
        Assert.Equal("Open", finding["pint_findingstate" + Label]!.ToString());
        Assert.NotNull(finding["pint_causegoneon"]);

        var id = new JsonObject { ["FindingId"] = finding["pint_findingid"]!.ToString() };
        var service = await driver.DataverseAsync(SandboxDriver.Service, HttpMethod.Post, "pint_AcknowledgeFinding", id);
        var accountant = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_AcknowledgeFinding",
            (JsonObject)id.DeepClone()
        );

        Assert.Equal((403, 200, "Closed"), (service.Status, accountant.Status, accountant.Body?["State"]?.ToString()));
        finding = Assert.Single(await driver.RowsAsync("pint_findings"));
        Assert.Equal("Closed", finding["pint_findingstate" + Label]!.ToString());
        Assert.Contains("Theo", finding["pint_acknowledgedby"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_cannot_go_on_is_tried_ever_more_seldom()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var tries = new List<int>();
        for (var sweep = 0; sweep < 24; sweep++)
        {
            await driver.SweepAsync();
            tries.Add((await driver.DocumentAsync("IG 7741-1"))["pint_attempts"]?.GetValue<int>() ?? 0);
        }

        // At the sweeps 1, 2, 4, 8 and 16: nine minutes double each time.
        Assert.Equal([1, 2, 2, 3, 3, 3, 3, 4], tries[..8]);
        Assert.Equal(5, tries[^1]);
    }

    [Fact]
    public async Task Nobody_but_the_product_writes_a_finding()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.SweepAsync();
        var finding = Assert.Single(await driver.RowsAsync("pint_findings"));
        foreach (var user in new[] { SandboxDriver.Accountant, SandboxDriver.Administrator, SandboxDriver.Service })
        {
            var changed = await driver.DataverseAsync(
                user,
                HttpMethod.Patch,
                $"pint_findings({finding["pint_findingid"]})",
                new JsonObject { ["pint_sentence"] = "All is well." }
            );
            Assert.Equal(403, changed.Status);
        }
    }

    [Fact]
    public async Task A_release_that_waits_for_another_one_is_posted_by_itself_and_both_are_called_by_their_names()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var first = await ReleaseAsync(driver, "R1", """{"kind":"total","amount":900.00}""");
        var second = await ReleaseAsync(driver, "R2", """{"kind":"everything"}""");
        Assert.Equal(("Prepared", "Held"), (first["State"]!.ToString(), second["State"]!.ToString()));
        Assert.Contains("Release R2 waits for release R1", second["Message"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pplication", second["Message"]!.ToString(), StringComparison.Ordinal);

        await driver.RunFlowsAsync();
        await driver.SweepAsync();

        var posted = (await driver.RowsAsync("pint_documents?$filter=pint_procoreid eq 'R2'"))[0];
        Assert.Equal(("Posted", 98_303.29m), (posted["pint_documentstate" + Label]!.ToString(), posted["pint_oracleamount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_release_behind_an_application_that_was_left_on_its_way_follows_it()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        driver.Sandbox.Months.PlayNext();
        driver.Sandbox.Power.WaitFor(kind => kind == "POST /oracle/fscmRestApi/resources/11.13.18.05/invoices", isAnswered: true);
        await driver.PollAsync();
        driver.Sandbox.Power.Restore();
        var first = await driver.DocumentAsync("PCC-25-1243");
        Assert.NotEqual("Posted", first["pint_documentstate" + Label]!.ToString());

        var release = await ReleaseAsync(driver, "R1", """{"kind":"total","amount":900.00}""");
        await driver.SweepAsync();
        await driver.SweepAsync();

        Assert.Equal("Held", release["State"]!.ToString());
        Assert.Equal("Posted", await StateAsync(driver, "PCC-25-1243"));
        var posted = (await driver.RowsAsync("pint_documents?$filter=pint_procoreid eq 'R1'"))[0];
        Assert.Equal("Posted", posted["pint_documentstate" + Label]!.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_confirmed_reversal_that_was_killed_on_its_way_is_finished_by_the_sweep(bool isAnswered)
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var id = (await driver.DocumentAsync("HE-40213"))["pint_documentid"]!.ToString();
        await ReverseAsync(driver, SandboxDriver.Administrator, id, "Wrong site");
        await ReverseAsync(driver, "irene.castellano", id, null);
        driver.Sandbox.Power.WaitFor(kind => kind.EndsWith("cancelInvoice", StringComparison.Ordinal), isAnswered);
        await driver.RunFlowsAsync();
        Assert.True(driver.Sandbox.Power.IsDark);
        driver.Sandbox.Power.Restore();

        await driver.SweepAsync();
        await driver.SweepAsync();

        Assert.Equal("Reversed", await StateAsync(driver, "HE-40213"));
    }

    [Fact]
    public async Task A_poll_that_fails_for_long_is_a_finding_that_closes_when_it_goes_through_again()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var cursor = (await driver.RowsAsync("pint_cursors"))[0];
        async Task SetAsync(int attempts, string? message)
        {
            var answer = await driver.DataverseAsync(
                SandboxDriver.Service,
                HttpMethod.Patch,
                $"pint_cursors({cursor["pint_cursorid"]})",
                new JsonObject
                {
                    ["pint_attempts"] = attempts,
                    ["pint_message"] = message,
                    ["pint_nexttryon"] = attempts == 0 ? null : "2030-01-01T00:00:00Z",
                }
            );
            Assert.True(answer.Status == 204, answer.Text);
        }

        await SetAsync(3, "Procore does not permit reading.");
        await driver.SweepAsync();
        var finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'cursor-stalled'"));
        Assert.Contains("3 times in a row. Procore does not permit reading.", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);

        await SetAsync(0, null);
        await driver.SweepAsync();
        finding = Assert.Single(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'cursor-stalled'"));
        Assert.Equal("Closed", finding["pint_findingstate" + Label]!.ToString());
    }

    private static async Task ReverseAsync(SandboxDriver driver, string user, string documentId, string? reason)
    {
        var inputs = new JsonObject { ["DocumentId"] = documentId };
        if (reason is not null)
        {
            inputs["Reason"] = reason;
        }

        var answer = await driver.DataverseAsync(user, HttpMethod.Post, "pint_PrepareReversal", inputs);
        Assert.True(answer.Status == 200, answer.Text);
    }

    private static async Task<JsonNode> ReleaseAsync(SandboxDriver driver, string reference, string release)
    {
        var contract = (await driver.RowsAsync($"pint_commitments?$filter=pint_number eq 'SC-001'&$select=pint_commitmentid"))[0];
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Post,
            "pint_PrepareRetainageRelease",
            new JsonObject
            {
                ["CommitmentId"] = contract["pint_commitmentid"]!.ToString(),
                ["Reference"] = reference,
                ["Release"] = release,
                ["PeriodEnd"] = "2025-10-31T00:00:00Z",
                ["BillingDate"] = "2025-10-31T00:00:00Z",
            }
        );
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }

    private static async Task<string> StateAsync(SandboxDriver driver, string invoiceNumber) =>
        (await driver.DocumentAsync(invoiceNumber))["pint_documentstate" + Label]!.ToString();
}
