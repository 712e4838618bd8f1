using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Wbs;

public sealed class ResolveWbsTests
{
    private readonly Site site = new();

    [Fact]
    public void A_code_resolves_to_its_coding_in_six_requests()
    {
        var answer = Resolve("2600", "26-240", "SUB");
        Assert.Equal("Resolved", answer["State"]);
        Assert.Equal(
            "2600 Subcontract Chicago Construction",
            $"{answer["TaskNumber"]} {answer["ExpenditureType"]} {answer["ExpenditureOrganization"]}"
        );
        Assert.Contains("decides: no other rule is as specific.", (string)answer["Trail"], StringComparison.Ordinal);
        Assert.Equal(6, site.Dataverse.Requests.Count);
        Assert.Empty(site.Dataverse.Written);
    }

    // Dataverse finds the rules that may take the code, however people wrote it; a rule of another code is not read.
    [Theory]
    [InlineData("26-240", true)]
    [InlineData("26-*", true)]
    [InlineData("*", true)]
    [InlineData(null, true)]
    [InlineData("26-241", false)]
    [InlineData("27-*", false)]
    public void Every_way_to_write_the_code_in_a_rule_is_found(string? written, bool isFound)
    {
        var rule = site.Dataverse.All(WbsMappingRuleTable.LogicalName)[0];
        foreach (var other in site.Dataverse.All(WbsMappingRuleTable.LogicalName))
        {
            site.Dataverse.Row(WbsMappingRuleTable.LogicalName, other.Id)[WbsMappingRuleTable.CostCode] = "99-999";
        }

        var row = site.Dataverse.Row(WbsMappingRuleTable.LogicalName, rule.Id);
        row[WbsMappingRuleTable.CostCode] = written;
        row[WbsMappingRuleTable.CostType] = null;
        row[WbsMappingRuleTable.TaskSegmentCode] = null;
        Assert.Equal(isFound ? "Resolved" : "Refused", Resolve("2600", "26-240", "SUB")["State"]);
    }

    [Fact]
    public void A_code_without_a_task_is_refused_with_the_next_step()
    {
        var answer = Resolve(null, "07-840", "SUB");
        Assert.Equal("Refused wbs-unmapped", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("mapping administrator to add a mapping for 07-840 / SUB", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_project_and_a_missing_parameter_are_refused_by_name()
    {
        var unknown = Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Call(new ResolveWbs(), "pint_ResolveWbs", ("ProjectId", Guid.Empty), ("AsOf", "2025-10-31"))
        );
        Assert.Contains(Guid.Empty.ToString(), unknown.Message, StringComparison.Ordinal);
        var missing = Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Call(new ResolveWbs(), "pint_ResolveWbs", ("ProjectId", site.Project))
        );
        Assert.Contains("AsOf", missing.Message, StringComparison.Ordinal);
    }

    private ParameterCollection Resolve(string? segment, string costCode, string costType) =>
        site.Call(
            new ResolveWbs(),
            "pint_ResolveWbs",
            ("ProjectId", site.Project),
            ("TaskSegmentCode", segment),
            ("CostCode", costCode),
            ("CostType", costType),
            ("AsOf", "2025-10-31")
        );
}
