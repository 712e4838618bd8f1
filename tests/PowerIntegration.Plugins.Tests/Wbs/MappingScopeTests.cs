using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Tests.Versions;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Wbs;

/// <summary>Rules of the whole company beside rules of one project: what they must say, what they decide, and which contradict each other.</summary>
public sealed class MappingScopeTests
{
    private const string Table = WbsMappingRuleTable.LogicalName;

    private readonly Site site = new();
    private readonly Drafts drafts;

    // The rule for every code that the site has would outrank every rule of the company.
    public MappingScopeTests()
    {
        drafts = new Drafts(site);
        foreach (var rule in site.Dataverse.All(Table))
        {
            site.Dataverse.Row(Table, rule.Id)[WbsMappingRuleTable.RuleState] = new OptionSetValue(RuleStateChoice.Superseded);
        }
    }

    private EntityReference Environment => new(EnvironmentTable.LogicalName, site.Environment);

    [Fact]
    public void A_rule_of_the_company_takes_the_task_of_that_number_in_each_project_and_a_rule_of_the_project_outranks_it()
    {
        Activate(Company("COMPANY", "07-840", "2600"));
        Assert.Equal("2600 Resolved", Resolved("07-840"));
        Activate(OfProject("PROJECT", "07-*", site.Dataverse.All(OracleTaskTable.LogicalName).First(row => Number(row) != "2600" && Takes(row)).Id));
        Assert.NotEqual("2600 Resolved", Resolved("07-840"));
    }

    [Fact]
    public void Two_equally_specific_rules_of_the_company_cannot_both_be_active_and_one_of_a_project_can()
    {
        Activate(Company("FIRST", "07-840", "2600", costType: "*"));
        Assert.Equal("Refused mapping-conflict", Entered(Company("SECOND", "*", "2600")).ToString());
        Activate(OfProject("PROJECT", "*", Task("2600")));
    }

    // A batch that replaces one rule from a day on may not contradict it before that day.
    [Theory]
    [InlineData(2025, "Refused mapping-conflict")]
    [InlineData(2024, "Activated")]
    public void What_is_replaced_counts_until_its_last_day(int year, string expected)
    {
        var old = OfProject("OLD", "07-840", Task("2600"));
        old[WbsMappingRuleTable.CostType] = "*";
        Activate(old);
        var id = site.Dataverse.All(Table).Single(row => new RowView(row).Text(WbsMappingRuleTable.Key) == "OLD").Id;
        var next = OfProject("NEXT", "07-840", Task("2600"));
        next[WbsMappingRuleTable.CostType] = "*";
        next[WbsMappingRuleTable.ReplacesId] = new EntityReference(Table, id);
        next[WbsMappingRuleTable.ValidFrom] = new DateTime(2026, 1, 1);
        next[WbsMappingRuleTable.Batch] = "B";
        var crossing = OfProject("CROSSING", "*", Task("2600"));
        crossing[WbsMappingRuleTable.ValidFrom] = new DateTime(year, 6, 1);
        crossing[WbsMappingRuleTable.ValidTo] = new DateTime(year, 12, 31);
        crossing[WbsMappingRuleTable.Batch] = "B";
        drafts.Enter(site.Dana, next);
        drafts.Enter(site.Dana, crossing);
        var shown = drafts.ActivateBatch(site.Luis, "B");
        Assert.Equal(expected, drafts.ActivateBatch(site.Luis, "B", shown.Hash).ToString());
    }

    [Fact]
    public void Sub_jobs_and_other_segments_decide_too()
    {
        var north = OfProject("NORTH", "07-840", Task("2600"));
        north[WbsMappingRuleTable.SubJob] = "N*";
        north[WbsMappingRuleTable.OtherSegments] = "Area=1|Phase=*";
        Activate(north);
        Assert.Equal("2600 Resolved", Resolved("07-840", ("SubJob", "N-1"), ("OtherSegments", "Area=1")));
        Assert.Equal(" Refused", Resolved("07-840", ("SubJob", "S-1"), ("OtherSegments", "Area=1")));
        Assert.Equal(" Refused", Resolved("07-840", ("SubJob", "N-1"), ("OtherSegments", "Area=2")));
        Assert.Equal(" Refused", Resolved("07-840", ("OtherSegments", "Area")));
    }

    [Theory]
    [InlineData(true, true, null, null, null, "both a project and an environment")]
    [InlineData(true, false, "2600", null, null, "as only a rule of a company does")]
    [InlineData(true, false, null, "Area=1|Area=2", null, "the other segments 'Area=1|Area=2' cannot be read")]
    [InlineData(true, false, null, null, OrganizationRuleChoice.NamedOrganization, "organization rule")]
    public void A_draft_that_cannot_be_used_says_what_to_correct(bool project, bool company, string? task, string? others, int? source, string part)
    {
        var rule = project ? OfProject("ODD", "07-840", Task("2600")) : Company("ODD", "07-840", "2600");
        if (company)
        {
            rule[WbsMappingRuleTable.EnvironmentId] = Environment;
        }

        rule[WbsMappingRuleTable.TaskNumber] = task;
        rule[WbsMappingRuleTable.OtherSegments] = others;
        rule[WbsMappingRuleTable.OrganizationRule] = source is { } value ? new OptionSetValue(value) : null;
        var answer = Entered(rule);
        Assert.Equal("Refused input-unusable", answer.ToString());
        Assert.Contains(part, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_company_that_names_the_task_of_one_project_is_refused()
    {
        var rule = Company("ODD", "07-840", null);
        rule[WbsMappingRuleTable.OracleTaskId] = new EntityReference(OracleTaskTable.LogicalName, Task("2600"));
        Assert.Contains("names the task of one project", Entered(rule).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_for_every_code_says_what_it_takes_and_loses_the_words_when_it_is_narrowed()
    {
        Add("07-840", 300m, 49.75m);
        Add("26-240", 10m, 0m);
        Activate(OfProject("OWN", "26-240", Task("2600")));
        var all = drafts.Enter(site.Dana, OfProject("ALL", "*", Task("2600")));
        const string Words = "1 code with open work of 250.25 has no rule of its own: 07-840.";
        Assert.Contains(Words, drafts.Text(Table, all, WbsMappingRuleTable.Warning), StringComparison.Ordinal);
        Assert.Contains(Words, drafts.Activate(site.Luis, Table, all).Message, StringComparison.Ordinal);
        drafts.Edit(site.Dana, Table, all, (WbsMappingRuleTable.Warning, null));
        Assert.Contains(Words, drafts.Text(Table, all, WbsMappingRuleTable.Warning), StringComparison.Ordinal);
        drafts.Edit(site.Dana, Table, all, (WbsMappingRuleTable.CostCode, "07-*"), (WbsMappingRuleTable.Warning, "x"));
        Assert.Null(drafts.Text(Table, all, WbsMappingRuleTable.Warning));
    }

    private void Add(string code, decimal committed, decimal billed) =>
        site.Dataverse.Create(
            new Entity(ProcoreWbsCodeTable.LogicalName)
            {
                [ProcoreWbsCodeTable.Key] = "CODE-" + code,
                [ProcoreWbsCodeTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, site.Project),
                [ProcoreWbsCodeTable.FlatCode] = code,
                [ProcoreWbsCodeTable.CostCode] = code,
                [ProcoreWbsCodeTable.CostType] = "SUB",
                [ProcoreWbsCodeTable.Committed] = committed,
                [ProcoreWbsCodeTable.Billed] = billed,
            }
        );

    private Drafts.Answer Entered(Entity rule) => drafts.ReviewAndActivate(site.Luis, Table, drafts.Enter(site.Dana, rule));

    private void Activate(Entity rule) => Assert.Equal("Activated", Entered(rule).ToString());

    private string Resolved(string costCode, params (string Name, object? Value)[] more)
    {
        var answer = site.Call(
            new ResolveWbs(),
            "pint_ResolveWbs",
            [("ProjectId", site.Project), ("CostCode", costCode), ("CostType", "SUB"), ("AsOf", "2025-10-31"), .. more]
        );
        return $"{answer["TaskNumber"]} {answer["State"]}";
    }

    private Guid Task(string number) => site.Dataverse.All(OracleTaskTable.LogicalName).Single(row => Number(row) == number).Id;

    private static string? Number(Entity row) => new RowView(row).Text(OracleTaskTable.TaskNumber);

    private static bool Takes(Entity row) =>
        new RowView(row) is var view && view.Flag(OracleTaskTable.Chargeable) && view.Flag(OracleTaskTable.LowestLevel);

    private Entity OfProject(string key, string costCode, Guid task)
    {
        var rule = Rule(key, costCode, "SUB");
        rule[WbsMappingRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, site.Project);
        rule[WbsMappingRuleTable.OracleTaskId] = new EntityReference(OracleTaskTable.LogicalName, task);
        return rule;
    }

    private Entity Company(string key, string costCode, string? task, string costType = "SUB")
    {
        var rule = Rule(key, costCode, costType);
        rule[WbsMappingRuleTable.EnvironmentId] = Environment;
        rule[WbsMappingRuleTable.TaskNumber] = task;
        return rule;
    }

    private static Entity Rule(string key, string costCode, string costType) =>
        new(Table)
        {
            [WbsMappingRuleTable.Key] = key,
            [WbsMappingRuleTable.Name] = key,
            [WbsMappingRuleTable.TaskSegmentCode] = "*",
            [WbsMappingRuleTable.CostCode] = costCode,
            [WbsMappingRuleTable.CostType] = costType,
            [WbsMappingRuleTable.ExpenditureType] = "Subcontract",
            [WbsMappingRuleTable.ValidFrom] = new DateTime(2025, 1, 1),
        };
}
