using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>A rule that names Procore where Procore has no workflow is refused when it is entered, changed and activated.</summary>
public sealed class OwnershipWorkflowTests
{
    private readonly Site site = new();
    private readonly Drafts drafts;

    public OwnershipWorkflowTests()
    {
        drafts = new Drafts(site);
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.EnvironmentId] = Environment;
    }

    private EntityReference Environment => new(EnvironmentTable.LogicalName, site.Environment);

    [Theory]
    [InlineData(ApprovalPlaceChoice.Procore)]
    [InlineData(ApprovalPlaceChoice.ProcoreThenOracle)]
    public void A_rule_of_a_project_without_a_workflow_is_refused_with_Oracle_proposed(int place)
    {
        Read(ProcoreWorkflowChoice.None);

        var refused = Drafts.Refused(() => drafts.Enter(site.Dana, Rule("K1", site.Project, place)));
        Assert.Contains("project Fulton Yards Tower (read on 2026-08-31). Choose Oracle", refused, StringComparison.Ordinal);
        Assert.EndsWith("(input-unusable)", refused, StringComparison.Ordinal);

        var draft = drafts.Enter(site.Dana, Rule("K2", site.Project, ApprovalPlaceChoice.Oracle));
        var changed = Drafts.Refused(() =>
            drafts.Edit(site.Dana, OwnershipRuleTable.LogicalName, draft, (OwnershipRuleTable.ApprovalPlace, new OptionSetValue(place)))
        );
        Assert.Contains("Choose Oracle", changed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "It is not known whether Procore has a workflow")]
    [InlineData(ProcoreWorkflowChoice.Unknown, "It is not known whether Procore has a workflow")]
    [InlineData(ProcoreWorkflowChoice.Configured, "Procore has a workflow for the invoices of project Fulton Yards Tower (read on 2026-08-31)")]
    public void A_rule_of_another_project_is_allowed_and_who_activates_it_sees_what_is_known(int? state, string known)
    {
        Read(state);
        var draft = drafts.Enter(site.Dana, Rule("K1", site.Project, ApprovalPlaceChoice.Procore));

        var shown = drafts.Activate(site.Luis, OwnershipRuleTable.LogicalName, draft);
        Assert.Equal("Shown", shown.ToString());
        Assert.Contains(known, shown.Message, StringComparison.Ordinal);
        Assert.Equal("Activated", drafts.Activate(site.Luis, OwnershipRuleTable.LogicalName, draft, shown.Hash).ToString());
    }

    [Fact]
    public void A_workflow_that_is_gone_since_the_draft_was_entered_refuses_its_activation()
    {
        Read(ProcoreWorkflowChoice.Configured);
        var draft = drafts.Enter(site.Dana, Rule("K1", site.Project, ApprovalPlaceChoice.Procore));
        var hash = drafts.Activate(site.Luis, OwnershipRuleTable.LogicalName, draft).Hash;
        Read(ProcoreWorkflowChoice.None);

        var answer = drafts.Activate(site.Luis, OwnershipRuleTable.LogicalName, draft, hash);
        Assert.Equal("Refused input-unusable", answer.ToString());
        Assert.Contains("Choose Oracle", answer.Message, StringComparison.Ordinal);
        Assert.Equal(RuleStateChoice.Draft, drafts.State(OwnershipRuleTable.LogicalName, draft));
    }

    [Fact]
    public void A_rule_for_all_projects_is_refused_until_the_project_without_a_workflow_has_one_of_its_own()
    {
        Read(ProcoreWorkflowChoice.None);
        var refused = Drafts.Refused(() => drafts.Enter(site.Dana, Rule("K1", null, ApprovalPlaceChoice.Procore)));
        Assert.Contains("Fulton Yards Tower", refused, StringComparison.Ordinal);
        Assert.Contains("a rule of its own with Oracle", refused, StringComparison.Ordinal);

        var own = drafts.Enter(site.Dana, Rule("K2", site.Project, ApprovalPlaceChoice.Oracle));
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, OwnershipRuleTable.LogicalName, own).ToString());
        drafts.Enter(site.Dana, Rule("K1", null, ApprovalPlaceChoice.Procore));
    }

    [Fact]
    public void A_project_that_is_not_active_or_of_another_environment_says_nothing_about_a_rule_for_all()
    {
        Read(ProcoreWorkflowChoice.None);
        var project = site.Dataverse.Row(ProjectTable.LogicalName, site.Project);
        project[ProjectTable.RuleState] = new OptionSetValue(RuleStateChoice.Superseded);
        drafts.Enter(site.Dana, Rule("K1", null, ApprovalPlaceChoice.Procore));

        project[ProjectTable.RuleState] = new OptionSetValue(RuleStateChoice.Active);
        project[ProjectTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, Guid.AllBitsSet);
        drafts.Enter(site.Dana, Rule("K2", null, ApprovalPlaceChoice.Procore));
    }

    [Fact]
    public void A_rule_about_one_field_says_nothing_about_the_approval()
    {
        Read(ProcoreWorkflowChoice.None);
        var rule = Rule("K1", site.Project, ApprovalPlaceChoice.Procore);
        rule[OwnershipRuleTable.FieldName] = "Due date";

        drafts.Enter(site.Dana, rule);
    }

    private void Read(int? state)
    {
        var project = site.Dataverse.Row(ProjectTable.LogicalName, site.Project);
        project[ProjectTable.ProcoreWorkflow] = state is { } choice ? new OptionSetValue(choice) : null;
        project[ProjectTable.ProcoreWorkflowReadOn] = state is null ? null : new DateTime(2026, 8, 31, 6, 0, 0, DateTimeKind.Utc);
    }

    private Entity Rule(string key, Guid? project, int place)
    {
        var rule = new Entity(OwnershipRuleTable.LogicalName)
        {
            [OwnershipRuleTable.Key] = key,
            [OwnershipRuleTable.EnvironmentId] = Environment,
            [OwnershipRuleTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice),
            [OwnershipRuleTable.ApprovalPlace] = new OptionSetValue(place),
            [OwnershipRuleTable.TriggerStatus] = "approved",
            [OwnershipRuleTable.ValidFrom] = new DateTime(2026, 9, 1),
        };
        if (project is { } id)
        {
            rule[OwnershipRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, id);
        }

        return rule;
    }
}
