namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>A task that is suggested for a code. A person decides.</summary>
/// <param name="TaskNumber">Task.</param>
/// <param name="Evidence">What speaks for it.</param>
public sealed record TaskSuggestion(string TaskNumber, SuggestionEvidence Evidence);
