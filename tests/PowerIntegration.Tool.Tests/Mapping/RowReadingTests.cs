using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Workbooks;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>A cell that cannot be read is named with its value and what to do.</summary>
public sealed class RowReadingTests
{
    [Theory]
    [InlineData("Project", "", "A17: The project is missing.")]
    [InlineData("TaskSegment", "*.2", "B17: '*.2'. A star may only be at the end.")]
    [InlineData("CostCode", "03**", "C17: '03**'. A star may only be at the end.")]
    [InlineData("CostCode", "03-200 ", "C17: '03-200 '. The code begins or ends with a space.")]
    [InlineData("CostCode", "03\n04", "C17: '03\n04'. The code has a line break")]
    [InlineData("OtherSegments", "Area", "F17: 'Area'. The segments cannot be read.")]
    [InlineData("OtherSegments", "Area=1|Area=2", "F17: 'Area=1|Area=2'. The segments cannot be read.")]
    [InlineData("OtherSegments", "Area=N*1", "F17: 'Area=N*1'. A star may only be at the end.")]
    [InlineData("ExpenditureType", "", "H17: The expenditure type is missing.")]
    [InlineData("ValidFrom", "", "J17: The first day is missing.")]
    [InlineData("ValidFrom", "31.8.2026", "J17: '31.8.2026'. This is not a date.")]
    [InlineData("ValidTo", "2025-12-31", "K17: '2025-12-31'. The rule would end before it begins on 2026-01-01.")]
    public void A_text_that_means_nothing(string column, string value, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Faults(Enum.Parse<MapColumn>(column), CellKind.Text, value)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("CostCode", "Number", "3200", "The cell has a number, so zeros at its beginning may be lost.")]
    [InlineData("CostCode", "Date", "2026-03-02", "Excel made a date of what was entered.")]
    [InlineData("OracleTask", "Date", "2026-03-02", "Excel made a date of what was entered.")]
    [InlineData("CostCode", "Formula", "=A1", "The cell has a formula.")]
    [InlineData("Note", "Formula", "=A1", "The cell has a formula.")]
    [InlineData("CostType", "Other", "#REF!", "The cell has an error")]
    [InlineData("ValidFrom", "Number", "46000", "The cell has a number. Enter a date")]
    public void A_cell_of_another_kind(string column, string kind, string value, string message) =>
        Assert.StartsWith(
            message,
            Assert.Single(Faults(Enum.Parse<MapColumn>(column), Enum.Parse<CellKind>(kind), value)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_text_that_does_not_fit_its_column()
    {
        Assert.Contains(
            "101 characters; at most 100",
            Faults(MapColumn.CostCode, CellKind.Text, new string('x', 101))[0].Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Faults(MapColumn.CostCode, CellKind.Text, new string('x', 100)));
    }

    [Fact]
    public void A_row_becomes_the_rule_that_it_says()
    {
        var row = RowReading.Of(
            AnEnvironment.Row(
                5,
                "*",
                "N.*",
                "03-2*",
                "",
                "SJ1",
                "Area=1*|Phase=*",
                "0784",
                "Subcontract",
                "Org B",
                "2026-01-01",
                "2026-12-31",
                " Concrete "
            ),
            []
        )!;
        Assert.Equal((null, false, "Concrete"), (row.Project, row.Rule.IsOfProject, row.Note));
        Assert.Equal(
            "N.* 03-2* * SJ1 Area=1*",
            $"{row.Rule.TaskSegment} {row.Rule.CostCode} {row.Rule.CostType} {row.Rule.SubJob} {RuleCodes.Others(row.Rule)}"
        );
        Assert.Equal(
            "0784 Subcontract Org B 2026-01-01 2026-12-31",
            $"{row.Rule.TaskNumber} {row.Rule.ExpenditureType} {row.Rule.Organization.FixedName} {row.Rule.ValidFrom} {row.Rule.ValidTo}"
        );
    }

    [Theory]
    [InlineData("", false, null)]
    [InlineData("Org B", false, "Org B")]
    [InlineData("(Business unit of the vendor's contract)", true, null)]
    public void An_organization_is_of_the_project_of_the_vendor_or_named(string text, bool isVendor, string? name)
    {
        var rule = RowReading.Of(AnEnvironment.Row(2, AnEnvironment.But(MapColumn.Organization, text)), [])!.Rule;
        Assert.Equal((isVendor, name), (rule.Organization.IsVendorUnit, rule.Organization.FixedName));
        Assert.Equal(text.Length == 0, rule.Organization == OrganizationRule.Project);
    }

    [Fact]
    public void A_day_may_be_a_date_cell_and_a_task_a_number()
    {
        var row = AnEnvironment.Row(2, AnEnvironment.Sound);
        var cells = new Dictionary<MapColumn, SheetCell>(row.Cells)
        {
            [MapColumn.ValidFrom] = new(2, 10, CellKind.Date, "2026-03-02"),
            [MapColumn.OracleTask] = new(2, 7, CellKind.Number, "2600"),
        };
        var rule = RowReading.Of(row with { Cells = cells }, [])!.Rule;
        Assert.Equal("2026-03-02 2600", $"{rule.ValidFrom} {rule.TaskNumber}");
    }

    private static List<RowFault> Faults(MapColumn column, CellKind kind, string value)
    {
        var row = AnEnvironment.Row(17, AnEnvironment.But(column, value));
        var cells = new Dictionary<MapColumn, SheetCell>(row.Cells);
        if (value.Length > 0)
        {
            cells[column] = cells[column] with { Kind = kind };
        }

        var faults = new List<RowFault>();
        var rule = RowReading.Of(row with { Cells = cells }, faults);
        Assert.Equal(faults.Count == 0, rule is not null);
        return faults;
    }
}
