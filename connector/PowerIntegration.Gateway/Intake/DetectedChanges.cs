namespace PowerIntegration.Gateway.Intake;

/// <summary>What one poll found.</summary>
/// <param name="ProjectsPolled">Projects read to the end.</param>
/// <param name="EventsCreated">Changes that were new.</param>
/// <param name="EventsSeenBefore">Changes already in the inbox.</param>
/// <param name="HasMore">Whether the time was up, or Procore asked to wait, before every project was read.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record DetectedChanges(int ProjectsPolled, int EventsCreated, int EventsSeenBefore, bool HasMore, string Message);
