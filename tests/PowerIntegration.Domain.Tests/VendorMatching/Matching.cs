using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.VendorMatching;

namespace PowerIntegration.Domain.Tests.VendorMatching;

/// <summary>A vendor and suppliers of one company, with changes, and what matching says about them.</summary>
internal static class Matching
{
    public const string Unit = "US East BU";

    public static readonly CalendarDate Day = new(2026, 9, 30);

    public static readonly PartyAddress Tampa = new()
    {
        Street = "12 Mill Rd",
        PostalCode = "33601",
        Country = "US",
    };

    public static readonly PartyAddress Boston = new()
    {
        Street = "900 Harbor St",
        PostalCode = "02110",
        Country = "US",
    };

    public static VendorRecord Vendor(
        string name = "Delta Steel LLC",
        string tax = "",
        string number = "",
        string stored = "",
        string key = "V1",
        TaxIdKind kind = TaxIdKind.None,
        string parent = "",
        string legal = "",
        PartyAddress? at = null
    ) =>
        new()
        {
            Key = key,
            Name = name,
            LegalName = legal,
            TaxId = tax,
            TaxIdKind = kind,
            OriginCode = number,
            StoredSupplier = stored,
            Parent = parent,
            Address = at ?? Tampa,
        };

    public static SupplierRecord Supplier(
        string key = "S1",
        string name = "Delta Steel LLC",
        string tax = "",
        string? number = null,
        string mergedInto = "",
        CalendarDate? inactive = null,
        bool isProspective = false,
        string alternate = "",
        PartyAddress? at = null
    ) =>
        new()
        {
            Key = key,
            Number = number ?? "N-" + key,
            Name = name,
            AlternateName = alternate,
            TaxId = tax,
            MergedInto = mergedInto,
            InactiveDate = inactive,
            IsProspective = isProspective,
            Address = at ?? Tampa,
        };

    public static SupplierSite Site(string key = "T1", string supplier = "S1", params SiteAssignment[] assignments) =>
        new()
        {
            Key = key,
            Supplier = supplier,
            Name = "SITE " + key,
            ProcurementUnit = Unit,
            IsPurchasing = true,
            IsPay = true,
            Assignments = assignments.Length > 0 ? assignments : [new SiteAssignment(Unit, null)],
        };

    public static VendorMatch Of(VendorRecord vendor, params SupplierRecord[] suppliers) => All([vendor], suppliers).Single();

    public static IReadOnlyList<VendorMatch> All(
        IReadOnlyCollection<VendorRecord> vendors,
        IReadOnlyCollection<SupplierRecord> suppliers,
        IEnumerable<SupplierSite>? sites = null,
        CalendarDate? day = null
    ) =>
        new VendorMatcher(
            new SupplierDirectory(suppliers, sites ?? suppliers.Select(supplier => Site("T-" + supplier.Key, supplier.Key)), day ?? Day),
            vendors
        ).Match();

    /// <summary>State, supplier or proposals, and issues, such as <c>Linked S1: MergedSupplier</c>.</summary>
    public static string Short(this VendorMatch match)
    {
        var who = match.Supplier?.Key ?? string.Join(" ", match.Proposals.Select(proposal => proposal.Supplier.Key));
        return $"{match.State} {who}: {string.Join(" ", match.Notes.Select(note => note.Issue))}".Replace(" :", ":").TrimEnd(':', ' ');
    }
}
