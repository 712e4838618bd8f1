using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Readiness;

/// <summary>How ready a project is: every lesson that is offered, in the order of the lessons.</summary>
public sealed record ProjectReadiness
{
    /// <summary>Brings the lessons into their order.</summary>
    /// <param name="project">The project.</param>
    /// <param name="lessons">The lessons, in any order.</param>
    public ProjectReadiness(ReadinessProject project, IEnumerable<LessonReadiness> lessons)
    {
        Project = project;
        Lessons = [.. lessons.OrderBy(lesson => lesson.Lesson.Order)];
    }

    /// <summary>The project.</summary>
    public ReadinessProject Project { get; }

    /// <summary>The lessons.</summary>
    public IReadOnlyList<LessonReadiness> Lessons { get; }

    /// <summary>The worst state of its lessons.</summary>
    public ReadinessState State => Lessons.Max(lesson => lesson.State);

    /// <summary>How many decisions are open.</summary>
    public int Undecided => Lessons.Sum(lesson => lesson.Items.Count);

    /// <summary>The result in words.</summary>
    public string Message =>
        Undecided == 0
            ? $"Project {Project.Name} is ready: nothing is undecided."
            : $"Project {Project.Name}: "
                + ReadinessWords.Names([
                    .. Lessons
                        .Where(lesson => lesson.Items.Count > 0)
                        .Select(lesson => $"{lesson.Lesson.Title} has {Sentence.Count(lesson.Items.Count, "open decision")}"),
                ])
                + ".";

    /// <summary>The answer as JSON.</summary>
    public string ToJson() =>
        new JsonObject()
            .Text("project", Project.Name)
            .Text("day", Project.Today.ToString())
            .Choice("state", State)
            .WholeNumber("undecided", Undecided)
            .ListOrEmpty("lessons", Lessons.Select(lesson => lesson.ToJson()))
            .ToString();
}
