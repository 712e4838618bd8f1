using System.Text.Json;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Readiness;
using Xunit;

namespace PowerIntegration.Domain.Tests.Readiness;

public sealed class ProjectReadinessTests
{
    private static readonly Lesson Late = new("billing", "Billing terms proven", 5);

    [Fact]
    public void Nothing_undecided_is_ready()
    {
        var readiness = new ProjectReadiness(AProject.With(), [new LessonReadiness(Late, []), new LessonReadiness(Lesson.Ownership, [])]);
        Assert.Equal((ReadinessState.Ready, 0), (readiness.State, readiness.Undecided));
        Assert.Equal("Project FYT-2401 Fulton Yards Tower is ready: nothing is undecided.", readiness.Message);
        Assert.Equal(["Ownership decided", "Billing terms proven"], readiness.Lessons.Select(lesson => lesson.Lesson.Title));
    }

    [Fact]
    public void The_worst_lesson_decides_and_the_answer_has_what_a_page_shows()
    {
        var row = AProject.Commitment;
        var readiness = new ProjectReadiness(
            AProject.With(),
            [
                new LessonReadiness(
                    Late,
                    [Item("Later.", null), Item("Now.", row, AProject.Document(1), AProject.Document(2) with { Currency = "CAD" })]
                ),
                new LessonReadiness(Lesson.Structure, [Item("Some day.", null)]),
                new LessonReadiness(Lesson.Ownership, []),
            ]
        );
        Assert.Equal((ReadinessState.Blocked, 3), (readiness.State, readiness.Undecided));
        Assert.EndsWith(
            "Structure covered has 1 open decision and Billing terms proven has 2 open decisions.",
            readiness.Message,
            StringComparison.Ordinal
        );

        var json = JsonDocument.Parse(readiness.ToJson()).RootElement;
        Assert.Equal("blocked 3 2025-11-04", $"{json.GetProperty("state")} {json.GetProperty("undecided")} {json.GetProperty("day")}");
        var lessons = json.GetProperty("lessons").EnumerateArray().ToList();
        Assert.Equal(
            ["structure undecided 1", "ownership ready 0", "billing blocked 2"],
            lessons.Select(lesson => $"{lesson.GetProperty("lesson")} {lesson.GetProperty("state")} {lesson.GetProperty("undecided")}")
        );
        Assert.Equal(0, lessons[1].GetProperty("items").GetArrayLength());
        var first = lessons[2].GetProperty("items")[0];
        Assert.Equal("Now. 2 documents for 2,000.00 CAD and 1,000.00 USD wait for this.", first.GetProperty("sentence").GetString());
        Assert.Equal(
            $"Controller thing {row} 2",
            $"{first.GetProperty("role")} {first.GetProperty("table")} {first.GetProperty("row")} {first.GetProperty("documents")}"
        );
        Assert.Equal("Now.", first.GetProperty("decision").GetString());
        Assert.Equal(
            ["2000 CAD", "1000 USD"],
            first.GetProperty("amounts").EnumerateArray().Select(sum => $"{sum.GetProperty("amount")} {sum.GetProperty("currency")}")
        );
        Assert.False(lessons[2].GetProperty("items")[1].TryGetProperty("row", out _));
        Assert.Empty(lessons[2].GetProperty("items")[1].GetProperty("amounts").EnumerateArray());
    }

    [Fact]
    public void A_long_list_is_cut_and_says_how_much_is_left()
    {
        var lesson = new LessonReadiness(Late, Enumerable.Range(0, LessonReadiness.ListedMax + 3).Select(number => Item($"{number}", null)));
        var json = JsonDocument.Parse(new ProjectReadiness(AProject.With(), [lesson]).ToJson()).RootElement.GetProperty("lessons")[0];
        Assert.Equal((LessonReadiness.ListedMax, 3), (json.GetProperty("items").GetArrayLength(), json.GetProperty("left").GetInt32()));
        Assert.Equal(LessonReadiness.ListedMax + 3, json.GetProperty("undecided").GetInt32());
    }

    private static ReadinessItem Item(string sentence, Guid? row, params WaitingDocument[] waiting) =>
        new()
        {
            Sentence = sentence,
            Decider = ShippedRole.Controller,
            Place = new RecordPlace("thing", row),
            Waiting = waiting,
        };
}
