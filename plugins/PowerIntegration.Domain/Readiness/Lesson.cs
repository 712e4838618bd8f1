namespace PowerIntegration.Domain.Readiness;

/// <summary>What a project has to have learned before its documents go through. A process that brings a lesson of its own declares it.</summary>
/// <param name="Wire">As answers carry it, such as <c>ownership</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Order">Its place among the lessons.</param>
public sealed record Lesson(string Wire, string Title, int Order)
{
    /// <summary>Every code of the project has exactly one Oracle task coding.</summary>
    public static Lesson Structure { get; } = new("structure", "Structure covered", 2);

    /// <summary>Where documents are approved, and by whom.</summary>
    public static Lesson Ownership { get; } = new("ownership", "Ownership decided", 3);
}
