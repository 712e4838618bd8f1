using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>A document whose place of approval is Teams leaves only with an approved row about exactly what it has frozen.</summary>
public sealed class SentWithoutApprovalTests
{
    private readonly TeamsSite teams = new();

    [Fact]
    public void What_was_approved_leaves()
    {
        var document = teams.Prepare(TeamsSite.First);
        Assert.Equal((false, "document-state"), Claim(document));
        Approve();
        Assert.Equal((true, ""), Claim(document));
    }

    // Someone with a back door set the state; the row of the approval is missing.
    [Fact]
    public void A_document_that_is_only_said_to_be_approved_does_not_leave()
    {
        var document = teams.Prepare(TeamsSite.First);
        teams.Ask(teams.Latest);
        SetPrepared(document);

        Assert.Equal((false, "approval-missing"), Claim(document));
        Assert.Null(teams.Site.Document(document).Text(DocumentTable.ClaimedBy));
    }

    [Theory]
    [InlineData(ApprovalStateChoice.ToAsk)]
    [InlineData(ApprovalStateChoice.Asked)]
    [InlineData(ApprovalStateChoice.Rejected)]
    [InlineData(ApprovalStateChoice.Void)]
    public void No_other_state_of_the_request_is_an_approval(int state)
    {
        var document = teams.Prepare(TeamsSite.First);
        Approve();
        teams.Set(ApprovalTable.LogicalName, teams.Latest, ApprovalTable.ApprovalState, new OptionSetValue(state));

        Assert.Equal((false, "approval-missing"), Claim(document));
    }

    [Fact]
    public void An_approval_of_other_content_is_none()
    {
        var document = teams.Prepare(TeamsSite.First);
        Approve();
        teams.Set(ApprovalTable.LogicalName, teams.Latest, ApprovalTable.ContentHash, new string('0', 64));

        Assert.Equal((false, "approval-missing"), Claim(document));
    }

    [Fact]
    public void An_approval_of_another_record_with_the_same_content_is_none()
    {
        var document = teams.Prepare(TeamsSite.First);
        Approve();
        var other = teams.CopyWaiting(document, "6999");
        SetPrepared(other);

        Assert.Equal((false, "approval-missing"), Claim(other));
    }

    [Fact]
    public void What_is_approved_in_Procore_needs_no_row()
    {
        var site = new Site();
        var document = site.AddDocument(
            TeamsSite.First with
            {
                Status = "approved",
                ApproverName = "Dana Kowalski",
                ApproverId = "501",
                ApprovedOn = new DateTime(2025, 10, 3),
            }
        );
        site.Prepare(document);
        Assert.Equal((true, ""), Claim(site, document));
    }

    // It may be in Oracle already; looking it up is no second sending.
    [Fact]
    public void What_was_sent_is_looked_up()
    {
        var document = teams.Prepare(TeamsSite.First);
        Approve();
        Claim(document);
        teams.Set(ApprovalTable.LogicalName, teams.Latest, ApprovalTable.ApprovalState, new OptionSetValue(ApprovalStateChoice.Void));
        teams.Site.Now = teams.Site.Now.AddMinutes(5);

        Assert.Equal((true, ""), Claim(document));
    }

    private void Approve()
    {
        var approval = teams.Ask(teams.Latest);
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
    }

    private void SetPrepared(Guid document) =>
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.DocumentState, new OptionSetValue(DocumentStateChoice.Prepared));

    private (object IsClaimed, object Code) Claim(Guid document) => Claim(teams.Site, document);

    private static (object IsClaimed, object Code) Claim(Site site, Guid document)
    {
        var answer = site.Call(
            new ClaimDocument(),
            "pint_ClaimDocument",
            ("DocumentId", document),
            ("Claim", "gateway-" + site.Now.Ticks),
            ("ContentHash", site.Document(document).Text(DocumentTable.ContentHash)),
            ("Payload", "{}")
        );
        return (answer["IsClaimed"], answer["ReasonCode"]);
    }
}
