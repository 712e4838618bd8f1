using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>That a business unit may use a site.</summary>
/// <param name="BusinessUnit">The client business unit.</param>
/// <param name="InactiveDate">The last day; null where it has none.</param>
public sealed record SiteAssignment(string BusinessUnit, CalendarDate? InactiveDate)
{
    /// <summary>True where its last day is over.</summary>
    public bool IsEndedOn(CalendarDate day) => InactiveDate is { } last && last < day;
}
