using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>Releases and decisions in a contract file, from the first application to the last.</summary>
public sealed class BillDecisionTests
{
    private const string Terms = """
        "retainageAmounts": "terms", "retainageKeptBy": "us", "storedMaterials": "manual", "staleStoragePeriods": 3, "overbillingTolerance": 0,
        "negativeLines": "accepted", "creditDocument": "creditMemo", "roundingDifference": "largestLine", "approvedAsNoted": "posts"
        """;

    private const string Materials = $$"""
        { "contract": "SC-7", "currency": "USD", "terms": { "retainage": { "kind": "flat", "rate": 0.1 }, {{Terms}} },
          "lines": [ { "line": "1", "coding": "2600 SUB", "scheduledValue": 50000 } ],
          "applications": [
            { "number": 1, "lines": [ { "line": "1", "workPrevious": 0, "workThisPeriod": 0, "materialsStored": 20000 } ] },
            { "number": 2, "lines": [ { "line": "1", "workPrevious": 0, "workThisPeriod": 0, "materialsStored": 20000 } ],
              "release": { "kind": "total", "amount": 1000 } },
            { "number": 3, "lines": [ { "line": "1", "workPrevious": 0, "workThisPeriod": 20000, "materialsStored": 0 } ] },
            { "number": 4, "lines": [ { "line": "1", "workPrevious": 20000, "workThisPeriod": 30000, "materialsStored": 0 } ] },
            { "number": 5, "lines": [ { "line": "1", "workPrevious": 50000, "workThisPeriod": 0, "materialsStored": 0 } ], "final": true,
              "release": { "kind": "everything" } }
          ] }
        """;

    // 161,500.00 of 170,000.00 at five percent; the second application is as its source states it.
    private const string Certified = $$"""
        { "contract": "SC-8", "currency": "USD", "terms": { "retainage": { "kind": "flat", "rate": 0.05 }, {{Terms}} },
          "lines": [ { "line": "1", "coding": "2600 SUB", "scheduledValue": 300000 },
            { "line": "2", "coding": "2700 SUB", "scheduledValue": 100000 } ],
          "applications": [
            { "number": 1, "lines": [
                { "line": "1", "workPrevious": 0, "workThisPeriod": 130000, "materialsStored": 0, "completedToDate": 130000 },
                { "line": "2", "workPrevious": 0, "workThisPeriod": 40000, "materialsStored": 0, "completedToDate": 40000 } ] },
            { "number": 2, "lines": [
                { "line": "1", "workPrevious": 130000, "workThisPeriod": 50000, "materialsStored": 0, "completedToDate": 180000 },
                { "line": "2", "workPrevious": 40000, "workThisPeriod": 0, "materialsStored": 0, "completedToDate": 40000 } ] }
          ] }
        """;

    private const string CatchUp = """
        { "amount": 26315.79, "ofApplication": 1, "decidedBy": "K. Controller", "reason": "certified now" }
        """;

    [Fact]
    public async Task Retainage_that_was_released_on_stored_materials_stays_released_when_they_are_installed()
    {
        var run = await BillRun.OfTextAsync(Materials, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([18_000m, 1_000m, 0m, 27_000m, 4_000m], Payable(run));
    }

    [Theory]
    [InlineData("cut", """{ "kind": "net", "amount": 25000, "decidedBy": "A. Architect", "reason": "defective work" }""")]
    [InlineData("certified", """{ "line8": 136500 }""")]
    public async Task Less_is_certified_and_the_next_application_goes_on_after_one_decision(string field, string decided)
    {
        var contract = JsonNode.Parse(Certified)!;
        contract["applications"]![0]![field] = JsonNode.Parse(decided);
        var held = await BillRun.OfTextAsync(contract.ToJsonString(), "--json");
        Assert.Equal(1, held.ExitCode);
        Assert.Equal(136_500m, Payable(held)[0]);
        Assert.Contains("gross cut of 26,315.79", held.Output, StringComparison.Ordinal);

        contract["applications"]![1]!["catchUp"] = JsonNode.Parse(CatchUp);
        var run = await BillRun.OfTextAsync(contract.ToJsonString(), "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([136_500m, 72_500m], Payable(run));
    }

    [Fact]
    public async Task A_cut_that_does_not_say_net_is_gross()
    {
        var contract = JsonNode.Parse(Certified)!;
        contract["applications"]![0]!["cut"] = JsonNode.Parse("""{ "amount": 25000, "decidedBy": "R. Reviewer", "reason": "not on site" }""");
        Assert.Equal(137_750m, Payable(await BillRun.OfTextAsync(contract.ToJsonString(), "--json"))[0]);
    }

    [Fact]
    public async Task A_decision_for_another_figure_names_the_right_one()
    {
        var contract = JsonNode.Parse(Certified)!;
        contract["applications"]![0]!["certified"] = JsonNode.Parse("""{ "line8": 136500 }""");
        contract["applications"]![1]!["catchUp"] = JsonNode.Parse(CatchUp.Replace("26315.79", "25000", StringComparison.Ordinal));
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("26,315.79", run.Output, StringComparison.Ordinal);
    }

    private static List<decimal> Payable(BillRun run) =>
        [
            .. JsonNode.Parse(run.Output)!["applications"]!
                .AsArray()
                .Select(application => (decimal?)application!["result"]!["payable"])
                .OfType<decimal>(),
        ];
}
