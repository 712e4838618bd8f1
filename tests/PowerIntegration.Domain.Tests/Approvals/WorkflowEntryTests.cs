using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using Xunit;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class WorkflowEntryTests
{
    private static readonly CalendarDate Day = new(2026, 8, 31);

    [Theory]
    [InlineData(DocumentKind.SubcontractorInvoice, ApprovalPlace.Procore, true)]
    [InlineData(DocumentKind.SubcontractorInvoice, ApprovalPlace.ProcoreThenOracle, true)]
    [InlineData(DocumentKind.SubcontractorInvoice, ApprovalPlace.Oracle, false)]
    [InlineData(DocumentKind.SubcontractorInvoice, ApprovalPlace.Teams, false)]
    [InlineData(DocumentKind.OwnerInvoice, ApprovalPlace.Procore, false)]
    [InlineData(DocumentKind.RetainageRelease, ApprovalPlace.Procore, false)]
    [InlineData(DocumentKind.Reversal, ApprovalPlace.ProcoreThenOracle, false)]
    public void Only_a_rule_that_names_Procore_for_records_whose_workflow_is_read_asks(DocumentKind kind, ApprovalPlace place, bool asks) =>
        Assert.Equal(asks, WorkflowEntry.Asks(kind, place));

    [Theory]
    [InlineData(ProcoreWorkflow.None, true)]
    [InlineData(ProcoreWorkflow.Configured, false)]
    [InlineData(ProcoreWorkflow.Unknown, false)]
    public void Only_what_is_known_not_to_be_there_refuses_the_rule(ProcoreWorkflow state, bool refused) =>
        Assert.Equal(refused, WorkflowEntry.Check([Of("Tower", state)], isForProject: true) is not null);

    [Fact]
    public void The_refusal_names_the_projects_and_proposes_Oracle()
    {
        var one = WorkflowEntry.Check([Of("Tower", ProcoreWorkflow.None)], isForProject: true)!;
        Assert.Contains(
            "invoices of project Tower (read on 2026-08-31). Choose Oracle as the place of approval",
            one.Sentence,
            StringComparison.Ordinal
        );

        var names = Enumerable.Range(1, 7).Select(number => Of("P" + number, ProcoreWorkflow.None)).Append(Of("Garage", ProcoreWorkflow.Configured));
        var all = WorkflowEntry.Check([.. names], isForProject: false)!;
        Assert.Contains("7 projects: P1 (read on 2026-08-31), P2", all.Sentence, StringComparison.Ordinal);
        Assert.Contains("P5 (read on 2026-08-31) and 2 more. Choose Oracle", all.Sentence, StringComparison.Ordinal);
        Assert.Contains("a rule of its own with Oracle", all.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Garage", all.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01", null, "2026-01-01", null, true)]
    [InlineData("2026-01-01", null, "2026-02-01", null, true)]
    [InlineData("2026-01-01", "2026-12-31", "2026-02-01", "2026-12-31", true)]
    [InlineData("2026-01-01", "2026-12-30", "2026-02-01", "2026-12-31", false)]
    [InlineData("2026-01-02", null, "2026-01-01", null, false)]
    [InlineData("2026-01-01", "2026-12-31", "2026-01-01", null, false)]
    public void A_project_with_a_rule_of_its_own_for_all_these_days_is_not_concerned(
        string ownFrom,
        string? ownTo,
        string from,
        string? to,
        bool covered
    )
    {
        var tower = Of("Tower", ProcoreWorkflow.None);
        var own = new ProjectPlace(tower.ProjectId, CalendarDate.Parse(ownFrom), Parsed(ownTo));

        Assert.Equal(covered ? 0 : 1, WorkflowEntry.Concerned([tower], [own], CalendarDate.Parse(from), Parsed(to)).Count);
        Assert.Single(WorkflowEntry.Concerned([tower], [own with { ProjectId = new Guid(9, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]) }], Day, null));
        Assert.Single(WorkflowEntry.Concerned([tower], [own], null, null));

        static CalendarDate? Parsed(string? text) => text is null ? null : CalendarDate.Parse(text);
    }

    [Fact]
    public void Who_activates_sees_what_is_known_and_why_it_is_not()
    {
        var lines = WorkflowEntry.Known([
            Of("Tower", ProcoreWorkflow.Configured),
            Of("Garage", ProcoreWorkflow.Unknown) with
            {
                Note = "Procore does not show configured workflows. ",
            },
        ]);
        Assert.Equal("Procore has a workflow for the invoices of project Tower (read on 2026-08-31).", lines[0]);
        Assert.Equal(
            "It is not known whether Procore has a workflow for the invoices of project Garage. Procore does not show configured workflows. "
                + "Check it in Procore before you activate the rule.",
            lines[1]
        );

        Assert.Contains(
            "has not been asked yet",
            Assert.Single(WorkflowEntry.Known([Of("Depot", ProcoreWorkflow.Unknown)])),
            StringComparison.Ordinal
        );
        Assert.Empty(WorkflowEntry.Known([]));
        Assert.Empty(WorkflowEntry.Known([Of("Tower", ProcoreWorkflow.None)]));
    }

    private static ProjectWorkflow Of(string name, ProcoreWorkflow state) =>
        new()
        {
            ProjectId = new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
            Project = name,
            State = state,
            ReadOn = state == ProcoreWorkflow.Unknown ? null : Day,
        };
}
