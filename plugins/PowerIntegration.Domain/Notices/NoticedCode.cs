namespace PowerIntegration.Domain.Notices;

/// <summary>A code of which the mapping administrators are told.</summary>
/// <param name="FlatCode">The code as Procore shows it.</param>
/// <param name="IsAmbiguous">True where several rules fit equally; otherwise none gives it a task.</param>
/// <param name="Amount">Open work on it.</param>
/// <param name="SuggestedTask">The task that suits it best; null where none does.</param>
public sealed record NoticedCode(string FlatCode, bool IsAmbiguous, decimal Amount, string? SuggestedTask);
