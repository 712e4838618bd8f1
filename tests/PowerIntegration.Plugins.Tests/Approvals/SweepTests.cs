using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>What the hourly sweep makes of a register, of people and of answers that changed while a request was open.</summary>
public sealed class SweepTests
{
    // As many documents, or requests, as one sweep looks at.
    private const int OneSweep = 100;

    private readonly TeamsSite teams = new();

    public static TheoryData<string> Changes => ["authority ended", "authority superseded", "person left", "limit lowered", "delegation begins"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whoever_may_not_approve_any_more_is_replaced_by_the_next_sweep(string change)
    {
        var document = teams.Prepare(TeamsSite.First);
        var asked = teams.Latest;
        teams.Ask(asked);
        teams.Sweep();
        Assert.Equal([ApprovalStateChoice.Asked], teams.States);

        Apply(change);
        teams.Sweep();

        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
        Assert.Equal(
            "Hana Lindqvist may no longer approve Application 1. Samuel Ortiz is asked instead.",
            teams.Request(asked).Text(ApprovalTable.Reason)
        );
        Assert.Equal(
            ("Samuel Ortiz", change == "delegation begins" ? "Hana Lindqvist" : null),
            (teams.Request().Text(ApprovalTable.AssigneeName), teams.Request().Text(ApprovalTable.DelegateOf))
        );
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(document));
    }

    [Fact]
    public void A_delegation_begins_on_its_first_day_where_the_project_is()
    {
        teams.Set(ProjectTable.LogicalName, teams.Site.Project, ProjectTable.TimeZone, "Central Standard Time");
        teams.Prepare(TeamsSite.First);
        Delegate(new DateTime(2025, 11, 5));

        // Chicago is six hours behind in November.
        teams.Site.Now = new DateTime(2025, 11, 5, 4, 59, 59, DateTimeKind.Utc);
        teams.Sweep();
        Assert.Equal("Hana Lindqvist", teams.Request().Text(ApprovalTable.AssigneeName));
        teams.Site.Now = new DateTime(2025, 11, 5, 5, 0, 0, DateTimeKind.Utc);
        teams.Sweep();
        Assert.Equal("Samuel Ortiz", teams.Request().Text(ApprovalTable.AssigneeName));
        Assert.Contains("You are asked in place of Hana Lindqvist.", teams.Request().Text(ApprovalTable.Details), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_an_approver_says_so_and_is_asked_as_soon_as_an_authority_is_active()
    {
        teams.SwitchOff(teams.Hana);
        teams.SetAuthority(teams.HigherLimit, ApprovalAuthorityTable.RuleState, new OptionSetValue(RuleStateChoice.Draft));
        var document = teams.Prepare(TeamsSite.First);
        teams.Sweep();

        Assert.Empty(teams.Requests);
        Assert.Equal(
            (DocumentState.AwaitingApproval, "approver-missing"),
            (teams.Site.State(document), teams.Site.Document(document).Text(DocumentTable.ReasonCode))
        );
        Assert.Equal(
            "Application 1 over 56,200.00 USD has no one who may approve it: Hana Lindqvist is switched off. "
                + "Ask the controller to enter an approval authority for another person and have it activated.",
            teams.Site.Document(document).Text(DocumentTable.Reason)
        );

        teams.SetAuthority(teams.HigherLimit, ApprovalAuthorityTable.RuleState, new OptionSetValue(RuleStateChoice.Active));
        var listed = teams.Sweep();

        Assert.Equal($"[\"{teams.Requests.Single().Id}\"]", listed["ToAsk"]);
        Assert.Equal("Samuel Ortiz", teams.Request().Text(ApprovalTable.AssigneeName));
        Assert.Equal(
            (null, "Application 1 waits for an approval in Teams."),
            (teams.Site.Document(document).Text(DocumentTable.ReasonCode), teams.Site.Document(document).Text(DocumentTable.Reason))
        );
    }

    [Fact]
    public void A_sweep_in_which_nothing_changed_writes_nothing_but_its_locks()
    {
        teams.Prepare(TeamsSite.First);
        teams.SwitchOff(teams.Hana);
        teams.SwitchOff(teams.Samuel);
        teams.Sweep();
        teams.Sweep();

        Assert.All(teams.Site.Dataverse.Written, row => Assert.Equal(LockTable.LogicalName, row.LogicalName));
    }

    [Fact]
    public void A_new_version_of_the_same_authority_is_asked_of_the_same_person_and_says_why()
    {
        teams.Prepare(TeamsSite.First);
        var asked = teams.Latest;
        teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.RuleState, new OptionSetValue(RuleStateChoice.Superseded));
        teams.AddAuthority(teams.Hana, 200_000m);
        teams.Sweep();

        Assert.Equal(
            "The approval authority of Hana Lindqvist changed, and Application 1 is asked again.",
            teams.Request(asked).Text(ApprovalTable.Reason)
        );
        Assert.Equal(
            ("Hana Lindqvist", "LAKESHORE|AUTHORITY|200000"),
            (teams.Request().Text(ApprovalTable.AssigneeName), teams.Request().Text(ApprovalTable.AuthorityKey))
        );
    }

    [Fact]
    public void What_is_not_asked_is_listed_until_a_run_asks_it()
    {
        teams.Prepare(TeamsSite.First);
        Assert.Equal(($"[\"{teams.Latest}\"]", 1), Listed(teams.Sweep()));
        teams.Claim(teams.Latest);
        teams.Site.Now = teams.Site.Now.AddMinutes(-55);
        Assert.Equal(("[]", 0), Listed(teams.Sweep()));
        Assert.Equal(($"[\"{teams.Latest}\"]", 1), Listed(teams.Sweep()));
        teams.RecordRequest(teams.Latest, teams.AddApproval(teams.Latest));
        Assert.Equal(("[]", 0), Listed(teams.Sweep()));
    }

    [Fact]
    public void An_answer_that_no_flow_recorded_is_listed_once_it_is_final_and_until_it_is_recorded()
    {
        teams.Prepare(TeamsSite.First);
        var approval = teams.Ask(teams.Latest);
        var answer = teams.AddAnswer(approval, teams.Hana);
        teams.Change(PlatformRows.Response, answer, "statuscode", new OptionSetValue(PlatformRows.Saved));
        Assert.Equal("[]", teams.Sweep()["Answers"]);
        teams.Change(PlatformRows.Response, answer, "statuscode", new OptionSetValue(PlatformRows.Committed));
        var listed = JsonNode.Parse((string)teams.Sweep()["Answers"])!.AsArray().Single()!;
        Assert.Equal((approval.ToString(), answer.ToString()), (listed["approvalId"]!.ToString(), listed["responseId"]!.ToString()));

        Assert.Equal("Approved", teams.Record(approval, answer));
        Assert.Equal("[]", teams.Sweep()["Answers"]);
    }

    [Fact]
    public void A_document_that_waits_no_more_asks_no_one()
    {
        var document = teams.Prepare(TeamsSite.First);
        teams.Ask(teams.Latest);
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.DocumentState, new OptionSetValue(DocumentStateChoice.Refused));
        teams.Sweep();

        Assert.Equal([ApprovalStateChoice.Void], teams.States);
    }

    // More documents than one sweep looks at, and the one that lost its approver is the youngest.
    [Fact]
    public void Every_document_has_its_turn_however_many_wait()
    {
        var first = teams.Prepare(TeamsSite.First);
        for (var number = 0; number < OneSweep * 2; number++)
        {
            teams.CopyWaiting(first, $"70{number:000}");
        }

        var last = teams.CopyWaiting(first, "79999");
        for (var sweep = 0; sweep < 3; sweep++)
        {
            teams.Sweep();
        }

        Assert.Contains(teams.Requests, request => new RowView(request).Reference(ApprovalTable.DocumentId) == last);
    }

    [Fact]
    public void A_missed_answer_is_found_however_many_requests_are_open()
    {
        teams.Prepare(TeamsSite.First);
        var first = teams.Latest;
        for (var number = 0; number < OneSweep; number++)
        {
            teams.CopyAsked(first, number);
        }

        var approval = teams.Ask(first);
        teams.Set(ApprovalTable.LogicalName, first, "createdon", teams.Site.Now.AddDays(1));
        var answer = teams.AddAnswer(approval, teams.Hana);

        Assert.Contains(answer.ToString(), (string)teams.Sweep()["Answers"], StringComparison.Ordinal);
    }

    private static (object ToAsk, object Count) Listed(ParameterCollection listed) => (listed["ToAsk"], listed["Count"]);

    private void Apply(string change)
    {
        switch (change)
        {
            case "authority ended":
                teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.ValidTo, teams.Site.Now.Date.AddDays(-1));
                break;
            case "authority superseded":
                teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.RuleState, new OptionSetValue(RuleStateChoice.Superseded));
                break;
            case "person left":
                teams.SwitchOff(teams.Hana);
                break;
            case "limit lowered":
                teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.LimitAmount, 56_199.99m);
                break;
            default:
                Delegate(teams.Site.Now.Date);
                break;
        }
    }

    private void Delegate(DateTime from)
    {
        teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.DelegateId, new EntityReference("systemuser", teams.Samuel));
        teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.DelegateFrom, from);
    }
}
