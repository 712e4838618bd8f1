namespace PowerIntegration.Sandbox.App.Frame;

/// <summary>A page of one sentence: why there is no page, or what was done.</summary>
/// <param name="Shell">What is around it.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record ProblemModel(ShellModel Shell, string Sentence)
{
    /// <summary>Whether the sentence says that something was done.</summary>
    public bool IsGood { get; init; }
}
