using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>A decision that was recorded is given to the gateway to pass on to Procore, and what became of it is recorded.</summary>
public sealed class WorkflowAnswerTests
{
    private readonly TeamsSite teams = new();
    private readonly Guid document;
    private readonly Guid request;
    private readonly Guid approval;

    public WorkflowAnswerTests()
    {
        document = teams.Prepare(TeamsSite.First);
        request = teams.Latest;
        approval = teams.Ask(request);
    }

    [Theory]
    [InlineData("Approve", true, "approved")]
    [InlineData("Reject", false, "rejected")]
    public void A_recorded_decision_is_given_as_the_row_has_it(string word, bool isApproved, string says)
    {
        var recorded = Decide(word);

        Assert.Equal(request.ToString("D"), recorded["DecidedId"]);
        var claim = Claim(request);
        Assert.Equal(
            (true, true, true, "", isApproved),
            (claim["IsKnown"], claim["IsDecided"], claim["IsDue"], claim["Answer"], claim["IsApproved"])
        );
        var source = teams.Site.Document(document);
        Assert.Equal(
            (
                teams.Site.Project,
                DocumentTypeChoice.SubcontractorInvoice,
                source.Text(DocumentTable.ProcoreId),
                source.Text(DocumentTable.SourceHash)
            ),
            (claim["ProjectId"], claim["DocumentType"], claim["ProcoreId"], claim["SourceHash"])
        );
        Assert.Equal(teams.Site.Now, claim["DecidedOn"]);
        Assert.Contains($"{says} in Microsoft Teams by Hana Lindqvist on 2025-11-04", (string)claim["Comment"], StringComparison.Ordinal);
        Assert.Contains("\"Checked on site\"", (string)claim["Comment"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_decided_is_not_given()
    {
        Assert.Equal((true, false, false, ""), Of(Claim(request)));
        Assert.Equal("", (string)Claim(request)["Comment"]);
        Assert.Equal("", teams.RecordAnswer(approval, teams.AddAnswer(approval, teams.Samuel))["DecidedId"]);
        Assert.Equal((false, false, false, ""), Of(Claim(document)));

        foreach (var state in new[] { ApprovalStateChoice.ToAsk, ApprovalStateChoice.Asked, ApprovalStateChoice.Void })
        {
            teams.Set(ApprovalTable.LogicalName, request, ApprovalTable.ApprovalState, new OptionSetValue(state));
            teams.Set(ApprovalTable.LogicalName, request, ApprovalTable.AnsweredOn, teams.Site.Now);
            Assert.Equal((true, false, false, ""), Of(Claim(request)));
            Assert.Contains("is not decided", Refused(() => Record("Given")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_registered_gateway_is_given_a_decision_and_records_what_became_of_it()
    {
        Decide("Approve");
        foreach (var application in new[] { Guid.Empty, TeamsSite.Service })
        {
            teams.Site.Application = application;
            Assert.Contains("Only the gateway", Refused(() => Claim(request)), StringComparison.Ordinal);
            Assert.Contains("Only the gateway", Refused(() => Record("Given")), StringComparison.Ordinal);
        }

        Assert.Null(teams.Request(request).Choice(ApprovalTable.WorkflowAnswer));
    }

    [Fact]
    public void What_was_given_is_kept_as_evidence_and_not_given_again()
    {
        Decide("Approve");
        Assert.Equal("Given", Record("Given", "9001", "Step 'Decision' was answered.")["Answer"]);

        var row = teams.Request(request);
        Assert.Equal(
            (WorkflowAnswerChoice.Given, "9001", "Step 'Decision' was answered.", teams.Site.Now),
            (
                row.Choice(ApprovalTable.WorkflowAnswer),
                row.Text(ApprovalTable.WorkflowStep),
                row.Text(ApprovalTable.WorkflowNote),
                row.Instant(ApprovalTable.WorkflowAnsweredOn)
            )
        );
        Assert.Contains("\"procoreWorkflowStep\":\"9001\"", Evidence()[^1], StringComparison.Ordinal);
        Assert.Equal((true, true, false, "Given"), Of(Claim(request)));
        Assert.Equal("Step 'Decision' was answered.", Claim(request)["Message"]);

        // A slower call that looked before the answer was there changes nothing.
        Assert.Equal("Given", Record("NotGiven")["Answer"]);
        Assert.Equal(WorkflowAnswerChoice.Given, teams.Request(request).Choice(ApprovalTable.WorkflowAnswer));
        Assert.Equal(2, Evidence().Count);
        Assert.Empty(Findings());
    }

    [Fact]
    public void What_was_not_given_is_a_finding_and_the_document_goes_its_way()
    {
        Decide("Approve");
        Record("NotGiven", "9001", "Step 'Decision': The step takes 'Send on', and none of these says approved.");

        var finding = Assert.Single(Findings());
        Assert.Equal(
            ("workflow-not-answered", OwnerRoleChoice.Controller),
            (finding.Text(FindingTable.Kind), finding.Choice(FindingTable.OwnerRole))
        );
        Assert.Contains("none of these says approved", finding.Text(FindingTable.Sentence), StringComparison.Ordinal);
        Assert.Equal(DocumentState.Prepared, teams.Site.State(document));
        Assert.Equal("posted", teams.Site.RecordPosted(document).ToLowerInvariant());
        Assert.Equal((true, true, true, "NotGiven"), Of(Claim(request)));
    }

    [Theory]
    [InlineData("given")]
    [InlineData("2")]
    [InlineData("")]
    public void A_result_that_is_none_is_refused(string answer)
    {
        Decide("Approve");
        Assert.Contains("(input-unusable)", Refused(() => Record(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_an_earlier_revision_is_not_passed_on()
    {
        Decide("Approve");
        teams.Site.AddDocument(TeamsSite.Submitted(1, 50000m), 2);

        var claim = Claim(request);
        Assert.Equal((true, true, false, "NotNeeded"), Of(claim));
        Assert.Contains("earlier revision", teams.Request(request).Text(ApprovalTable.WorkflowNote), StringComparison.Ordinal);
        Assert.Equal((true, true, false, "NotNeeded"), Of(Claim(request)));
    }

    [Fact]
    public void Of_two_decisions_about_one_record_only_the_later_one_is_passed_on()
    {
        Decide("Reject");
        var later = new Entity(ApprovalTable.LogicalName);
        later.Attributes.AddRange(teams.Site.Dataverse.Row(ApprovalTable.LogicalName, request).Attributes);
        later[ApprovalTable.Key] = "LATER";
        later[ApprovalTable.ApprovalState] = new OptionSetValue(ApprovalStateChoice.Void);
        later["createdon"] = teams.Site.Now.AddDays(1);
        var id = teams.Site.Dataverse.Seed(later);
        Assert.Equal((true, true, true, ""), Of(Claim(request)));

        teams.Set(ApprovalTable.LogicalName, id, ApprovalTable.ApprovalState, new OptionSetValue(ApprovalStateChoice.Asked));
        Assert.Equal((true, true, false, "NotNeeded"), Of(Claim(request)));
        Assert.Contains("asked again since", teams.Request(request).Text(ApprovalTable.WorkflowNote), StringComparison.Ordinal);
    }

    [Fact]
    public void What_Procore_has_no_record_of_has_no_workflow_there()
    {
        Decide("Approve");
        teams.Set(DocumentTable.LogicalName, document, DocumentTable.DocumentType, new OptionSetValue(DocumentTypeChoice.RetainageRelease));
        Assert.Equal((true, true, false, "NotNeeded"), Of(Claim(request)));
    }

    [Fact]
    public void The_sweep_lists_what_no_run_passed_on_and_what_waits_until_it_waited_too_long()
    {
        Decide("Approve");
        Assert.Equal($"[\"{request:D}\"]", teams.Sweep()["WorkflowSteps"]);
        Record("Waiting");
        Assert.Equal($"[\"{request:D}\"]", teams.Sweep()["WorkflowSteps"]);

        teams.Site.Now = teams.Site.Now.AddDays(14);
        Assert.Equal($"[\"{request:D}\"]", teams.Sweep()["WorkflowSteps"]);
        Assert.Equal("NotGiven", Record("Waiting")["Answer"]);
        Assert.Single(Findings());
        Assert.Equal("[]", teams.Sweep()["WorkflowSteps"]);
    }

    [Fact]
    public void The_sweep_leaves_alone_what_is_decided_just_now_done_or_long_gone()
    {
        Decide("Approve");
        teams.Site.Now = teams.Site.Now.AddMinutes(9 - 60);
        Assert.Equal("[]", teams.Sweep()["WorkflowSteps"]);
        foreach (var answer in new[] { "NotNeeded", "NotGiven", "Given" })
        {
            Record(answer);
            Assert.Equal("[]", teams.Sweep()["WorkflowSteps"]);
        }

        teams.Set(ApprovalTable.LogicalName, request, ApprovalTable.WorkflowAnswer, null);
        Assert.NotEqual("[]", teams.Sweep()["WorkflowSteps"]);
        teams.Site.Now = teams.Site.Now.AddDays(15);
        Assert.Equal("[]", teams.Sweep()["WorkflowSteps"]);
    }

    private static (object, object, object, object) Of(ParameterCollection claim) =>
        (claim["IsKnown"], claim["IsDecided"], claim["IsDue"], claim["Answer"]);

    private static string Refused(Func<object> call) =>
        Assert
            .Throws<InvalidPluginExecutionException>(() =>
            {
                call();
            })
            .Message;

    private ParameterCollection Decide(string word) =>
        teams.RecordAnswer(approval, teams.AddAnswer(approval, teams.Hana, word, comments: "Checked on site"));

    private ParameterCollection Claim(Guid id) => teams.Site.Call(new ClaimWorkflowAnswer(), "pint_ClaimWorkflowAnswer", ("ApprovalId", id));

    private ParameterCollection Record(string answer, string? step = null, string note = "A note.") =>
        teams.Site.Call(
            new RecordWorkflowAnswer(),
            "pint_RecordWorkflowAnswer",
            ("ApprovalId", request),
            ("Answer", answer),
            ("Step", step),
            ("Note", note)
        );

    private List<RowView> Findings() => [.. teams.Site.Dataverse.All(FindingTable.LogicalName).Select(row => new RowView(row))];

    private List<string> Evidence() =>
        [
            .. teams
                .Site.Dataverse.All(EvidenceTable.LogicalName)
                .Select(row => new RowView(row))
                .Where(row => row.Choice(EvidenceTable.EvidenceKind) == EvidenceKindChoice.Approval)
                .Select(row => row.RequiredText(EvidenceTable.Content)),
        ];
}
