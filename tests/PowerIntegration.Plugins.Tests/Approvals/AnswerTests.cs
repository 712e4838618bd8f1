using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>Answers that count, and answers that are late, foreign, repeated or forged. Hana Lindqvist is asked.</summary>
public sealed class AnswerTests
{
    private readonly TeamsSite teams = new();
    private readonly Guid document;
    private readonly Guid request;
    private readonly Guid approval;

    public AnswerTests()
    {
        document = teams.Prepare(TeamsSite.First);
        request = teams.Latest;
        approval = teams.Ask(request);
    }

    public static TheoryData<string> Forgeries =>
        [
            "created by someone else",
            "changed by someone else",
            "written by another application",
            "written on behalf of the person",
            "changed on behalf of the person",
            "no service is named",
            "the environment is a draft",
            "dated back",
            "dated before it was asked",
            "title changed since",
            "details changed since",
            "person changed since",
            "second person since",
            "reassignment since",
        ];

    [Fact]
    public void An_approval_releases_the_document_and_keeps_who_said_what_when()
    {
        var answer = teams.AddAnswer(approval, teams.Hana, comments: "Checked on site");
        var recorded = teams.RecordAnswer(approval, answer);

        var name = teams.Request(request).RequiredText(ApprovalTable.Title);
        Assert.Equal(
            (true, "Approved", "Prepared", $"Hana Lindqvist approved {name}."),
            (recorded["IsOurs"], recorded["Effect"], recorded["State"], recorded["Message"])
        );
        Assert.Equal(
            (ApprovalStateChoice.Approved, answer.ToString("D"), "Hana Lindqvist", teams.Hana.ToString("D"), teams.Site.Now, "Checked on site", null),
            (
                teams.Request(request).Choice(ApprovalTable.ApprovalState),
                teams.Request(request).Text(ApprovalTable.ResponseId),
                teams.Request(request).Text(ApprovalTable.AnsweredBy),
                teams.Request(request).Text(ApprovalTable.AnsweredById),
                teams.Request(request).Instant(ApprovalTable.AnsweredOn),
                teams.Request(request).Text(ApprovalTable.Comments),
                teams.Request(request).Instant(ApprovalTable.NextReminderOn)
            )
        );
        Assert.Equal((DocumentState.Prepared, null), (teams.Site.State(document), teams.Site.Document(document).Text(DocumentTable.Reason)));
        var evidence = Evidence().Single();
        Assert.Equal(
            (EvidenceKindChoice.Approval, "Hana Lindqvist"),
            (evidence.Choice(EvidenceTable.EvidenceKind), evidence.Text(EvidenceTable.Actor))
        );
        Assert.Contains("\"comments\":\"Checked on site\"", evidence.Text(EvidenceTable.Content), StringComparison.Ordinal);
        Assert.Contains($"\"contentHash\":\"{Hash}\"", evidence.Text(EvidenceTable.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_refuses_the_document_and_is_not_asked_again_by_preparing()
    {
        var answer = teams.AddAnswer(approval, teams.Hana, "Reject", "Line 4 is not installed");

        Assert.Equal("Rejected", teams.Record(approval, answer));
        teams.Site.Prepare(document);
        teams.Sweep();

        Assert.Equal([ApprovalStateChoice.Rejected], teams.States);
        Assert.Equal(
            (DocumentState.Refused, "approval-rejected"),
            (teams.Site.State(document), teams.Site.Document(document).Text(DocumentTable.ReasonCode))
        );
        Assert.Contains("\"Line 4 is not installed\".", teams.Site.Document(document).Text(DocumentTable.Reason), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_content_may_come_again_in_no_revision_and_other_content_may()
    {
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana, "Reject"));
        Assert.Equal("approval-rejected", teams.Site.Document(teams.Prepare(TeamsSite.First, 2)).Text(DocumentTable.ReasonCode));
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(teams.Prepare(TeamsSite.Submitted(1, 50000m), 3)));
        Assert.Equal([ApprovalStateChoice.Rejected, ApprovalStateChoice.ToAsk], teams.States);
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("Reject")]
    public void A_second_answer_changes_nothing_and_is_kept(string second)
    {
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana));

        Assert.Equal("None", teams.Record(approval, teams.AddAnswer(approval, teams.Hana, second)));
        Assert.Equal((DocumentState.Prepared, 2), (teams.Site.State(document), Evidence().Count));
        Assert.Equal([ApprovalStateChoice.Approved], teams.States);
    }

    [Fact]
    public void The_same_answer_recorded_again_writes_nothing()
    {
        var answer = teams.AddAnswer(approval, teams.Hana);
        teams.Record(approval, answer);
        Assert.Equal("Known", teams.Record(approval, answer));
        Assert.Equal([LockTable.LogicalName], teams.Site.Dataverse.Written.Select(row => row.LogicalName));
    }

    [Fact]
    public void An_answer_that_is_not_final_writes_nothing()
    {
        var answer = teams.AddAnswer(approval, teams.Hana);
        teams.Change(PlatformRows.Response, answer, "statuscode", new OptionSetValue(PlatformRows.Saved));
        Assert.Equal("Known", teams.Record(approval, answer));
        AssertOpen(evidence: 0);
    }

    [Fact]
    public void Another_persons_answer_is_kept_once_and_the_person_is_still_asked()
    {
        var foreign = teams.AddAnswer(approval, teams.Samuel);
        Assert.Equal("None", teams.Record(approval, foreign));
        Assert.Equal("None", teams.Record(approval, foreign));
        AssertOpen(evidence: 1);
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("Approve; Reject")]
    [InlineData(null)]
    public void A_word_that_is_no_answer_is_kept_and_the_person_is_still_asked(string? word)
    {
        Assert.Equal("None", teams.Record(approval, teams.AddAnswer(approval, teams.Hana, word!)));
        AssertOpen(evidence: 1);
    }

    [Fact]
    public void An_answer_to_changed_content_is_late()
    {
        var second = teams.Prepare(TeamsSite.Submitted(1, 50000m), 2);
        Assert.Equal("None", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));

        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(second));
        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
        Assert.Contains("too late", Evidence().Single().Text(EvidenceTable.Content), StringComparison.Ordinal);
    }

    // Something other than a preparation changed what the document has frozen.
    [Fact]
    public void An_answer_about_other_content_than_the_document_has_does_not_count()
    {
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.ContentHash, new string('0', 64));
        Assert.Equal("None", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
        AssertOpen(evidence: 1);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_forged_answer_is_kept_once_and_the_controller_hears_of_it(string forgery)
    {
        var answer = teams.AddAnswer(approval, teams.Hana);
        Forge(forgery, answer);

        Assert.Equal("Forged", teams.Record(approval, answer));
        Assert.Equal("Forged", teams.Record(approval, answer));

        AssertOpen(evidence: 1);
        var finding = new RowView(Assert.Single(teams.Site.Dataverse.All(FindingTable.LogicalName)));
        Assert.Equal("approval-forged", finding.Text(FindingTable.Kind));
    }

    [Fact]
    public void The_person_may_write_the_row_too()
    {
        var answer = teams.AddAnswer(approval, teams.Hana);
        teams.Change(PlatformRows.Response, answer, "createdby", User(teams.Hana));
        Assert.Equal("Approved", teams.Record(approval, answer));
    }

    [Fact]
    public void The_service_may_write_on_behalf_of_the_person()
    {
        var answer = teams.AddAnswer(approval, teams.Hana);
        teams.Change(PlatformRows.Response, answer, "createdby", User(teams.Hana));
        teams.Change(PlatformRows.Response, answer, "createdonbehalfby", User(teams.ServiceUser));
        Assert.Equal("Approved", teams.Record(approval, answer));
    }

    [Fact]
    public void Whoever_lost_the_authority_meanwhile_is_not_heard_and_someone_else_is_asked()
    {
        teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.LimitAmount, 56_199.99m);

        Assert.Equal("AskedOther", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));

        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
        Assert.Equal("Samuel Ortiz", teams.Request().Text(ApprovalTable.AssigneeName));
        Assert.Contains(
            "but Hana Lindqvist may approve up to 56,199.99 USD. The answer has no effect.",
            teams.Request(request).Text(ApprovalTable.Reason),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_submitted_created_or_configured_it_does_not_approve_it()
    {
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.SubmitterName, "hana lindqvist");
        Assert.Equal("AskedOther", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
        Assert.Equal("Samuel Ortiz", teams.Request().Text(ApprovalTable.AssigneeName));
    }

    [Fact]
    public void Who_entered_configuration_that_it_uses_is_not_asked()
    {
        var other = new TeamsSite();
        foreach (var terms in other.Site.Dataverse.All(CommitmentTermsTable.LogicalName))
        {
            other.Set(CommitmentTermsTable.LogicalName, terms.Id, CommitmentTermsTable.ContributorIds, other.Hana.ToString("D"));
            other.Set(CommitmentTermsTable.LogicalName, terms.Id, CommitmentTermsTable.Contributors, "Hana Lindqvist");
        }

        other.Prepare(TeamsSite.First);
        Assert.Equal("Samuel Ortiz", other.Request().Text(ApprovalTable.AssigneeName));
    }

    [Fact]
    public void An_answer_to_another_approval_is_not_read()
    {
        var other = teams.Site.Add(PlatformRows.Approval, ("msdyn_flow_approval_title", "Lunch?"), ("createdon", teams.Site.Now));
        var answer = teams.AddAnswer(other, teams.Hana);

        Assert.Equal("None", teams.Record(approval, answer));
        Assert.Equal((false, ""), (teams.RecordAnswer(other, answer)["IsOurs"], teams.Record(other, answer)));
        AssertOpen(evidence: 0);
    }

    [Fact]
    public void A_person_who_is_gone_from_the_environment_is_named_by_id_and_not_heard()
    {
        var answer = teams.AddAnswer(approval, new Guid("9a7e0000-0000-4000-8000-0000000000dd"));
        Assert.Equal("None", teams.Record(approval, answer));
        Assert.Contains(
            "\"answeredBy\":\"User 9a7e0000-0000-4000-8000-0000000000dd\"",
            Evidence().Single().Text(EvidenceTable.Content),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Approved_here_and_in_Procore_is_reported()
    {
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.ProcoreStatus, "approved");
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.ApproverName, "Dana Kowalski");
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana));
        var finding = new RowView(Assert.Single(teams.Site.Dataverse.All(FindingTable.LogicalName)));
        Assert.Equal("approved-twice", finding.Text(FindingTable.Kind));
    }

    // Keys sort as text: the tenth request comes before the second one in them.
    [Fact]
    public void The_last_of_ten_approvals_is_the_one_that_is_named()
    {
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana));
        Approved(2, "Second Approver");
        Approved(10, "Tenth Approver");
        teams.Prepare(TeamsSite.First with { Status = "approved", ApproverName = "Dana Kowalski" }, 2);
        var finding = new RowView(Assert.Single(teams.Site.Dataverse.All(FindingTable.LogicalName)));
        Assert.Contains("Tenth Approver approved it in Teams", finding.Text(FindingTable.Sentence), StringComparison.Ordinal);
    }

    private void Approved(int number, string by)
    {
        var row = new Entity(ApprovalTable.LogicalName);
        row.Attributes.AddRange(teams.Site.Dataverse.Row(ApprovalTable.LogicalName, request).Attributes);
        var key = row.GetAttributeValue<string>(ApprovalTable.Key);
        row[ApprovalTable.Key] = key.Substring(0, key.LastIndexOf('A')) + "A" + number;
        row[ApprovalTable.RequestName] = teams.Site.Dataverse.NextId().ToString("D");
        row[ApprovalTable.AnsweredBy] = by;
        row["createdon"] = teams.Site.Now.AddDays(number);
        teams.Site.Dataverse.Seed(row);
    }

    private string Hash => teams.Site.Document(document).RequiredText(DocumentTable.ContentHash);

    private IReadOnlyList<RowView> Evidence() => [.. teams.Site.Dataverse.All(EvidenceTable.LogicalName).Select(row => new RowView(row))];

    private void AssertOpen(int evidence)
    {
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(document));
        Assert.Equal([ApprovalStateChoice.Asked], teams.States);
        Assert.Null(teams.Request(request).Text(ApprovalTable.ResponseId));
        Assert.Equal(evidence, Evidence().Count);
    }

    private static EntityReference User(Guid id) => new("systemuser", id);

    private void Forge(string forgery, Guid answer)
    {
        void Of(string column, object? value) => teams.Change(PlatformRows.Response, answer, column, value);
        switch (forgery)
        {
            case "created by someone else":
                Of("createdby", User(teams.Samuel));
                break;
            case "changed by someone else":
                Of("modifiedby", User(teams.Samuel));
                break;
            case "written by another application":
                Of("modifiedby", User(teams.Site.Add("systemuser", ("fullname", "Other"), ("applicationid", Site.Gateway))));
                break;
            case "written on behalf of the person":
                Of("createdby", User(teams.Hana));
                Of("modifiedby", User(teams.Hana));
                Of("createdonbehalfby", User(teams.Samuel));
                break;
            case "changed on behalf of the person":
                Of("modifiedby", User(teams.Hana));
                Of("modifiedonbehalfby", User(teams.Samuel));
                break;
            case "no service is named":
                teams.Set(EnvironmentTable.LogicalName, teams.Site.Environment, EnvironmentTable.ApprovalsApplicationId, null);
                break;
            case "the environment is a draft":
                teams.Set(
                    EnvironmentTable.LogicalName,
                    teams.Site.Environment,
                    EnvironmentTable.RuleState,
                    new OptionSetValue(RuleStateChoice.Draft)
                );
                break;
            case "dated back":
                Of("overriddencreatedon", teams.Site.Now);
                break;
            case "dated before it was asked":
                Of("createdon", teams.Site.Now.AddHours(-1).AddSeconds(-1));
                break;
            case "title changed since":
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_title", "Application 1: 5.00 USD");
                break;
            case "details changed since":
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_details", "Fine.");
                break;
            case "person changed since":
                teams.Change(PlatformRows.Request, teams.Site.Dataverse.All(PlatformRows.Request)[0].Id, "ownerid", User(teams.Samuel));
                break;
            case "second person since":
                teams.AddRecipient(approval, teams.Samuel);
                break;
            default:
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_allowreassign", true);
                break;
        }
    }
}
