using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Tests.Duties;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

public sealed class AskApprovalAgainTests
{
    private readonly TeamsSite teams = new();
    private readonly Guid document;

    public AskApprovalAgainTests()
    {
        document = teams.Prepare(TeamsSite.First);
        var approval = teams.Ask(teams.Latest);
        Assert.Equal("Rejected", teams.Record(approval, teams.AddAnswer(approval, teams.Hana, "Reject")));
        teams.Site.Caller = teams.Site.Luis;
    }

    [Fact]
    public void A_rejected_document_is_prepared_and_asked_again_and_the_row_says_who_wanted_it()
    {
        var answer = Ask("Line 4 was inspected");

        Assert.Equal(("Held", "decision-recorded"), (answer["State"], answer["ReasonCode"]));
        Assert.Equal("Luis Ortega had it asked again: Line 4 was inspected", teams.Request().Text(ApprovalTable.Reason));
        // Its flow starts again.
        Assert.Equal(
            EventStateChoice.New,
            new RowView(teams.Site.Dataverse.All(InboundEventTable.LogicalName)[0]).Choice(InboundEventTable.EventState)
        );
        teams.Site.Prepare(document);
        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
        var approval = teams.Ask(teams.Latest);
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
    }

    [Fact]
    public void The_rejection_itself_has_no_effect_any_more()
    {
        var approval = Guid.Parse(teams.Request().RequiredText(ApprovalTable.RequestName));
        var rejection = Guid.Parse(teams.Request().RequiredText(ApprovalTable.ResponseId));
        Ask("Line 4 was inspected");
        teams.Site.Prepare(document);

        Assert.Equal("Known", teams.Record(approval, rejection));
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(document));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void It_needs_a_reason(string reason)
    {
        Assert.Equal(("Refused", "input-unusable"), (Ask(reason)["State"], Ask(reason)["ReasonCode"]));
        Assert.Equal([ApprovalStateChoice.Rejected], teams.States);
    }

    [Theory]
    [InlineData(DocumentState.AwaitingApproval, "approval-rejected")]
    [InlineData(DocumentState.Prepared, null)]
    [InlineData(DocumentState.Refused, "wbs-unmapped")]
    [InlineData(DocumentState.Held, "approval-rejected")]
    public void Nothing_but_a_rejected_document_is_asked_again(DocumentState state, string? code)
    {
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.DocumentState, new OptionSetValue(DocumentStates.ToChoice(state)));
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.ReasonCode, code);

        Assert.Equal((state.ToString(), "document-state"), (Ask("Please")["State"], Ask("Please")["ReasonCode"]));
        Assert.Equal([ApprovalStateChoice.Rejected], teams.States);
        Assert.Equal(state, teams.Site.State(document));
    }

    [Fact]
    public void A_document_that_does_not_exist_is_not_asked_again() =>
        Assert.Equal(
            "document-not-found",
            teams.Site.Call(new AskApprovalAgain(), "pint_AskApprovalAgain", ("DocumentId", teams.Hana), ("Reason", "Please"))["ReasonCode"]
        );

    [Fact]
    public void No_application_has_it_asked_again()
    {
        teams.Site.Application = TeamsSite.Service;
        AssertRefused("Only a person can decide this");
    }

    [Fact]
    public void No_one_has_it_asked_again_in_another_persons_name()
    {
        teams.Site.Authenticated = teams.Site.Dana;
        AssertRefused("in the name of another user");
    }

    [Fact]
    public void No_one_with_conflicting_roles_has_it_asked_again()
    {
        teams.Site.Give(teams.Site.Luis, teams.Site.Role(ShippedRole.Approver));
        teams.Site.Give(teams.Site.Luis, teams.Site.Role(ShippedRole.Controller));
        AssertRefused("Nothing was recorded");
    }

    // Dataverse compares the privilege; that only the controller's role has it is held with the other roles.
    [Fact]
    public void Its_privilege_is_that_of_no_other_operation()
    {
        var apis = typeof(AskApprovalAgain)
            .Assembly.GetTypes()
            .Select(type => Attribute.GetCustomAttribute(type, typeof(CustomApiAttribute)))
            .OfType<CustomApiAttribute>()
            .ToList();
        Assert.Equal(
            ["pint_AskApprovalAgain"],
            apis.Where(api => api.ExecutePrivilege == "prvDeletepint_ApprovalGate").Select(api => api.UniqueName)
        );
    }

    private void AssertRefused(string sentence)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Ask("Please"));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal([ApprovalStateChoice.Rejected], teams.States);
        Assert.Equal(DocumentState.Refused, teams.Site.State(document));
    }

    private ParameterCollection Ask(string reason) =>
        teams.Site.Call(new AskApprovalAgain(), "pint_AskApprovalAgain", ("DocumentId", document), ("Reason", reason));
}
