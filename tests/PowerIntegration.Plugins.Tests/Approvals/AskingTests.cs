using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

public sealed class AskingTests
{
    private readonly TeamsSite teams = new();

    [Fact]
    public void The_smallest_limit_that_suffices_is_asked_and_the_row_says_who_what_and_why()
    {
        var document = teams.Prepare(TeamsSite.First);

        var request = teams.Requests.Single();
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(document));
        var title = new RowView(request).RequiredText(ApprovalTable.Title);
        Assert.Matches("^Application 1: 50,580.00 USD \\[[0-9a-f]{8}\\]$", title);
        var details = new RowView(request).RequiredText(ApprovalTable.Details);
        Assert.StartsWith("**", details, StringComparison.Ordinal);
        Assert.EndsWith(
            "Asked by Erin Doyle.\nYour limit is 100,000.00 USD.\n"
                + "Answer by 2025-11-14. If the document changes, you are asked again and this answer no longer counts.",
            details,
            StringComparison.Ordinal
        );
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [ApprovalTable.Key] = teams.Site.Key(document) + "|A1",
                [ApprovalTable.Name] = "Hana Lindqvist: Application 1",
                [ApprovalTable.DocumentId] = document,
                [ApprovalTable.PreparationId] = teams.Site.Document(document).Reference(DocumentTable.PreparationId),
                [ApprovalTable.ContentHash] = teams.Site.Document(document).Text(DocumentTable.ContentHash),
                [ApprovalTable.ApprovalState] = ApprovalStateChoice.ToAsk,
                [ApprovalTable.AssigneeId] = teams.Hana,
                [ApprovalTable.AssigneeName] = "Hana Lindqvist",
                [ApprovalTable.AssigneeAddress] = "hana@lakeshorebuilders.example",
                [ApprovalTable.AuthorityKey] = "LAKESHORE|AUTHORITY|100000",
                [ApprovalTable.DelegateOf] = null,
                // Gross: a credit and retainage are no discount on what is approved.
                [ApprovalTable.Amount] = 56_200m,
                [ApprovalTable.Currency] = "USD",
                [ApprovalTable.Title] = title,
                [ApprovalTable.Details] = details,
                [ApprovalTable.ItemLink] = $"https://lakeshore.crm.example/main.aspx?appid=1&pagetype=entityrecord&etn=pint_document&id={document}",
                [ApprovalTable.Reminders] = 0,
                ["createdon"] = teams.Site.Now,
                ["modifiedon"] = teams.Site.Now,
            },
            Columns.Of(request)
        );
    }

    [Fact]
    public void An_unchanged_document_is_not_asked_twice()
    {
        var document = teams.Prepare(TeamsSite.First);
        teams.Site.Prepare(document);
        teams.Sweep();
        Assert.True(teams.Claim(teams.Latest));
        teams.Site.Prepare(document);
        teams.Sweep();

        Assert.Equal([ApprovalStateChoice.ToAsk], teams.States);
    }

    [Fact]
    public void A_second_run_does_not_ask_what_the_first_one_asks()
    {
        teams.Prepare(TeamsSite.First);
        Assert.True(teams.Claim(teams.Latest));
        teams.Site.Now = teams.Site.Now.AddMinutes(9);
        Assert.False(teams.Claim(teams.Latest));
        teams.RecordRequest(teams.Latest, teams.AddApproval(teams.Latest));
        teams.Site.Now = teams.Site.Now.AddDays(1);
        Assert.False(teams.Claim(teams.Latest));
    }

    [Fact]
    public void A_new_revision_with_other_content_ends_the_request_and_is_asked_of_its_own()
    {
        var first = teams.Prepare(TeamsSite.First);
        var asked = teams.Latest;
        teams.Ask(asked);
        var second = teams.Prepare(TeamsSite.Submitted(1, 50000m), revision: 2);

        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
        Assert.Equal("Application 1 is superseded and waits for no approval.", teams.Request(asked).Text(ApprovalTable.Reason));
        Assert.Equal(
            (teams.Site.Key(second) + "|A2", second, teams.Site.Document(second).Text(DocumentTable.ContentHash)),
            (
                teams.Request().Text(ApprovalTable.Key),
                teams.Request().Reference(ApprovalTable.DocumentId),
                teams.Request().Text(ApprovalTable.ContentHash)
            )
        );
        Assert.Equal((DocumentState.Superseded, DocumentState.AwaitingApproval), (teams.Site.State(first), teams.Site.State(second)));
    }

    [Fact]
    public void Other_content_of_the_same_revision_ends_the_request_and_is_asked_again()
    {
        var document = teams.Prepare(TeamsSite.First);
        var asked = teams.Latest;
        teams.Set(PayablesSetupTable.LogicalName, teams.Site.Payables, PayablesSetupTable.PaymentTerms, "Net 45");
        teams.Site.Prepare(document);

        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
        Assert.Equal("Application 1 changed and is asked again.", teams.Request(asked).Text(ApprovalTable.Reason));
        Assert.NotEqual(teams.Request(asked).Text(ApprovalTable.ContentHash), teams.Request().Text(ApprovalTable.ContentHash));
    }

    [Fact]
    public void The_same_content_in_a_new_revision_moves_the_open_request()
    {
        teams.Prepare(TeamsSite.First);
        var approval = teams.Ask(teams.Latest);
        var second = teams.Prepare(TeamsSite.First, revision: 2);

        var request = teams.Request(teams.Requests.Single().Id);
        Assert.Equal(ApprovalStateChoice.Asked, request.Choice(ApprovalTable.ApprovalState));
        Assert.Equal(
            (second, teams.Site.Document(second).Reference(DocumentTable.PreparationId)),
            (request.Reference(ApprovalTable.DocumentId), request.Reference(ApprovalTable.PreparationId))
        );
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
        Assert.Equal(DocumentState.Prepared, teams.Site.State(second));
    }

    [Fact]
    public void What_is_approved_is_not_asked_again_in_a_new_revision_with_the_same_content()
    {
        teams.Prepare(TeamsSite.First);
        var approval = teams.Ask(teams.Latest);
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana));
        var second = teams.Prepare(TeamsSite.First, revision: 2);

        Assert.Equal(DocumentState.Prepared, teams.Site.State(second));
        Assert.Equal([ApprovalStateChoice.Approved], teams.States);
    }

    [Fact]
    public void What_stops_ends_its_request()
    {
        var document = teams.Prepare(TeamsSite.First);
        teams.Set(ProjectTable.LogicalName, teams.Site.Project, ProjectTable.RuleState, new Microsoft.Xrm.Sdk.OptionSetValue(RuleStateChoice.Draft));
        teams.Site.Prepare(document);

        Assert.Equal([ApprovalStateChoice.Void], teams.States);
        Assert.Equal("Application 1 is held and waits for no approval.", teams.Request().Text(ApprovalTable.Reason));
        Assert.False(teams.Claim(teams.Latest));
    }
}
