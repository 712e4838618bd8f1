using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Reads one row as a rule, or names each cell that cannot be read.</summary>
internal sealed class RowReading
{
    /// <summary>What the column Organization says where the vendor's contract decides.</summary>
    public const string VendorUnit = "(business unit of the vendor's contract)";

    /// <summary>What the column Project says for a rule of the whole company.</summary>
    public const string WholeCompany = "*";

    private static readonly MapColumn[] CodeColumns =
    [
        MapColumn.TaskSegment,
        MapColumn.CostCode,
        MapColumn.CostType,
        MapColumn.SubJob,
        MapColumn.OtherSegments,
    ];

    private static readonly MapColumn[] DateColumns = [MapColumn.ValidFrom, MapColumn.ValidTo];

    private static readonly Dictionary<MapColumn, int> Lengths = new()
    {
        [MapColumn.TaskSegment] = WbsMappingRuleTable.TaskSegmentCodeLengthMax,
        [MapColumn.CostCode] = WbsMappingRuleTable.CostCodeLengthMax,
        [MapColumn.CostType] = WbsMappingRuleTable.CostTypeLengthMax,
        [MapColumn.SubJob] = WbsMappingRuleTable.SubJobLengthMax,
        [MapColumn.OtherSegments] = WbsMappingRuleTable.OtherSegmentsLengthMax,
        [MapColumn.OracleTask] = WbsMappingRuleTable.TaskNumberLengthMax,
        [MapColumn.ExpenditureType] = WbsMappingRuleTable.ExpenditureTypeLengthMax,
        [MapColumn.Organization] = WbsMappingRuleTable.ExpenditureOrganizationLengthMax,
        [MapColumn.Note] = WbsMappingRuleTable.NameLengthMax,
    };

    private readonly MapRow row;
    private readonly List<RowFault> faults;

    private RowReading(MapRow row, List<RowFault> faults)
    {
        this.row = row;
        this.faults = faults;
    }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="faults">Gets what cannot be read.</param>
    /// <returns>The rule; null where a cell cannot be read.</returns>
    public static RowRule? Of(MapRow row, List<RowFault> faults)
    {
        var before = faults.Count;
        var reading = new RowReading(row, faults);
        reading.Kinds();
        if (faults.Count > before)
        {
            return null;
        }

        var rule = reading.Rule();
        return faults.Count > before ? null : rule;
    }

    private void Kinds()
    {
        foreach (var (column, cell) in row.Cells)
        {
            if (Kind(column, cell.Kind) is { } message)
            {
                faults.Add(row.Fault(column, message));
            }
            else if (Lengths.TryGetValue(column, out var most) && cell.Text.Length > most)
            {
                faults.Add(row.Fault(column, $"The text has {cell.Text.Length} characters; at most {most} fit. Shorten it."));
            }
        }
    }

    private static string? Kind(MapColumn column, CellKind kind) =>
        kind switch
        {
            CellKind.Formula => "The cell has a formula. Copy the column and paste it as values.",
            CellKind.Other => "The cell has an error or a yes/no value. Enter a text.",
            CellKind.Number when CodeColumns.Contains(column) =>
                "The cell has a number, so zeros at its beginning may be lost. Format the column as text, and enter the code again.",
            CellKind.Date when !DateColumns.Contains(column) =>
                "Excel made a date of what was entered. Format the column as text, and enter the value again.",
            CellKind.Number when DateColumns.Contains(column) => "The cell has a number. Enter a date such as 2026-08-31.",
            _ => null,
        };

    private RowRule Rule()
    {
        var project = Plain(MapColumn.Project);
        if (project.Length == 0)
        {
            Add(MapColumn.Project, "The project is missing. Enter its Oracle number, or * for a rule of the whole company.");
        }

        var type = Plain(MapColumn.ExpenditureType);
        if (type.Length == 0)
        {
            Add(MapColumn.ExpenditureType, "The expenditure type is missing. Enter its name as in Oracle.");
        }

        var from = Day(MapColumn.ValidFrom);
        var to = Day(MapColumn.ValidTo);
        if (from is null && Plain(MapColumn.ValidFrom).Length == 0)
        {
            Add(MapColumn.ValidFrom, "The first day is missing. Enter a date such as 2026-08-31.");
        }

        if (from is { } first && to is { } last && last < first)
        {
            Add(MapColumn.ValidTo, $"The rule would end before it begins on {first}. Correct one of the dates.");
        }

        var task = Plain(MapColumn.OracleTask);
        return new RowRule(
            row,
            project == WholeCompany ? null : project,
            new WbsMappingRule
            {
                Key = $"of row {row.Number}",
                IsOfProject = project != WholeCompany,
                TaskSegment = Pattern(MapColumn.TaskSegment),
                CostCode = Pattern(MapColumn.CostCode),
                CostType = Pattern(MapColumn.CostType),
                SubJob = Pattern(MapColumn.SubJob),
                Others = Others(),
                TaskNumber = task.Length == 0 ? null : task,
                ExpenditureType = type,
                Organization = Organization(),
                ValidFrom = from,
                ValidTo = to,
            },
            Plain(MapColumn.Note)
        );
    }

    private string Plain(MapColumn column) => row.Text(column).Trim();

    private void Add(MapColumn column, string message) => faults.Add(row.Fault(column, message));

    private CalendarDate? Day(MapColumn column)
    {
        var text = Plain(column);
        if (text.Length == 0 || CalendarDate.TryParse(text, out var day))
        {
            return text.Length == 0 ? null : CalendarDate.Parse(text);
        }

        Add(column, "This is not a date. Enter a date such as 2026-08-31.");
        return null;
    }

    private CodePattern Pattern(MapColumn column)
    {
        var text = row.Text(column);
        if (Unusable(text) is not { } message)
        {
            return CodePattern.Parse(text);
        }

        Add(column, message);
        return CodePattern.Any;
    }

    private IReadOnlyDictionary<string, CodePattern> Others()
    {
        var segments = SegmentText.Read(row.Text(MapColumn.OtherSegments));
        if (segments is null)
        {
            Add(MapColumn.OtherSegments, "The segments cannot be read. Write each segment once, such as Area=N-1*|Phase=2.");
            return new Dictionary<string, CodePattern>(StringComparer.Ordinal);
        }

        foreach (var message in segments.Select(segment => Unusable(segment.Value)).OfType<string>().Take(1))
        {
            Add(MapColumn.OtherSegments, message);
            return new Dictionary<string, CodePattern>(StringComparer.Ordinal);
        }

        return segments.ToDictionary(segment => segment.Key, segment => CodePattern.Parse(segment.Value), StringComparer.Ordinal);
    }

    private static string? Unusable(string text) =>
        text.Trim().Length != text.Length ? "The code begins or ends with a space. Remove it; codes are compared with each character."
        : text.Any(char.IsControl) ? "The code has a line break or a tab. Enter one code."
        : text.IndexOf('*') is var star && star >= 0 && star < text.Length - 1
            ? "A star may only be at the end. Enter a code, the beginning of codes with a star such as 03-2*, or * for any."
        : null;

    private OrganizationRule Organization()
    {
        var text = Plain(MapColumn.Organization);
        return text.Length == 0 ? OrganizationRule.Project
            : string.Equals(text, VendorUnit, StringComparison.OrdinalIgnoreCase) ? OrganizationRule.VendorUnit
            : OrganizationRule.Fixed(text);
    }
}
