using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Gateway.Jobs;

/// <summary>A run that is to go on.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Key">Its key, first part of the keys of what it writes.</param>
/// <param name="Kind">Choice value of its kind.</param>
/// <param name="ProjectId">Project that it is about; null where it is about the environment.</param>
/// <param name="From">First day that it looks at.</param>
/// <param name="To">Last day that it looks at.</param>
/// <param name="Position">Where it stopped, as its kind wrote it; null before the first time.</param>
internal sealed record RunRow(Guid Id, string Key, int Kind, Guid? ProjectId, CalendarDate? From, CalendarDate? To, string? Position);
