using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Suggestions;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class TaskSuggestionsTests
{
    private static readonly CalendarDate Day = new(2026, 5, 31);

    private static readonly UncoveredCode Firestopping = new()
    {
        Codes = new SegmentCodes(null, "07-840", "SUB"),
        Day = Day,
        Fault = CodingFault.NoRow,
        Names = ["Firestopping"],
    };

    [Fact]
    public void The_purchase_order_comes_before_the_name_and_the_name_before_the_number()
    {
        var code = Firestopping with { PurchaseOrderTask = "05.2" };
        Assert.Equal(
            [("05.2", SuggestionEvidence.PurchaseOrder), ("0990", SuggestionEvidence.SameName), ("07840", SuggestionEvidence.SameNumber)],
            For(code)
        );
    }

    [Fact]
    public void A_task_that_takes_no_cost_on_the_day_is_never_suggested()
    {
        var tasks = Tasks()
            .Select(task =>
                task.TaskNumber switch
                {
                    "0990" => task with { Finish = Day.AddDays(-1) },
                    "07840" => task with { IsChargeable = false },
                    _ => task,
                }
            );
        Assert.Empty(For(Firestopping, tasks));
    }

    [Fact]
    public void What_leaves_a_closed_task_stays_near_it_and_the_name_comes_first()
    {
        var closed = Firestopping with { Fault = CodingFault.TaskClosed, MappedTask = "09.0" };
        Assert.Equal(
            [("0990", SuggestionEvidence.SameParent), ("09.1", SuggestionEvidence.SameParent), ("07840", SuggestionEvidence.SameNumber)],
            For(closed)
        );
        var summary = Firestopping with { Fault = CodingFault.SummaryTask, MappedTask = "09" };
        Assert.Equal(("0990", SuggestionEvidence.Below), For(summary)[0]);
    }

    [Fact]
    public void Covered_codes_speak_for_their_tasks_the_most_frequent_first()
    {
        var covered = new CoveredCodes();
        covered.Add("P1", new SegmentCodes(null, "07-840", "MAT"), "05.2");
        covered.Add("P1", new SegmentCodes(null, "07-840", "LAB"), "09.1");
        covered.Add("P1", new SegmentCodes(null, "07-840", "EQP"), "09.1");
        covered.Add("P2", new SegmentCodes(null, "07-840", "SUB"), "03.0");
        covered.Add("P2", new SegmentCodes(null, "07-841", "SUB"), "09.0");
        var unnamed = Firestopping with { Names = [], Codes = new SegmentCodes(null, "07-840", "SUB") };
        var suggestions = TaskSuggestions.For(unnamed, Mapping(Tasks().Where(task => task.TaskNumber != "07840")), covered, 3);
        Assert.Equal(
            [
                new TaskSuggestion("09.1", SuggestionEvidence.OtherCostTypes),
                new TaskSuggestion("05.2", SuggestionEvidence.OtherCostTypes),
                new TaskSuggestion("03.0", SuggestionEvidence.OtherProjects),
            ],
            suggestions
        );
    }

    private static (string, SuggestionEvidence)[] For(UncoveredCode code, IEnumerable<ProjectTask>? tasks = null) =>
        [.. TaskSuggestions.For(code, Mapping(tasks ?? Tasks()), new CoveredCodes(), 3).Select(found => (found.TaskNumber, found.Evidence))];

    private static WbsMapping Mapping(IEnumerable<ProjectTask> tasks) => Facts.Mapping with { ProjectNumber = "P1", Tasks = new ProjectTasks(tasks) };

    private static IEnumerable<ProjectTask> Tasks() =>
        [
            Task("03.0", "Concrete", "03"),
            Task("05.2", "Steel", "05"),
            Task("07840", "Roofing", "07"),
            Task("09", "Finishes", null) with
            {
                IsLowestLevel = false,
            },
            Task("09.0", "Plaster", "09") with
            {
                Finish = Day.AddDays(-1),
            },
            Task("09.1", "Tiles", "09"),
            Task("0990", "fire-stopping", "09"),
        ];

    private static ProjectTask Task(string number, string name, string? parent) =>
        new()
        {
            TaskNumber = number,
            Name = name,
            Parent = parent,
            IsLowestLevel = true,
            IsChargeable = true,
        };
}
