namespace PowerIntegration.Sandbox.App.Frame;

/// <summary>A page that says why there is none.</summary>
/// <param name="Shell">What is around it.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record ProblemModel(ShellModel Shell, string Sentence);
