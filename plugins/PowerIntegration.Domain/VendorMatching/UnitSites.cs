using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Chooses the site of a supplier for each business unit that has one.</summary>
internal static class UnitSites
{
    private const int NamedMax = 3;

    /// <summary>One entry for each business unit that owns a site of the supplier or is assigned to one, by name.</summary>
    public static IReadOnlyList<UnitSite> Of(IReadOnlyList<SupplierSite> sites, PartyAddress vendor, CalendarDate day)
    {
        // A unit that only buys for others owns sites and is assigned to none of them.
        var units = sites
            .SelectMany(site => site.Assignments.Count == 0 ? [site.ProcurementUnit] : site.Assignments.Select(assignment => assignment.BusinessUnit))
            .Where(unit => unit.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(unit => unit, StringComparer.Ordinal);
        return [.. units.Select(unit => For(unit, sites, vendor, day))];
    }

    private static UnitSite For(string unit, IReadOnlyList<SupplierSite> sites, PartyAddress vendor, CalendarDate day)
    {
        var usable = sites.Where(site => site.FaultFor(unit, day) is null).ToList();
        return usable.Count switch
        {
            0 => new UnitSite(unit, null, None(unit, sites, day)),
            1 => new UnitSite(unit, usable[0], $"Site {usable[0].Name} is the only one that {unit} can use."),
            _ => Several(unit, usable, vendor),
        };
    }

    private static UnitSite Several(string unit, IReadOnlyList<SupplierSite> usable, PartyAddress vendor)
    {
        var there = usable.Where(site => site.Address.IsSamePlace(vendor)).ToList();
        return there.Count == 1
            ? new UnitSite(unit, there[0], $"Site {there[0].Name} is the only one that {unit} can use with the vendor's address.")
            : new UnitSite(unit, null, $"{unit} can use {Names(usable.Select(site => site.Name).ToList())}. Choose a site.");
    }

    private static string None(string unit, IReadOnlyList<SupplierSite> sites, CalendarDate day)
    {
        // Sites of other units say nothing about this one.
        var own = sites.Where(site => site.ProcurementUnit == unit || site.Assignments.Any(assignment => assignment.BusinessUnit == unit));
        var faults = own.Select(site => $"Site {site.Name} {site.FaultFor(unit, day)}").ToList();
        var more = faults.Count > NamedMax ? Sentence.Of($" {faults.Count - NamedMax} more cannot be used.") : "";
        return $"{unit} has no site with purchasing and pay purpose and an active assignment. {string.Join(". ", faults.Take(NamedMax))}.{more}";
    }

    private static string Names(IReadOnlyList<string> names) =>
        names.Count > NamedMax
            ? Sentence.Of($"{names.Count} sites, among them {string.Join(", ", names.Take(NamedMax))}")
            : "the sites " + string.Join(" and ", names);
}
