namespace PowerIntegration.Tool.VendorMatching;

/// <summary>Names and columns of the files of vendor matching; README.md describes them.</summary>
internal static class MatchFile
{
    public const string About = "about";
    public const string Vendors = "vendors";
    public const string Suppliers = "suppliers";
    public const string Sites = "supplier_sites";
    public const string Assignments = "site_assignments";

    public const string Links = "links";
    public const string Findings = "findings";

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        [About] = "name value",
        [Vendors] = "vendor name legal_name tax_id tax_id_type origin_code stored_supplier parent address zip country",
        [Suppliers] = "supplier number name alternate_name tax_id tax_country relationship merged_into inactive_date address zip country",
        [Sites] = "site supplier name procurement_bu address zip country purchasing pay inactive_date",
        [Assignments] = "site business_unit inactive_date",
        [Links] = "vendor supplier site business_unit how reason",
        [Findings] = "vendor state finding sentence",
    };

    /// <summary>The columns that a file needs or gets.</summary>
    public static IReadOnlyList<string> ColumnsOf(string name) => Columns[name].Split(' ');

    /// <summary>The place of a file.</summary>
    public static string PathOf(DirectoryInfo folder, string name) => Path.Combine(folder.FullName, name + ".csv");
}
