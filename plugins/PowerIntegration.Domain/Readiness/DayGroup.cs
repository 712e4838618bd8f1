using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Readiness;

/// <summary>The documents for which configuration is chosen by one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Waiting">The documents; empty for today where none waits.</param>
public sealed record DayGroup(CalendarDate Day, IReadOnlyList<WaitingDocument> Waiting);
