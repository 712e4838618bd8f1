using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Tests.Duties;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Tests.Versions;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Wbs;

/// <summary>A draft that the connector enters is the draft of the person who called it.</summary>
public sealed class DraftMappingTests
{
    private static readonly Guid Maria = new("0a11ce00-0000-4000-8000-000000000001");

    private readonly Site site = new();
    private readonly Guid maria;

    public DraftMappingTests()
    {
        maria = site.Add("systemuser", ("fullname", "Maria Keller"), ("isdisabled", false), ("azureactivedirectoryobjectid", Maria));
        site.Give(maria, site.Role(ShippedRole.MappingAdministrator));
    }

    [Fact]
    public void The_person_is_the_contributor_and_another_one_activates_it()
    {
        var answer = Draft(("CostCode", "07-840"), ("CostType", " SUB "), ("TaskNumber", "0784"));
        Assert.Equal(("Drafted", ""), (answer["State"], answer["ReasonCode"]));
        Assert.Equal("Mapping rule 07-840 / SUB was entered as a draft of Maria Keller. A second person must activate it.", answer["Message"]);
        var id = Guid.Parse((string)answer["RuleId"]);
        var row = new RowView(site.Dataverse.Row(WbsMappingRuleTable.LogicalName, id));
        Assert.Equal(RuleStateChoice.Draft, row.Choice(WbsMappingRuleTable.RuleState));
        Assert.Equal(
            ("Maria Keller", maria.ToString("D")),
            (row.Text(WbsMappingRuleTable.Contributors), row.Text(WbsMappingRuleTable.ContributorIds))
        );
        Assert.Equal(("07-840", "SUB", "2025-01-01"), (row.Text("pint_costcode"), row.Text("pint_costtype"), $"{row.Date("pint_validfrom")}"));

        var drafts = new Drafts(site);
        Assert.Equal("Refused second-person-required", drafts.ReviewAndActivate(maria, WbsMappingRuleTable.LogicalName, id).ToString());
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, WbsMappingRuleTable.LogicalName, id).ToString());
    }

    [Fact]
    public void Asked_again_it_enters_nothing_and_another_rule_is_entered()
    {
        var first = Draft(("CostCode", "07-840"), ("TaskNumber", "0784"));
        var again = Draft(("CostCode", "07-840"), ("TaskNumber", "0784"));
        Assert.Equal(("Unchanged", first["RuleId"]), (again["State"], again["RuleId"]));
        Assert.Equal("Drafted", Draft(("CostCode", "07-840"), ("CostType", "SUB"), ("TaskNumber", "0784"))["State"]);
        Assert.Equal("Drafted", Draft(("CostCode", "07-840"), ("TaskNumber", "0784"), ("ValidTo", "2026-12-31"))["State"]);
    }

    [Fact]
    public void A_draft_that_changes_a_rule_ends_it_when_it_begins()
    {
        var changed = site.Dataverse.All(WbsMappingRuleTable.LogicalName)[0];
        var row = new RowView(changed);
        var answer = Draft(
            ("CostCode", row.Text(WbsMappingRuleTable.CostCode)!),
            ("CostType", row.Text(WbsMappingRuleTable.CostType)!),
            ("TaskNumber", "0784"),
            ("ValidFrom", "2026-01-01"),
            ("Replaces", row.Text(WbsMappingRuleTable.Key)!)
        );
        Assert.Equal("Drafted", answer["State"]);
        var id = Guid.Parse((string)answer["RuleId"]);
        Assert.Equal("Activated", new Drafts(site).ReviewAndActivate(site.Luis, WbsMappingRuleTable.LogicalName, id).ToString());
        Assert.Equal("2025-12-31", $"{new RowView(site.Dataverse.Row(WbsMappingRuleTable.LogicalName, changed.Id)).Date("pint_validto")}");
    }

    [Theory]
    [InlineData("TaskNumber", "784", "has no Oracle task '784'")]
    [InlineData("ValidFrom", "1.10.2025", "The first date is '1.10.2025'")]
    [InlineData("ValidFrom", "", "The first date is missing")]
    [InlineData("ValidTo", "2024-12-31", "The last date 2024-12-31 is before the first date 2025-01-01")]
    [InlineData("ExpenditureType", "  ", "The expenditure type is missing")]
    [InlineData("OtherSegments", "Area", "the other segments 'Area' cannot be read")]
    [InlineData("Replaces", "RULE|GONE", "has no active mapping rule 'RULE|GONE'")]
    [InlineData("PersonId", "nobody", "Account nobody is not an enabled user")]
    public void What_cannot_be_a_rule_is_refused_with_its_field(string field, string value, string part)
    {
        var before = site.Dataverse.All(WbsMappingRuleTable.LogicalName).Count;
        var answer = Draft((field, value));
        Assert.Equal(("Refused", "input-unusable", ""), (answer["State"], answer["ReasonCode"], answer["RuleId"]));
        Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(before, site.Dataverse.All(WbsMappingRuleTable.LogicalName).Count);
    }

    [Fact]
    public void Who_may_not_enter_a_rule_in_the_app_may_not_enter_one_here()
    {
        var other = new Guid("0a11ce00-0000-4000-8000-000000000002");
        var dana = site.Add("systemuser", ("fullname", "Omar Lindqvist"), ("isdisabled", false), ("azureactivedirectoryobjectid", other));
        site.Give(dana, site.Role(ShippedRole.Controller));
        var answer = Draft(("PersonId", other.ToString("D")));
        Assert.Equal(("Refused", "second-person-required"), (answer["State"], answer["ReasonCode"]));
        Assert.StartsWith(
            "Omar Lindqvist does not have the role PowerIntegration Mapping Administrator.",
            (string)answer["Message"],
            StringComparison.Ordinal
        );

        site.Dataverse.Row("systemuser", maria)["applicationid"] = new Guid("0a11ce00-0000-4000-8000-000000000003");
        Assert.Contains("signs in as application", (string)Draft()["Message"], StringComparison.Ordinal);
        site.Dataverse.Row("systemuser", maria)["isdisabled"] = true;
        Assert.Contains("is not an enabled user", (string)Draft()["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_registered_gateway_says_who_called()
    {
        site.Application = new Guid("0a11ce00-0000-4000-8000-000000000009");
        Assert.Contains("Only the gateway", Assert.Throws<InvalidPluginExecutionException>(() => Draft()).Message, StringComparison.Ordinal);
        site.Application = Guid.Empty;
        Assert.Contains("Only the gateway", Assert.Throws<InvalidPluginExecutionException>(() => Draft()).Message, StringComparison.Ordinal);
    }

    private ParameterCollection Draft(params (string Name, object? Value)[] inputs)
    {
        (string Name, object? Value)[] usual =
        [
            ("ProjectId", site.Project),
            ("PersonId", Maria.ToString("D")),
            ("ExpenditureType", "Subcontract"),
            ("ValidFrom", "2025-01-01"),
        ];
        return site.Call(
            new DraftMapping(),
            "pint_DraftMapping",
            [.. usual.Where(input => inputs.All(other => other.Name != input.Name)), .. inputs]
        );
    }
}
