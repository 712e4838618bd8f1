using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.VendorMatching;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.VendorMatching;

/// <summary>Vendors, suppliers and sites of the files.</summary>
internal sealed class FiledVendors
{
    private readonly DirectoryInfo folder;

    private FiledVendors(DirectoryInfo folder) => this.folder = folder;

    /// <summary>The vendors of Procore, in the order of the file.</summary>
    public IReadOnlyList<VendorRecord> Vendors { get; private set; } = [];

    /// <summary>The suppliers of Oracle.</summary>
    public IReadOnlyList<SupplierRecord> Suppliers { get; private set; } = [];

    /// <summary>Their sites.</summary>
    public IReadOnlyList<SupplierSite> Sites { get; private set; } = [];

    /// <summary>The day of the run.</summary>
    public CalendarDate Day { get; private set; }

    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidDataException">A file has a mistake; the message names file, row, column and value.</exception>
    public static FiledVendors Read(DirectoryInfo folder)
    {
        var files = new FiledVendors(folder);
        files.Day = files.ReadDay();
        files.Vendors = [.. files.Once(MatchFile.Vendors, "vendor", Vendor)];
        files.Suppliers = [.. files.Once(MatchFile.Suppliers, "supplier", Supplier)];
        files.Sites = files.ReadSites();
        return files;
    }

    private CalendarDate ReadDay()
    {
        CalendarDate? day = null;
        foreach (var row in RowsOf(MatchFile.About))
        {
            if (row.Text("name") == "as_of")
            {
                day = day is null ? row.DateOf("value", row.Text("value")) : throw row.Mistake("name", "as_of", "as_of once");
            }
        }

        return day
            ?? throw new InvalidDataException($"{MatchFile.About}.csv has no row as_of. Add one with the date of the run, such as 2026-08-31.");
    }

    private List<SupplierSite> ReadSites()
    {
        var suppliers = Suppliers.Select(supplier => supplier.Key).ToHashSet(StringComparer.Ordinal);
        var sites = Once(MatchFile.Sites, "site", row => Site(row, suppliers)).ToList();
        var known = sites.Select(site => site.Key).ToHashSet(StringComparer.Ordinal);
        var assignments = RowsOf(MatchFile.Assignments)
            .Select(row =>
                known.Contains(row.Text("site"))
                    ? (Site: row.Text("site"), Value: new SiteAssignment(row.Required("business_unit"), row.Date("inactive_date")))
                    : throw row.Mistake("site", row.Text("site"), $"a site that {MatchFile.Sites}.csv lists")
            )
            .ToLookup(row => row.Site, row => row.Value, StringComparer.Ordinal);
        return [.. sites.Select(site => site with { Assignments = [.. assignments[site.Key]] })];
    }

    private IEnumerable<T> Once<T>(string name, string column, Func<CsvRow, T> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return RowsOf(name).Select(row => seen.Add(row.Required(column)) ? read(row) : throw row.Mistake(column, row.Text(column), "each one once"));
    }

    private IEnumerable<CsvRow> RowsOf(string name) => CsvFile.Rows(MatchFile.PathOf(folder, name), MatchFile.ColumnsOf(name));

    private static VendorRecord Vendor(CsvRow row) =>
        new()
        {
            Key = row.Required("vendor"),
            Name = row.Text("name"),
            LegalName = row.Text("legal_name"),
            TaxId = row.Text("tax_id"),
            TaxIdKind = row.Text("tax_id_type").ToLowerInvariant() switch
            {
                "" => TaxIdKind.None,
                "ein" => TaxIdKind.Ein,
                "abn" => TaxIdKind.Abn,
                "other" => TaxIdKind.Other,
                _ => throw row.Mistake("tax_id_type", row.Text("tax_id_type"), "ein, abn, other or nothing"),
            },
            OriginCode = row.Text("origin_code"),
            StoredSupplier = row.Text("stored_supplier"),
            Parent = row.Text("parent"),
            Address = Address(row),
        };

    private static SupplierRecord Supplier(CsvRow row) =>
        new()
        {
            Key = row.Required("supplier"),
            Number = row.Required("number"),
            Name = row.Text("name"),
            AlternateName = row.Text("alternate_name"),
            TaxId = row.Text("tax_id"),
            TaxCountry = row.Text("tax_country"),
            IsProspective = row.Text("relationship") switch
            {
                "SPEND_AUTHORIZED" => false,
                "PROSPECTIVE" => true,
                var other => throw row.Mistake("relationship", other, "SPEND_AUTHORIZED or PROSPECTIVE"),
            },
            MergedInto = row.Text("merged_into"),
            InactiveDate = row.Date("inactive_date"),
            Address = Address(row),
        };

    private static SupplierSite Site(CsvRow row, HashSet<string> suppliers) =>
        new()
        {
            Key = row.Text("site"),
            Supplier = suppliers.Contains(row.Text("supplier"))
                ? row.Text("supplier")
                : throw row.Mistake("supplier", row.Text("supplier"), $"a supplier that {MatchFile.Suppliers}.csv lists"),
            Name = row.Text("name"),
            ProcurementUnit = row.Text("procurement_bu"),
            IsPurchasing = IsYes(row, "purchasing"),
            IsPay = IsYes(row, "pay"),
            InactiveDate = row.Date("inactive_date"),
            Address = Address(row),
        };

    private static PartyAddress Address(CsvRow row) =>
        new()
        {
            Street = row.Text("address"),
            PostalCode = row.Text("zip"),
            Country = row.Text("country"),
        };

    private static bool IsYes(CsvRow row, string column) =>
        row.Text(column) switch
        {
            "Y" => true,
            "N" => false,
            var other => throw row.Mistake(column, other, "Y or N"),
        };
}
