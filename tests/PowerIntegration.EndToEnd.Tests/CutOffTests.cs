using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Procore.Scripts;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Accounting closes October here before Oracle does: nothing more posts into it, and what is missing in it is listed by task.</summary>
public sealed class CutOffTests
{
    [Fact]
    public async Task What_is_approved_after_the_cut_off_posts_in_the_next_period_and_is_listed_with_what_is_not_posted()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var setup = (await driver.RowsAsync("pint_payablessetups"))[0]["pint_payablessetupid"]!.ToString();
        await CutOffAsync(driver, setup, "2025-10-31");

        await driver.BillNextMonthAsync();

        var rolled = await driver.DocumentAsync("HE-40213");
        Assert.Equal("Posted", rolled["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString());
        Assert.StartsWith("2025-11-01", rolled["pint_accountingdate"]!.ToString(), StringComparison.Ordinal);

        var list = await AccrualsAsync(driver, setup, "2025-10-31");
        var documents = list["documents"]!.AsArray();
        Assert.Equal(
            ["notPosted SC-003", "rolled SC-001", "rolled SC-002"],
            documents.Select(entry => entry!["kind"] + " " + entry["commitment"]).Distinct().Order()
        );
        var gross = rolled["pint_grosstodate"]!.GetValue<decimal>();
        Assert.Equal(
            gross,
            documents.Where(entry => entry!["commitment"]!.ToString() == "SC-002").Sum(entry => entry!["gross"]!.GetValue<decimal>())
        );
        var unmapped = Assert.Single(list["tasks"]!.AsArray(), task => task!["task"] is null)!;
        Assert.Contains("07-840", unmapped["code"]!.ToString(), StringComparison.Ordinal);

        await driver.AddFirestoppingRuleAsync("0784");
        await driver.RetryAsync("IG 7741-1");
        Assert.All(
            (await AccrualsAsync(driver, setup, "2025-10-31"))["documents"]!.AsArray(),
            entry => Assert.Equal("rolled", entry!["kind"]!.ToString())
        );
        Assert.Empty((await AccrualsAsync(driver, setup, "2025-11-30"))["documents"]?.AsArray() ?? []);
    }

    // Oracle answered none of the calls, so the document counts as sent although nothing of it is there.
    [Fact]
    public async Task What_was_sent_and_is_not_in_Oracle_does_not_post_into_a_period_that_is_cut_off_since()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var setup = (await driver.RowsAsync("pint_payablessetups"))[0]["pint_payablessetupid"]!.ToString();
        for (var number = 0; number < 12; number++)
        {
            driver.Sandbox.Oracle.Faults.Plan(
                new OracleFault
                {
                    Kind = OracleFaultKind.Refused,
                    Method = "POST",
                    Template = "invoices",
                }
            );
        }

        await driver.BillNextMonthAsync();
        var sent = await driver.DocumentAsync("HE-40213");
        Assert.NotNull(sent["pint_senton"]);
        Assert.StartsWith("2025-10", sent["pint_accountingdate"]!.ToString(), StringComparison.Ordinal);

        await CutOffAsync(driver, setup, "2025-10-31");

        // It is looked for through a day before it is made again.
        for (var sweep = 0; sweep < 10 && StateOf(sent) != "Posted"; sweep++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(12));
            await driver.SweepAsync();
            await driver.RunFlowsAsync();
            sent = await driver.DocumentAsync("HE-40213");
        }

        Assert.Equal("Posted", StateOf(sent));
        Assert.StartsWith("2025-11-01", sent["pint_accountingdate"]!.ToString(), StringComparison.Ordinal);
    }

    // What the posted revision billed is in the books already.
    [Fact]
    public async Task A_correction_that_is_not_prepared_yet_is_listed_with_its_difference()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var setup = (await driver.RowsAsync("pint_payablessetups"))[0]["pint_payablessetupid"]!.ToString();
        await driver.BillNextMonthAsync();
        var posted = await driver.DocumentAsync("HE-40213");
        var lines = await driver.RowsAsync($"pint_sourcelines?$filter=_pint_documentid_value eq {posted["pint_documentid"]}");
        var line = lines.First(one => one["pint_workthisperiod"]!.GetValue<decimal>() > 1000m);
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        driver.Sandbox.Procore.Actors.Revise(
            Id(posted["pint_procoreid"]),
            [
                new InvoiceItemScript(
                    Id(line["pint_procorelineid"]),
                    line["pint_workthisperiod"]!.GetValue<decimal>() - 100m,
                    line["pint_materialsstored"]!.GetValue<decimal>()
                ),
            ],
            "dana.whitfield@lakeshorebuilders.example",
            driver.Clock.GetUtcNow()
        );
        driver.Clock.Advance(TimeSpan.FromMinutes(10));
        await driver.GatewayAsync(SandboxDriver.FlowUser, "procore/changes/detect", []);
        var inbound = (
            await driver.RowsAsync($"pint_inboundevents?$filter=pint_procoreid eq '{posted["pint_procoreid"]}'&$orderby=pint_changedon desc")
        )[0];
        var read = await driver.GatewayAsync(
            SandboxDriver.FlowUser,
            "records/read",
            new JsonObject { ["eventId"] = inbound["pint_inboundeventid"]!.ToString() }
        );
        Assert.True(read.Status == 200, read.Text);

        var listed = (await AccrualsAsync(driver, setup, "2025-10-31"))["documents"]!
            .AsArray()
            .Where(entry => entry!["commitment"]!.ToString() == "SC-002")
            .ToList();
        Assert.Equal(["Received"], listed.Select(entry => entry!["state"]!.ToString().Split(':')[0]).Distinct());
        Assert.Equal(-100m, listed.Sum(entry => entry!["gross"]!.GetValue<decimal>()));
    }

    private static long Id(JsonNode? text) => long.Parse(text!.ToString(), CultureInfo.InvariantCulture);

    private static string StateOf(JsonNode document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();

    private static async Task CutOffAsync(SandboxDriver driver, string setup, string lastDay)
    {
        var period = (await driver.RowsAsync($"pint_oracleperiods?$filter=_pint_payablessetupid_value eq {setup} and pint_enddate eq {lastDay}"))[0];
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            $"pint_oracleperiods({period["pint_oracleperiodid"]})",
            new JsonObject { ["pint_cutoff"] = true }
        );
        Assert.True(answer.Status == 204, answer.Text);
    }

    private static async Task<JsonNode> AccrualsAsync(SandboxDriver driver, string setup, string lastDay)
    {
        var answer = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_ListAccruals",
            new JsonObject { ["PayablesSetupId"] = setup, ["PeriodEnd"] = lastDay }
        );
        Assert.True(answer.Status == 200, answer.Text);
        return JsonNode.Parse(answer.Body!["Accruals"]!.ToString())!;
    }
}
