namespace PowerIntegration.Sandbox.Demo;

/// <summary>A code that a coverage proof found not covered.</summary>
/// <param name="Code">The code as Procore shows it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Suggestions">Suggested tasks in words; null where there are none.</param>
/// <param name="TaskId">Row of the first suggested task; null where there is none.</param>
internal sealed record UncoveredCode(string Code, string Message, string? Suggestions, string? TaskId);
