using System.Net.Http;
using System.Text.Json.Nodes;
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
