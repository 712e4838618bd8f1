using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Rows of the files as the rules of the product read them.</summary>
internal static class FileRows
{
    private static readonly IReadOnlyDictionary<string, string> NoPairs = new Dictionary<string, string>(StringComparer.Ordinal);
    private static readonly IReadOnlyDictionary<string, CodePattern> NoPatterns = new Dictionary<string, CodePattern>(StringComparer.Ordinal);

    private const string Exact = "exact:";
    private const string Prefix = "prefix:";
    private const string Fixed = "fixed:";

    /// <summary>The values of custom segments, such as <c>area=N-1|task=3.2</c>.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(CsvRow row, string column)
    {
        if (row.Text(column).Length == 0)
        {
            return NoPairs;
        }

        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in row.Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('=', StringComparison.Ordinal);
            if (end <= 0 || !pairs.TryAdd(part[..end], part[(end + 1)..]))
            {
                throw row.Mistake(column, row.Text(column), "each segment once, such as area=N-1|task=3.2");
            }
        }

        return pairs;
    }

    /// <summary>The segment values of a code.</summary>
    /// <param name="row">A row with them.</param>
    /// <param name="taskSegment">The segment that carries the task; null where none does.</param>
    public static SegmentCodes Codes(CsvRow row, string? taskSegment)
    {
        var custom = row.Text("custom").Length == 0 ? null : Pairs(row, "custom");
        return new SegmentCodes(
            taskSegment is not null && custom?.TryGetValue(taskSegment, out var task) == true ? task : null,
            row.Optional("cost_code"),
            row.Optional("cost_type")
        )
        {
            SubJob = row.Optional("sub_job"),
            Others = custom is null
                ? CustomSegments.None
                : CustomSegments.Of(custom.Where(pair => !string.Equals(pair.Key, taskSegment, StringComparison.Ordinal))),
        };
    }

    /// <summary>An active rule; custom segments are all among its others.</summary>
    public static WbsMappingRule Rule(CsvRow row) =>
        new()
        {
            Key = row.Required("rule"),
            IsOfProject = row.Text("scope") == "project",
            CostCode = Pattern(row, "cost_code", row.Text("cost_code")),
            CostType = Pattern(row, "cost_type", row.Text("cost_type")),
            SubJob = Pattern(row, "sub_job", row.Text("sub_job")),
            Others = Patterns(row, Pairs(row, "custom")),
            TaskNumber = row.Optional("task"),
            ExpenditureType = row.Text("expenditure_type"),
            Organization = Organization(row),
            ValidFrom = row.Date("from"),
            ValidTo = row.Date("to"),
        };

    /// <summary>The rule with the pattern of the task segment where it belongs.</summary>
    public static WbsMappingRule For(WbsMappingRule rule, string? taskSegment) =>
        taskSegment is not null && rule.Others.TryGetValue(taskSegment, out var pattern)
            ? rule with
            {
                TaskSegment = pattern,
                Others = rule.Others.Where(segment => segment.Key != taskSegment).ToDictionary(StringComparer.Ordinal),
            }
            : rule;

    /// <summary>A task.</summary>
    public static ProjectTask Task(CsvRow row) =>
        new()
        {
            TaskNumber = row.Required("task"),
            Name = row.Text("name"),
            Parent = row.Optional("parent"),
            IsLowestLevel = row.Flag("leaf"),
            IsChargeable = row.Flag("chargeable"),
            Start = row.Date("start"),
            Finish = row.Date("finish"),
            ChangedOn = row.Date("changed_on"),
        };

    /// <summary>A transaction control.</summary>
    public static TransactionControl Control(CsvRow row) =>
        new(row.Optional("task"), row.Optional("expenditure_type"), row.Date("from"), row.Date("to"));

    /// <summary>An expenditure type.</summary>
    public static OracleExpenditureType Type(CsvRow row) =>
        new()
        {
            Name = row.Required("expenditure_type"),
            Classes = row.Text("classes").Split(';', StringSplitOptions.RemoveEmptyEntries),
            IsActive = row.Flag("active"),
            Start = row.Date("start"),
            Finish = row.Date("finish"),
        };

    /// <summary>An organization.</summary>
    public static OracleOrganization OrganizationRow(CsvRow row) =>
        new()
        {
            Name = row.Required("organization"),
            BusinessUnit = row.Text("business_unit"),
            OwnsExpenditures = row.Flag("owns_expenditures"),
            IsUnitDefault = row.Flag("unit_default"),
            Start = row.Date("start"),
            Finish = row.Date("finish"),
        };

    private static IReadOnlyDictionary<string, CodePattern> Patterns(CsvRow row, IReadOnlyDictionary<string, string> pairs) =>
        pairs.Count == 0 ? NoPatterns : pairs.ToDictionary(pair => pair.Key, pair => Pattern(row, "custom", pair.Value), StringComparer.Ordinal);

    private static CodePattern Pattern(CsvRow row, string column, string text) =>
        text.Length == 0 || text == "any" ? CodePattern.Any
        : text.StartsWith(Exact, StringComparison.Ordinal) && text.Length > Exact.Length ? CodePattern.Exact(text[Exact.Length..])
        : text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > Prefix.Length ? CodePattern.StartingWith(text[Prefix.Length..])
        : throw row.Mistake(column, text, "exact:03-200, prefix:03-2 or any");

    private static OrganizationRule Organization(CsvRow row)
    {
        var text = row.Text("organization_rule");
        return text == "project" ? OrganizationRule.Project
            : text == "vendor-unit" ? OrganizationRule.VendorUnit
            : text.StartsWith(Fixed, StringComparison.Ordinal) && text.Length > Fixed.Length ? OrganizationRule.Fixed(text[Fixed.Length..])
            : throw row.Mistake("organization_rule", text, "project, vendor-unit or fixed: with the name of an organization");
    }
}
