using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What is undecided about the project is the same that stops its documents, and everyone who may see the project may ask.</summary>
public sealed class ReadinessTests
{
    private const string Approver = "dana.whitfield";

    [Fact]
    public async Task The_code_that_stops_an_application_is_the_open_decision_and_is_gone_once_it_is_mapped()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var stopped = await driver.DocumentAsync("IG 7741-1");

        var before = await ReadinessAsync(driver, SandboxDriver.Accountant);
        var item = Assert.Single(Items(before, "structure"), one => one["state"]!.ToString() == "blocked");
        Assert.Contains("07-840", item["sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("07-840", stopped["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Mapping Administrator 1 pint_wbsmappingrule", $"{item["role"]} {item["documents"]} {item["table"]}");
        Assert.Empty(Items(before, "ownership"));

        await driver.AddFirestoppingRuleAsync("0784");
        await driver.RetryAsync("IG 7741-1");
        var after = await ReadinessAsync(driver, Approver);
        Assert.DoesNotContain(Items(after, "structure"), one => one["state"]!.ToString() == "blocked");
    }

    [Theory]
    [InlineData(SandboxDriver.FlowUser)]
    [InlineData(SandboxDriver.Service)]
    public async Task Who_holds_no_role_of_people_may_not_ask(string user)
    {
        await using var driver = await SandboxDriver.StartAsync();
        var answer = await AskAsync(driver, user);
        Assert.Equal(403, answer.Status);
        Assert.Contains("prvDeletepint_ReviewGate", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> ReadinessAsync(SandboxDriver driver, string user)
    {
        var answer = await AskAsync(driver, user);
        Assert.True(answer.Status == 200, answer.Text);
        return JsonNode.Parse(answer.Body!["Readiness"]!.ToString())!;
    }

    private static async Task<SandboxDriver.Answer> AskAsync(SandboxDriver driver, string user)
    {
        var project = (await driver.RowsAsync("pint_projects"))[0]["pint_projectid"]!.ToString();
        return await driver.DataverseAsync(user, HttpMethod.Post, "pint_ListReadiness", new JsonObject { ["ProjectId"] = project });
    }

    private static List<JsonNode> Items(JsonNode readiness, string lesson) =>
        [.. readiness["lessons"]!.AsArray().Single(one => one!["lesson"]!.ToString() == lesson)!["items"]!.AsArray().OfType<JsonNode>()];
}
