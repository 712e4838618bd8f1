using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Workbooks;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>A sheet that is not as it should be is named by its cells, before a row is read.</summary>
public sealed class MapSheetTests
{
    private static readonly string[] Sound = [.. MapSheet.Headings];

    [Fact]
    public void Headings_may_come_in_any_order_and_case_and_those_that_may_be_empty_may_be_left_out()
    {
        var faults = new List<RowFault>();
        var headings = Sound.Where(name => name is not ("Sub job" or "Other segments" or "Organization" or "Valid to" or "Note")).Reverse().ToArray();
        headings[^1] = " project ";
        var rows = MapSheet.Read(Sheet([headings, [.. headings.Select(_ => "x")]]), faults);
        Assert.Empty(faults);
        Assert.Equal(("x", "G2"), (rows.Single().Text(MapColumn.Project), rows.Single().Fault(MapColumn.Project, "").Cell));
    }

    [Theory]
    [InlineData("Cost code", "Costcode", "C1: 'Costcode'. This column is not one of the sheet.")]
    [InlineData("Cost code", "Costcode", "A1: The column Cost code is missing.")]
    [InlineData("Note", "Project", "L1: 'Project'. This column appears twice.")]
    [InlineData("Note", "", "L2: 'x'. This column has no heading.")]
    public void A_heading_that_cannot_be_read_is_named(string heading, string instead, string fault)
    {
        var faults = new List<RowFault>();
        MapSheet.Read(
            Sheet([
                [.. Sound.Select(name => name == heading ? instead : name)],
                [.. Sound.Select(_ => "x")],
            ]),
            faults
        );
        Assert.Contains(faults, one => one.ToString().StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Merged_cells_and_too_many_rows_are_named()
    {
        var faults = new List<RowFault>();
        var rows = MapSheet.Read(Sheet([Sound, [.. Sound.Select(_ => "x")]]) with { Merged = ["A3:B4"], IsCut = true }, faults);
        Assert.Empty(rows);
        Assert.Equal([(3, "A3"), (50_002, "A50002")], faults.Select(fault => (fault.Row, fault.Cell)));
        Assert.StartsWith("Cells A3:B4 are merged", faults[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("The sheet has more than 50,000 rows.", faults[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_without_headings_says_which_it_needs()
    {
        var faults = new List<RowFault>();
        Assert.Empty(MapSheet.Read(new WorkSheet("S", [], [], IsCut: false), faults));
        Assert.Contains("Project, Task segment, Cost code", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    private static WorkSheet Sheet(IEnumerable<string[]> rows) =>
        new(
            "S",
            [
                .. rows.Select(
                    (cells, row) =>
                        new SheetRow(
                            row + 1,
                            [
                                .. cells
                                    .Select((text, place) => new SheetCell(row + 1, place + 1, CellKind.Text, text))
                                    .Where(cell => cell.Text.Length > 0),
                            ]
                        )
                ),
            ],
            [],
            IsCut: false
        );
}
