using Microsoft.Xrm.Sdk;
using PowerIntegration.Tables;
using PowerIntegration.Tool.Mapping;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>The drafts that accepted rows become.</summary>
public sealed class DraftRowsTests
{
    [Fact]
    public void Rows_of_one_request_have_keys_of_their_own_though_they_are_about_the_same_letters()
    {
        var environment = AnEnvironment.Facts with { TakenKeys = ["LAKESHORE|1|MAPPING|501|ANY|07-840|SUB"] };
        var drafts = Drafts(
            environment,
            AnEnvironment.But(MapColumn.CostCode, "07-84*"),
            AnEnvironment.But(MapColumn.CostCode, "07-84"),
            AnEnvironment.Sound
        );
        Assert.Equal(
            ["LAKESHORE|1|MAPPING|501|ANY|07-84|SUB", "LAKESHORE|1|MAPPING|501|ANY|07-84|SUB|V2", "LAKESHORE|1|MAPPING|501|ANY|07-840|SUB|V2"],
            drafts.Select(draft => draft.GetAttributeValue<string>(WbsMappingRuleTable.Key))
        );
    }

    [Fact]
    public void A_rule_of_a_project_names_its_task_and_one_of_the_company_a_number()
    {
        var company = AnEnvironment.But(MapColumn.Project, "*");
        company[(int)MapColumn.Organization] = RowReading.VendorUnit;
        var drafts = Drafts(AnEnvironment.Facts, AnEnvironment.But(MapColumn.Organization, "Org B"), company);
        Assert.Equal(AnEnvironment.Id(784), drafts[0].GetAttributeValue<EntityReference>(WbsMappingRuleTable.OracleTaskId).Id);
        Assert.Equal(AnEnvironment.Id(1), drafts[0].GetAttributeValue<EntityReference>(WbsMappingRuleTable.ProjectId).Id);
        Assert.Equal("Org B", drafts[0][WbsMappingRuleTable.ExpenditureOrganization]);
        Assert.False(drafts[0].Contains(WbsMappingRuleTable.TaskNumber) || drafts[0].Contains(WbsMappingRuleTable.EnvironmentId));
        Assert.Equal("0784", drafts[1][WbsMappingRuleTable.TaskNumber]);
        Assert.Equal(AnEnvironment.Id(9), drafts[1].GetAttributeValue<EntityReference>(WbsMappingRuleTable.EnvironmentId).Id);
        Assert.Equal(
            OrganizationRuleChoice.UnitOfTheVendorContract,
            drafts[1].GetAttributeValue<OptionSetValue>(WbsMappingRuleTable.OrganizationRule).Value
        );
        Assert.False(drafts[1].Contains(WbsMappingRuleTable.OracleTaskId) || drafts[1].Contains(WbsMappingRuleTable.ProjectId));
    }

    // Activation compares the codes as they are written.
    [Fact]
    public void A_draft_that_replaces_a_rule_writes_the_codes_as_the_rule_does()
    {
        var stored = AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.OracleTask, "2600")) with
        {
            Written = new WrittenCodes("*", "07-840", "SUB", "*", "Area=*"),
        };
        var draft = Assert.Single(Drafts(AnEnvironment.With(stored), AnEnvironment.Sound));
        Assert.Equal(("*", "Area=*"), (draft[WbsMappingRuleTable.SubJob], draft[WbsMappingRuleTable.OtherSegments]));
        Assert.Equal(AnEnvironment.Id(7), draft.GetAttributeValue<EntityReference>(WbsMappingRuleTable.ReplacesId).Id);
        Assert.Equal("07-840 / SUB", draft[WbsMappingRuleTable.Name]);
    }

    private static List<Entity> Drafts(EnvironmentFacts environment, params string[][] rows)
    {
        var results = MapCheck.Of(rows.Select((cells, place) => AnEnvironment.Row(place + 2, cells)), environment);
        Assert.All(results, result => Assert.Equal(RowOutcome.Accepted, result.Outcome));
        var drafts = new DraftRows(environment);
        return [.. results.Select(result => drafts.Of(result, "Batch"))];
    }
}
