namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Finds suppliers by name. However many have one name or one place, a search looks at some hundred.</summary>
internal sealed class SupplierNames
{
    // A name or a word at one place that more suppliers have tells nothing.
    private const int CandidatesMax = 200;

    private const int BeginningLength = 3;

    private readonly ILookup<string, SupplierRecord> byName;
    private readonly ILookup<string, SupplierRecord> byNameAndPlace;
    private readonly ILookup<string, SupplierRecord> byWordAndPlace;

    public SupplierNames(IReadOnlyCollection<SupplierRecord> suppliers)
    {
        byName = Arrange(suppliers, supplier => supplier.Names.SelectMany(Keys));
        var placed = suppliers.Where(supplier => supplier.Address.PostalKey.Length > 0).ToList();
        byNameAndPlace = Arrange(placed, supplier => supplier.Names.SelectMany(Keys).Select(key => At(key, supplier.Address)));
        byWordAndPlace = Arrange(placed, supplier => supplier.Names.SelectMany(Parts).Select(part => At(part, supplier.Address)));
    }

    /// <summary>Suppliers that have a name of the vendor, those with its postal code first.</summary>
    public IEnumerable<SupplierRecord> Same(VendorRecord vendor) =>
        vendor
            .Names.SelectMany(Keys)
            .SelectMany(key => byNameAndPlace[At(key, vendor.Address)].Take(CandidatesMax))
            .Concat(vendor.Names.SelectMany(Keys).SelectMany(key => byName[key].Take(CandidatesMax)))
            .Distinct();

    /// <summary>Suppliers with the postal code of the vendor and a word or a beginning of its name.</summary>
    public IEnumerable<SupplierRecord> Near(VendorRecord vendor) =>
        vendor
            .Names.SelectMany(Parts)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(part => byWordAndPlace[At(part, vendor.Address)].Take(CandidatesMax))
            .Distinct();

    // A short form may be the long form of another word, so both kinds of key are kept apart.
    private static IEnumerable<string> Keys(CompanyName name) => name.LooseKey.Length > 0 ? [name.Key, "~" + name.LooseKey] : [name.Key];

    private static IEnumerable<string> Parts(CompanyName name) =>
        name.Words.Concat(name.LooseKey.Length < BeginningLength ? [] : Ends(name.LooseKey)).Distinct(StringComparer.Ordinal);

    private static string[] Ends(string key) =>
        ["^" + key.Substring(0, BeginningLength), "$" + key.Substring(key.Length - BeginningLength, BeginningLength)];

    private static string At(string key, PartyAddress address) => key + "\n" + address.PostalKey;

    private static ILookup<string, SupplierRecord> Arrange(IEnumerable<SupplierRecord> suppliers, Func<SupplierRecord, IEnumerable<string>> keys) =>
        suppliers
            .SelectMany(supplier => keys(supplier).Distinct(StringComparer.Ordinal).Select(key => new Entry(key, supplier)))
            .ToLookup(entry => entry.Key, entry => entry.Supplier, StringComparer.Ordinal);

    private sealed record Entry(string Key, SupplierRecord Supplier);
}
