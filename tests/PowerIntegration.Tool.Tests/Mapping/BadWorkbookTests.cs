using System.CommandLine;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PowerIntegration.CommandLine;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Rights;
using PowerIntegration.Tool.Workbooks;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>A workbook with a mistake, as the command meets it: each mistake by row and cell, and no draft of any row.</summary>
public sealed class BadWorkbookTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("map-");
    private readonly ServedStore store = new();

    private string Workbook => Path.Combine(folder.FullName, "rules.xlsx");

    private string Result => File.ReadAllText(Path.Combine(folder.FullName, "rules-result.csv"));

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Merged_cells_are_named_by_their_range()
    {
        Write(AnEnvironment.Sound, AnEnvironment.But(MapColumn.CostCode, "03-200"));
        Change(sheet => sheet.Append(new MergeCells(new MergeCell { Reference = "C2:C3" })));
        var error = await RefusedAsync();
        Assert.StartsWith("C2: Cells C2:C3 are merged", error, StringComparison.Ordinal);
        Assert.Contains("\n2,error,C2,", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_is_named_by_its_cell_whatever_it_results_in()
    {
        Write(AnEnvironment.Sound, AnEnvironment.But(MapColumn.CostCode, "03-200"));
        Change(sheet =>
        {
            var cell = sheet.Descendants<Cell>().Single(cell => cell.CellReference == "G3");
            cell.RemoveAllChildren();
            cell.CellFormula = new CellFormula("G2");
            cell.CellValue = new CellValue("0784");
            cell.DataType = CellValues.String;
        });
        var error = await RefusedAsync();
        Assert.StartsWith("G3: '=G2'. The cell has a formula.", error, StringComparison.Ordinal);
        Assert.Contains("\n2,accepted,", Result, StringComparison.Ordinal);
        Assert.Contains("\n3,error,G3,", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_not_known_is_named_and_no_row_is_read()
    {
        WorkbookWriter.Write(
            Workbook,
            [
                new WrittenSheet(
                    MapSheet.Name,
                    [.. MapSheet.Headings, "Old cost code"],
                    [
                        [.. AnEnvironment.Sound, "07840"],
                    ]
                ),
            ]
        );
        var error = await RefusedAsync();
        Assert.StartsWith("M1: 'Old cost code'. This column is not one of the sheet.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_another_project_keeps_the_rows_of_this_one_out()
    {
        Write(AnEnvironment.Sound, AnEnvironment.But(MapColumn.Project, "P9"));
        var error = await RefusedAsync();
        Assert.StartsWith("A3: 'P9'. The environment LAKESHORE has no active project with this Oracle number.", error, StringComparison.Ordinal);
        Assert.Contains("\n2,accepted,", Result, StringComparison.Ordinal);
        Assert.Contains("\n3,error,A3,P9,", Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_fifty_thousand_rows_with_one_mistake_each_has_its_result_and_none_is_entered()
    {
        const int Rows = 50_000;
        Write([
            .. Enumerable
                .Range(0, Rows)
                .Select(number =>
                    number == 40_000 ? AnEnvironment.But(MapColumn.OracleTask, "784") : AnEnvironment.But(MapColumn.CostCode, $"C-{number:D5}")
                ),
        ]);
        var error = await RefusedAsync("50,000 rows: 49,999 accepted, 0 unchanged, 1 with an error.");
        Assert.StartsWith("G40002: '784'. Oracle project P1 has no task with this number.", error, StringComparison.Ordinal);
        Assert.Equal(Rows + 1, Result.Count(letter => letter == '\n'));
    }

    private void Write(params string[][] rows) => WorkbookWriter.Write(Workbook, [new WrittenSheet(MapSheet.Name, MapSheet.Headings, rows)]);

    private void Change(Action<Worksheet> change)
    {
        using var document = SpreadsheetDocument.Open(Workbook, isEditable: true);
        change(document.WorkbookPart!.WorksheetParts.Single().Worksheet!);
    }

    private async Task<string> RefusedAsync(string counts = "")
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(_ => null, () => throw new InvalidOperationException("Nothing is sent."), new StandingClock());
        var root = new RootCommand("Test.") { MapCommand.Create(surroundings, _ => store) };
        string[] line = ["map", Workbook, "--dataverse", "https://lakeshore.example"];
        Assert.Equal(CommandRun.Mistake, await CommandRun.InvokeAsync(root, line, new() { Output = output, Error = error }));
        Assert.Contains(counts, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was written to Dataverse.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(store.Writes);
        return error.ToString();
    }
}
