using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>The suppliers of Oracle with their sites, found by ID, tax ID, number and name.</summary>
public sealed class SupplierDirectory
{
    private readonly Dictionary<string, SupplierRecord> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MergeEnd> ends = new(StringComparer.Ordinal);
    private readonly ILookup<string, SupplierRecord> byTaxKey;
    private readonly ILookup<string, SupplierRecord> byNumber;
    private readonly ILookup<string, SupplierSite> sites;

    /// <summary>Arranges the suppliers.</summary>
    /// <param name="suppliers">The suppliers; each ID once.</param>
    /// <param name="sites">Their sites.</param>
    /// <param name="day">The day on which they are looked at.</param>
    public SupplierDirectory(IReadOnlyCollection<SupplierRecord> suppliers, IEnumerable<SupplierSite> sites, CalendarDate day)
    {
        Day = day;
        foreach (var supplier in suppliers)
        {
            byKey.Add(supplier.Key, supplier);
        }

        byTaxKey = suppliers
            .Where(supplier => supplier.Tax.Number is not null)
            .ToLookup(supplier => supplier.Tax.Number!.Key, StringComparer.Ordinal);
        byNumber = suppliers.Where(supplier => NumberKey(supplier.Number).Length > 0).ToLookup(supplier => NumberKey(supplier.Number));
        this.sites = sites.ToLookup(site => site.Supplier, StringComparer.Ordinal);
        Names = new SupplierNames(suppliers);
    }

    /// <summary>The day on which they are looked at.</summary>
    public CalendarDate Day { get; }

    /// <summary>The suppliers by name.</summary>
    internal SupplierNames Names { get; }

    /// <summary>The supplier with an ID; null where there is none.</summary>
    internal SupplierRecord? this[string key] => byKey.TryGetValue(key, out var supplier) ? supplier : null;

    /// <summary>Its sites.</summary>
    internal IReadOnlyList<SupplierSite> SitesOf(SupplierRecord supplier) => [.. sites[supplier.Key]];

    /// <summary>Suppliers with the tax ID.</summary>
    internal IEnumerable<SupplierRecord> WithTax(TaxNumber number) => byTaxKey[number.Key].Where(supplier => supplier.Tax.Number!.IsSame(number));

    /// <summary>Suppliers whose tax ID is a slip away.</summary>
    internal IEnumerable<SupplierRecord> NearTax(TaxNumber number) => number.SlipKeys().SelectMany(key => byTaxKey[key]);

    /// <summary>Suppliers with the number. Case and spaces around it make no difference; zeros at the beginning do.</summary>
    internal IEnumerable<SupplierRecord> WithNumber(string number) => NumberKey(number) is { Length: > 0 } key ? byNumber[key] : [];

    /// <summary>The supplier that is meant today.</summary>
    internal MergeEnd Follow(SupplierRecord supplier)
    {
        if (!ends.TryGetValue(supplier.Key, out var end))
        {
            ends[supplier.Key] = end = Find(supplier);
        }

        return end;
    }

    private static string NumberKey(string number) => number.Trim().ToUpperInvariant();

    private MergeEnd Find(SupplierRecord supplier)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        var current = supplier;
        while (current.MergedInto.Length > 0)
        {
            if (!passed.Add(current.Key))
            {
                return new MergeEnd(supplier, null, $"Supplier {supplier.Label} was merged, and the merges lead back to {current.Label}.");
            }

            if (this[current.MergedInto] is not { } next)
            {
                var missing = $"Supplier {current.Label} was merged into supplier {current.MergedInto}, which is not among the suppliers of Oracle.";
                return new MergeEnd(supplier, null, missing);
            }

            current = next;
        }

        return new MergeEnd(supplier, current, current == supplier ? "" : $"Supplier {supplier.Label} was merged into {current.Label}.");
    }
}
