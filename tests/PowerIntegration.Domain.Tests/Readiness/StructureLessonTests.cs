using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Readiness;

public sealed class StructureLessonTests
{
    private static readonly SegmentCodes Mapped = new(null, "26-240", "SUB");
    private static readonly SegmentCodes Firestopping = new(null, "07-840", "SUB");
    private static readonly SegmentCodes Doubled = new(null, "01-100", "SUB");
    private static readonly SegmentCodes Closed = new("3200", "26-240", "SUB");

    private static readonly RecordPlace Rules = new("mapping");
    private static readonly RecordPlace Tasks = new("task");

    private static readonly StructureFacts Facts = new()
    {
        Mapping = Builders.Facts.Mapping with
        {
            Rules = new MappingRules([
                Builders.Facts.Rule("SUB", costCode: "26-240", task: "2600"),
                Builders.Facts.Rule("SUB", costCode: "01-100", task: "2600"),
                Builders.Facts.Rule("SUB", costCode: "01-100", task: "2600") with
                {
                    Key = "RULE|again",
                },
            ]),
            Tasks = new ProjectTasks([
                .. Builders.Facts.Mapping.Tasks.All,
                Builders.Facts.Mapping.Tasks.All.First() with
                {
                    TaskNumber = "3200",
                    IsChargeable = false,
                },
            ]),
        },
        Listed = [new ListedCode("26-240.SUB", Mapped)],
        IsCut = false,
        Drafts = [],
        RulesPlace = Rules,
        TasksPlace = Tasks,
    };

    [Fact]
    public void Codes_that_resolve_leave_nothing_undecided()
    {
        var lesson = StructureLesson.Of(AProject.With(AProject.Document(1, Mapped)), Facts);
        Assert.Empty(lesson.Items);
        Assert.Equal((ReadinessState.Ready, "Nothing is undecided."), (lesson.State, lesson.Sentence));
    }

    [Fact]
    public void A_code_without_a_mapping_is_one_decision_for_all_documents_that_bill_it()
    {
        var project = AProject.With(AProject.Document(1, Mapped, Firestopping), AProject.Document(2, Firestopping), AProject.Document(3, Mapped));
        var lesson = StructureLesson.Of(project, Facts with { Listed = [.. Facts.Listed, new ListedCode("07-840.SUB", Firestopping)] });
        var item = Assert.Single(lesson.Items);
        Assert.Equal((ReadinessState.Blocked, Rules, "Mapping Administrator"), (item.State, item.Place, ReadinessWords.Title(item.Decider)));
        Assert.Contains("add a mapping for 07-840 / SUB", item.Sentence, StringComparison.Ordinal);
        Assert.Equal([1, 2], item.Waiting.Select(document => document.ApplicationNumber));
        Assert.Equal((2, "1 decision is open, and 2 documents wait."), (lesson.Documents, lesson.Sentence));
    }

    [Fact]
    public void Two_mappings_alike_and_a_task_that_takes_no_cost_are_told_apart()
    {
        var lesson = StructureLesson.Of(AProject.With(AProject.Document(1, Doubled, Closed)), Facts);
        Assert.Equal([Rules, Tasks], lesson.Items.Select(item => item.Place));
        Assert.Contains("RULE|again", lesson.Items[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("task 3200", lesson.Items[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_resolved_on_the_end_of_its_period_and_a_listed_code_today()
    {
        var ended = Facts.Mapping! with { Rules = new MappingRules([Builders.Facts.Rule("SUB", task: "2600") with { ValidTo = AProject.October }]) };
        var lesson = StructureLesson.Of(AProject.With(AProject.Document(1, Mapped)), Facts with { Mapping = ended });
        Assert.StartsWith("1 code of project", Assert.Single(lesson.Items).Sentence, StringComparison.Ordinal);
        Assert.Equal(ReadinessState.Undecided, lesson.State);
        var after = AProject.Document(1, Mapped) with { PeriodEnd = AProject.Today };
        var later = StructureLesson.Of(AProject.With(after), Facts with { Mapping = ended });
        Assert.Equal(ReadinessState.Blocked, Assert.Single(later.Items).State);
    }

    [Fact]
    public void Codes_that_nothing_bills_are_counted_together_and_named_to_a_limit()
    {
        var listed = Enumerable.Range(1, 7).Select(number => new ListedCode($"09-{number}.MAT", new SegmentCodes(null, $"09-{number}", "MAT")));
        var lesson = StructureLesson.Of(AProject.With(), Facts with { Listed = [.. Facts.Listed, .. listed, new ListedCode("01-100.SUB", Doubled)] });
        Assert.Equal(2, lesson.Items.Count);
        Assert.StartsWith("7 codes of project FYT-2401", lesson.Items[0].Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "have no active mapping: 09-1.MAT, 09-2.MAT, 09-3.MAT, 09-4.MAT, 09-5.MAT and 2 more.",
            lesson.Items[0].Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains("1 code of project", lesson.Items[1].Sentence, StringComparison.Ordinal);
        Assert.Contains("is covered by two active mappings alike: 01-100.SUB.", lesson.Items[1].Sentence, StringComparison.Ordinal);
        Assert.Equal(ReadinessState.Undecided, lesson.State);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("1", 1)]
    [InlineData("1 and 2", 2)]
    [InlineData("1, 2, 3, 4 and 5", 5)]
    [InlineData("1, 2, 3, 4, 5 and 1 more", 6)]
    public void Names_are_listed_to_a_limit(string words, int count) =>
        Assert.Equal(words, ReadinessWords.Names([.. Enumerable.Range(1, count).Select(number => $"{number}")]));

    [Fact]
    public void Codes_that_were_not_read_or_not_all_compared_are_said()
    {
        var lesson = StructureLesson.Of(AProject.With(), Facts with { Listed = [], IsCut = true });
        Assert.Contains("have not been read from Procore", lesson.Items[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("more codes or open lines than are compared", lesson.Items[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_an_oracle_project_blocks_every_document()
    {
        var project = AProject.With(AProject.Document(1, Mapped));
        var item = Assert.Single(StructureLesson.Of(project, Facts with { Mapping = null }).Items);
        Assert.Equal((project.Place, ReadinessState.Blocked), (item.Place, item.State));
    }

    [Fact]
    public void Drafts_of_rules_wait_for_a_second_person()
    {
        var draft = new WaitingDraft("WBS mapping rule", "07-840", [People.Dana], new RecordPlace("mapping", AProject.Commitment));
        var one = Assert.Single(StructureLesson.Of(AProject.With(), Facts with { Drafts = [draft] }).Items);
        Assert.Contains("07-840 entered by Dana Kowalski is a draft", one.Sentence, StringComparison.Ordinal);
        Assert.Equal((AProject.Commitment, "Controller"), (one.Place.RowId, ReadinessWords.Title(one.Decider)));
        var second = draft with { Name = "09-900", EnteredBy = [People.Luis, People.Dana] };
        var two = Assert.Single(StructureLesson.Of(AProject.With(), Facts with { Drafts = [draft, second] }).Items);
        Assert.Contains("2 drafts entered by Dana Kowalski and Luis Ortega: 07-840 and 09-900.", two.Sentence, StringComparison.Ordinal);
        Assert.Equal(Rules, two.Place);
    }
}
