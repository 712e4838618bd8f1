namespace PowerIntegration.Tool.Coverage;

/// <summary>Names and columns of the files of a coverage proof; README.md describes them.</summary>
internal static class StructureFile
{
    public const string Projects = "projects";
    public const string SegmentItems = "segment_items";
    public const string Codes = "wbs_codes";
    public const string Tasks = "oracle_tasks";
    public const string Types = "expenditure_types";
    public const string Organizations = "organizations";
    public const string Controls = "transaction_controls";
    public const string Rules = "mapping_rules";
    public const string Lines = "cost_lines";

    public const string CoverageResult = "coverage";
    public const string SuggestionResult = "suggestions";
    public const string LineResult = "lines";

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        [Projects] = "project task_source task_segment business_unit organization cross_charge",
        [SegmentItems] = "project segment path name",
        [Codes] = "project code cost_code cost_type sub_job custom needed_class vendor_unit po_task open_work",
        [Tasks] = "project task name parent leaf chargeable start finish changed_on",
        [Types] = "expenditure_type classes active start finish",
        [Organizations] = "organization business_unit owns_expenditures unit_default start finish",
        [Controls] = "project task expenditure_type from to",
        [Rules] = "rule scope project status cost_code cost_type sub_job custom from to task expenditure_type organization_rule",
        [Lines] = "line project code date",
        [CoverageResult] = "project code date state reason task type organization rule money_at_risk until",
        [SuggestionResult] = "project code rank task reason",
        [LineResult] = "line outcome reason task type organization rule",
    };

    /// <summary>The columns that a file needs or gets.</summary>
    public static IReadOnlyList<string> ColumnsOf(string name) => Columns[name].Split(' ');

    /// <summary>The place of a file.</summary>
    public static string PathOf(DirectoryInfo folder, string name) => Path.Combine(folder.FullName, name + ".csv");
}
