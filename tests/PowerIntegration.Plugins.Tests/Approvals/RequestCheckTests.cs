using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>What is asked in Microsoft Approvals counts only if it is what was composed, asked of that one person, who cannot hand it on.</summary>
public sealed class RequestCheckTests
{
    private readonly TeamsSite teams = new();
    private readonly Guid request;
    private readonly Guid approval;

    public RequestCheckTests()
    {
        teams.Prepare(TeamsSite.First);
        request = teams.Latest;
        teams.Claim(request);
        approval = teams.AddApproval(request);
    }

    public static TheoryData<string, string> Differences =>
        new()
        {
            { "title", "title" },
            { "details", "details" },
            { "reassignment", "reassignment" },
            { "person", "the person asked" },
            { "two people", "the person asked" },
            { "no one", "the person asked" },
            { "title and person", "title, the person asked" },
            { "nothing there", "the approval itself" },
        };

    [Fact]
    public void What_is_asked_as_composed_is_recorded_and_reminded_of_in_two_days()
    {
        var answer = teams.RecordRequest(request, approval);

        Assert.Equal(true, answer["IsRecorded"]);
        Assert.Equal(teams.Request().RequiredText(ApprovalTable.Title) + " is asked.", answer["Message"]);
        Assert.Equal(
            (ApprovalStateChoice.Asked, approval.ToString("D"), teams.Site.Now, teams.Site.Now.AddDays(2)),
            (
                teams.Request().Choice(ApprovalTable.ApprovalState),
                teams.Request().Text(ApprovalTable.RequestName),
                teams.Request().Instant(ApprovalTable.AskedOn),
                teams.Request().Instant(ApprovalTable.NextReminderOn)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void What_is_asked_otherwise_is_refused(string difference, string named)
    {
        Apply(difference);

        var answer = teams.RecordRequest(request, difference == "nothing there" ? request : approval);

        Assert.Equal(false, answer["IsRecorded"]);
        Assert.Contains($"{named} differ", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(ApprovalStateChoice.ToAsk, teams.Request().Choice(ApprovalTable.ApprovalState));
        Assert.Null(teams.Request().Text(ApprovalTable.RequestName));
    }

    // Windows and Unix end lines differently, and the service passes texts on.
    [Fact]
    public void Ends_of_lines_are_no_difference()
    {
        var details = teams.Request().RequiredText(ApprovalTable.Details);
        teams.Change(
            PlatformRows.Approval,
            approval,
            "msdyn_flow_approval_details",
            details.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"
        );
        Assert.Equal(true, teams.RecordRequest(request, approval)["IsRecorded"]);
    }

    [Fact]
    public void A_request_has_one_approval()
    {
        teams.RecordRequest(request, approval);
        var other = teams.AddApproval(request);
        Assert.Equal(false, teams.RecordRequest(request, other)["IsRecorded"]);
        Assert.Equal(approval.ToString("D"), teams.Request().Text(ApprovalTable.RequestName));
    }

    [Fact]
    public void What_is_decided_is_asked_no_more()
    {
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana));
        teams.Set(ApprovalTable.LogicalName, request, ApprovalTable.RequestName, null);

        Assert.Equal(false, teams.RecordRequest(request, approval)["IsRecorded"]);
        Assert.Equal(ApprovalStateChoice.Approved, teams.Request().Choice(ApprovalTable.ApprovalState));
    }

    [Theory]
    [InlineData("no id")]
    [InlineData("")]
    public void A_name_that_is_no_id_is_refused(string name)
    {
        var answer = teams.Site.Call(new RecordApprovalRequest(), "pint_RecordApprovalRequest", ("ApprovalId", request), ("RequestName", name));
        Assert.Equal((false, $"'{name}' is not the ID of an approval. Nothing was recorded."), (answer["IsRecorded"], answer["Message"]));
    }

    [Fact]
    public void What_does_not_exist_is_neither_claimed_nor_recorded_nor_reminded_of()
    {
        Assert.Equal(false, teams.RecordRequest(approval, approval)["IsRecorded"]);
        Assert.False(teams.Claim(approval));
        var reminded = teams.Site.Call(new RecordReminder(), "pint_RecordReminder", ("ApprovalId", approval));
        Assert.Contains("Nothing was recorded", (string)reminded["Message"], StringComparison.Ordinal);
        Assert.Equal((false, ""), (teams.RecordAnswer(request, request)["IsOurs"], teams.Record(request, request)));
    }

    private void Apply(string difference)
    {
        if (difference is "title" or "title and person")
        {
            teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_title", "Application 1: 5.00 USD");
        }

        if (difference is "person" or "title and person")
        {
            teams.Change(PlatformRows.Request, Recipient, "ownerid", new EntityReference("systemuser", teams.Samuel));
        }

        switch (difference)
        {
            case "details":
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_details", "Fine.");
                break;
            case "reassignment":
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_allowreassign", true);
                break;
            case "two people":
                teams.AddRecipient(approval, teams.Samuel);
                break;
            case "no one":
                teams.Change(PlatformRows.Request, Recipient, "msdyn_flow_approvalrequest_approval", null);
                break;
        }
    }

    private Guid Recipient => teams.Site.Dataverse.All(PlatformRows.Request)[0].Id;
}
