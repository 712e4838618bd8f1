using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Duties;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Duties;

/// <summary>What the nightly flow calls.</summary>
public sealed class ReportConflictingRolesTests
{
    private readonly Site site = new();

    [Fact]
    public void Each_user_with_conflicting_roles_is_one_finding_to_the_controller()
    {
        site.Give(site.Dana, site.Role(ShippedRole.Controller));
        site.Give(site.Dana, site.Role(ShippedRole.AccountsPayable));
        site.GiveThrough(site.Dana, "Approvers", site.Role(ShippedRole.Approver));
        site.GiveThrough(site.Luis, "Site", ShippedRole.Approver.Id);
        site.Give(site.Luis, ShippedRole.Controller.Id);

        var answer = Report();

        Assert.Equal(2, answer["Count"]);
        Assert.Equal("2 users have conflicting roles. Each is reported to the controller as a finding.", answer["Message"]);
        var findings = Findings();
        Assert.Equal(2, findings.Count);
        Assert.All(
            findings,
            finding =>
            {
                Assert.Equal("conflicting-roles", finding[FindingTable.Kind]);
                Assert.Equal(OwnerRoleChoice.Controller, finding.GetAttributeValue<OptionSetValue>(FindingTable.OwnerRole).Value);
                Assert.Equal(FindingStateChoice.Open, State(finding));
                Assert.Equal(site.Environment, finding.GetAttributeValue<EntityReference>(FindingTable.EnvironmentId).Id);
                Assert.Contains("Ask a system administrator", (string)finding[FindingTable.NextStep], StringComparison.Ordinal);
            }
        );
        var dana = (string)
            findings.Single(finding => ((string)finding[FindingTable.Sentence]).StartsWith("Dana", StringComparison.Ordinal))[FindingTable.Sentence];
        Assert.Equal(3, dana.Split("Dana Kowalski has the roles").Length - 1);
    }

    [Fact]
    public void A_second_night_makes_no_second_finding_and_what_was_acknowledged_stays_so()
    {
        Conflict(site.Dana);
        Report();
        site.Caller = site.Luis;
        site.Call(new AcknowledgeFinding(), "pint_AcknowledgeFinding", ("FindingId", Assert.Single(Findings()).Id));

        Assert.Equal(1, Report()["Count"]);

        Assert.Equal(FindingStateChoice.Acknowledged, State(Assert.Single(Findings())));
    }

    [Fact]
    public void When_the_conflict_is_gone_the_finding_closes_and_opens_again_with_it()
    {
        var membership = Conflict(site.Dana);
        Conflict(site.Luis);
        Report();
        var dana = Findings().Single(finding => ((string)finding[FindingTable.Sentence]).StartsWith("Dana", StringComparison.Ordinal)).Id;

        site.Dataverse.Delete("teammembership", membership);
        var answer = Report();

        Assert.Equal((1, "1 user has conflicting roles. It is reported to the controller as a finding."), (answer["Count"], answer["Message"]));
        Assert.Equal(FindingStateChoice.Closed, State(site.Dataverse.Row(FindingTable.LogicalName, dana)));
        Assert.Single(Findings(), finding => State(finding) == FindingStateChoice.Open);

        site.GiveThrough(site.Dana, "Site again", ShippedRole.Approver.Id);
        Report();

        Assert.Equal(2, Findings().Count);
        Assert.Equal(FindingStateChoice.Open, State(site.Dataverse.Row(FindingTable.LogicalName, dana)));
    }

    [Fact]
    public void A_disabled_user_is_not_reported()
    {
        Conflict(site.Dana);
        Report();
        site.Dataverse.Row("systemuser", site.Dana)["isdisabled"] = true;

        Assert.Equal((0, "No user has conflicting roles."), (Report()["Count"], Report()["Message"]));

        Assert.Equal(FindingStateChoice.Closed, State(Assert.Single(Findings())));
    }

    [Fact]
    public void The_roles_of_applications_are_compared_too()
    {
        var application = site.AddUser("PowerIntegration Flows");
        site.Give(application, site.Role(ShippedRole.FlowConnection));
        site.Give(application, site.CopyOf(ShippedRole.Gateway, "Sender"));

        Assert.Equal(1, Report()["Count"]);
        Assert.StartsWith(
            "PowerIntegration Flows has the roles 'Sender' (shipped as PowerIntegration Gateway, directly) and 'PowerIntegration Flow Connection'",
            (string)Assert.Single(Findings())[FindingTable.Sentence],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_conflict_it_costs_three_requests_and_writes_nothing()
    {
        site.Give(site.Dana, site.Role(ShippedRole.Controller));
        site.Give(site.Dana, site.OtherRole("System Administrator"));
        site.Give(site.Luis, site.Role(ShippedRole.Approver));

        Assert.Equal(0, Report()["Count"]);

        Assert.Equal(["RetrieveMultiple systemuser", "RetrieveMultiple teammembership", "RetrieveMultiple pint_finding"], site.Dataverse.Requests);
    }

    [Fact]
    public void Where_no_environment_is_set_up_the_refusal_names_the_person_and_the_next_step()
    {
        Conflict(site.Dana);
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment).Attributes.Remove(EnvironmentTable.RuleState);
        site.Dataverse.Delete(EnvironmentTable.LogicalName, site.Environment);

        var refusal = Assert.Throws<InvalidPluginExecutionException>(Report);

        Assert.StartsWith("Dana Kowalski has the roles", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no environment is set up. Ask the mapping administrator to add it.", refusal.Message, StringComparison.Ordinal);
    }

    private static int State(Entity finding) => finding.GetAttributeValue<OptionSetValue>(FindingTable.FindingState).Value;

    // Half of it through a team; gives the membership.
    private Guid Conflict(Guid user)
    {
        site.Give(user, site.Role(ShippedRole.Controller));
        return site.GiveThrough(user, "Site", site.Role(ShippedRole.Approver));
    }

    private ParameterCollection Report() => site.Call(new ReportConflictingRoles(), "pint_ReportConflictingRoles");

    private IReadOnlyList<Entity> Findings() => site.Dataverse.All(FindingTable.LogicalName);
}
