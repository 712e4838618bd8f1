namespace PowerIntegration.Domain.VendorMatching;

/// <summary>How names and addresses of a vendor and a supplier relate. It links nothing; it can keep an ID from linking.</summary>
internal static class Relation
{
    /// <summary>True where a name is the same.</summary>
    public static bool HasSameName(VendorRecord vendor, SupplierRecord supplier) =>
        vendor.Names.Any(name => supplier.Names.Any(other => name.Key == other.Key || (name.LooseKey.Length > 0 && name.LooseKey == other.LooseKey)));

    /// <summary>The likeness of the two names that are most alike, in percent.</summary>
    public static int Likeness(VendorRecord vendor, SupplierRecord supplier) =>
        vendor.Names.SelectMany(name => supplier.Names.Select(name.Likeness)).DefaultIfEmpty(0).Max();

    /// <summary>True where name or address speak for the two being one.</summary>
    public static bool IsPlausible(VendorRecord vendor, SupplierRecord supplier) =>
        vendor.Address.IsSameBuilding(supplier.Address) || IsNameRelated(vendor, supplier);

    /// <summary>True where the names may be two names of one company.</summary>
    public static bool IsNameRelated(VendorRecord vendor, SupplierRecord supplier) =>
        HasSameName(vendor, supplier) || vendor.Names.Any(name => supplier.Names.Any(name.IsRelated));
}
