using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>A site of a supplier.</summary>
public sealed record SupplierSite
{
    /// <summary>Oracle's ID.</summary>
    public required string Key { get; init; }

    /// <summary>ID of its supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The procurement business unit that owns it.</summary>
    public string ProcurementUnit { get; init; } = "";

    /// <summary>True where purchase orders may name it.</summary>
    public bool IsPurchasing { get; init; }

    /// <summary>True where it may be paid.</summary>
    public bool IsPay { get; init; }

    /// <summary>The last day on which it is active; null where it has none.</summary>
    public CalendarDate? InactiveDate { get; init; }

    /// <summary>Its address.</summary>
    public PartyAddress Address { get; init; } = PartyAddress.None;

    /// <summary>The business units that may use it.</summary>
    public IReadOnlyList<SiteAssignment> Assignments { get; init; } = [];

    /// <summary>What keeps a business unit from using it, as the end of a sentence about it; null where nothing does.</summary>
    /// <param name="businessUnit">The business unit.</param>
    /// <param name="day">The day.</param>
    public string? FaultFor(string businessUnit, CalendarDate day)
    {
        if (!IsPurchasing || !IsPay)
        {
            return "has no "
                + (
                    IsPay ? "purchasing"
                    : IsPurchasing ? "pay"
                    : "purchasing and no pay"
                )
                + " purpose";
        }

        if (InactiveDate is { } last && last < day)
        {
            return $"is inactive since {last}";
        }

        var assignments = Assignments.Where(assignment => assignment.BusinessUnit == businessUnit).ToList();
        return assignments.Any(assignment => !assignment.IsEndedOn(day)) ? null
            : assignments.Count == 0 ? "is not assigned to the business unit"
            : "has an assignment that ended";
    }
}
