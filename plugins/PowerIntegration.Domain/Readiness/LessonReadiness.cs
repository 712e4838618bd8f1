using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Readiness;

/// <summary>A lesson with what is undecided in it.</summary>
public sealed record LessonReadiness
{
    /// <summary>The most items that an answer lists; the others are counted.</summary>
    public const int ListedMax = 200;

    /// <summary>Puts what documents wait for before the rest; else the order is kept.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="items">What is undecided; empty where nothing is.</param>
    public LessonReadiness(Lesson lesson, IEnumerable<ReadinessItem> items)
    {
        Lesson = lesson;
        Items = [.. items.OrderByDescending(item => item.State)];
    }

    /// <summary>The lesson.</summary>
    public Lesson Lesson { get; }

    /// <summary>What is undecided.</summary>
    public IReadOnlyList<ReadinessItem> Items { get; }

    /// <summary>The worst state of its items.</summary>
    public ReadinessState State => Items.Count == 0 ? ReadinessState.Ready : Items.Max(item => item.State);

    /// <summary>How many documents wait for anything of it.</summary>
    public int Documents => Items.SelectMany(item => item.Waiting).Select(document => document.Id).Distinct().Count();

    /// <summary>The result in words.</summary>
    public string Sentence =>
        Items.Count == 0
            ? "Nothing is undecided."
            : $"{Refusals.Sentence.Count(Items.Count, "decision")} {(Items.Count == 1 ? "is" : "are")} open"
                + (Documents == 0 ? "." : $", and {Refusals.Sentence.Count(Documents, "document")} {(Documents == 1 ? "waits" : "wait")}.");

    /// <summary>The lesson as JSON.</summary>
    internal JsonObject ToJson() =>
        new JsonObject()
            .Text("lesson", Lesson.Wire)
            .Text("title", Lesson.Title)
            .Choice("state", State)
            .Text("sentence", Sentence)
            .WholeNumber("undecided", Items.Count)
            .WholeNumber("documents", Documents)
            .ListOrEmpty("items", Items.Take(ListedMax).Select(item => item.ToJson()))
            .WholeNumber("left", Items.Count > ListedMax ? Items.Count - ListedMax : null);
}
