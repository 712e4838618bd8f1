namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Which vendors have one tax ID.</summary>
internal sealed class VendorTaxIds
{
    // Branches and brands of one company begin with one word; four companies that begin differently did not get one tax ID.
    private const int BeginningsMax = 3;

    private readonly ILookup<string, VendorRecord> byTax;
    private readonly Dictionary<string, VendorRecord> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> unlike;

    public VendorTaxIds(IReadOnlyCollection<VendorRecord> vendors)
    {
        foreach (var vendor in vendors)
        {
            byKey.Add(vendor.Key, vendor);
        }

        byTax = vendors.Where(vendor => vendor.Tax.Number is not null).ToLookup(vendor => vendor.Tax.Number!.Key, StringComparer.Ordinal);
        unlike = new HashSet<string>(byTax.Where(group => Beginnings(group) > BeginningsMax).Select(group => group.Key), StringComparer.Ordinal);
    }

    /// <summary>The vendors with the tax ID.</summary>
    public IEnumerable<VendorRecord> With(TaxNumber number) => byTax[number.Key];

    /// <summary>True where vendors with unlike names have it.</summary>
    public bool IsOfUnlike(TaxNumber number) => unlike.Contains(number.Key);

    /// <summary>The parent vendor, if it has the tax ID of the vendor; else null.</summary>
    public VendorRecord? ParentWithSameTaxId(VendorRecord vendor) =>
        vendor.Tax.Number is { } number && byKey.TryGetValue(vendor.Parent, out var parent) && parent.Tax.Number?.IsSame(number) == true
            ? parent
            : null;

    private static int Beginnings(IEnumerable<VendorRecord> vendors) =>
        vendors
            .Where(vendor => vendor.Names.Count > 0)
            .Select(vendor => vendor.Names[0].Words.Count > 0 ? vendor.Names[0].Words[0] : "")
            .Distinct(StringComparer.Ordinal)
            .Count();
}
