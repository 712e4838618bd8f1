using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Approvals;

/// <summary>An active ownership rule of one project: a rule for all projects says nothing there on these days.</summary>
/// <param name="ProjectId">Row id of the project.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null where it has no end.</param>
public sealed record ProjectPlace(Guid ProjectId, CalendarDate From, CalendarDate? To)
{
    /// <summary>True where it leaves a rule for all projects no day.</summary>
    /// <param name="from">First day of that rule.</param>
    /// <param name="to">Its last day; null where it has no end.</param>
    public bool Covers(CalendarDate from, CalendarDate? to) => From <= from && (To is not { } end || (to is { } last && last <= end));
}
