using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PowerIntegration.Tool.Workbooks;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>Workbooks as this tool writes them, and as Excel and others do.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workbook-");

    private string File => Path.Combine(folder.FullName, "book.xlsx");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_written_is_valid_and_read_back_as_texts()
    {
        WorkbookWriter.Write(
            File,
            [
                new WrittenSheet(
                    "One",
                    ["Code", "Note"],
                    [
                        ["03-200", " a & <b> "],
                        ["0784", ""],
                        ["", "=1+1"],
                    ]
                ),
                new WrittenSheet("Two", ["Only"], []),
            ]
        );
        using (var document = SpreadsheetDocument.Open(File, isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Description));
        }

        var one = WorkbookReader.Read(File, "one", 10);
        Assert.Equal(["A1 Code", "B1 Note", "A2 03-200", "B2  a & <b> ", "A3 0784", "B4 =1+1"], Cells(one));
        Assert.All(one.Rows.SelectMany(row => row.Cells), cell => Assert.Equal(CellKind.Text, cell.Kind));
        Assert.Equal(["A1 Only"], Cells(WorkbookReader.Read(File, "Two", 10)));
        Assert.Equal("One", WorkbookReader.Read(File, "Three", 10).Name);
        Assert.Equal([File], Directory.GetFiles(folder.FullName));
    }

    [Theory]
    [InlineData(false, "2026-08-31")]
    [InlineData(true, "2030-09-01")]
    public void Cells_of_every_kind_are_told_apart(bool countsFrom1904, string day)
    {
        Write(
            countsFrom1904,
            new Row(
                new Cell
                {
                    CellReference = "B7",
                    CellValue = new CellValue("0"),
                    DataType = CellValues.SharedString,
                },
                new Cell
                {
                    CellReference = "C7",
                    CellValue = new CellValue("46265"),
                    StyleIndex = 1,
                },
                new Cell
                {
                    CellReference = "D7",
                    CellValue = new CellValue("46265.75"),
                    StyleIndex = 2,
                },
                new Cell { CellReference = "E7", CellValue = new CellValue("0784") },
                new Cell
                {
                    CellReference = "F7",
                    CellFormula = new CellFormula("A1&\"x\""),
                    CellValue = new CellValue("x"),
                    DataType = CellValues.String,
                },
                new Cell
                {
                    CellReference = "G7",
                    CellValue = new CellValue("#REF!"),
                    DataType = CellValues.Error,
                },
                new Cell
                {
                    CellReference = "H7",
                    CellValue = new CellValue("46265"),
                    StyleIndex = 3,
                },
                new Cell { CellReference = "I7", StyleIndex = 1 },
                new Cell
                {
                    CellReference = "AA7",
                    CellValue = new CellValue("1"),
                    DataType = CellValues.Boolean,
                }
            )
            {
                RowIndex = 7,
            }
        );
        var sheet = WorkbookReader.Read(File, "S", 10);
        Assert.Equal(["A1:B2"], sheet.Merged);
        Assert.Equal(
            [
                "B7 Text rich text",
                $"C7 Date {day}",
                $"D7 Date {day}",
                "E7 Number 0784",
                "F7 Formula =A1&\"x\"",
                "G7 Other #REF!",
                "H7 Number 46265",
                "AA7 Other 1",
            ],
            sheet.Rows.Single().Cells.Select(cell => $"{cell.Address} {cell.Kind} {cell.Text}")
        );
    }

    [Fact]
    public void Rows_beyond_the_limit_are_not_kept_and_empty_rows_do_not_count()
    {
        var rows = Enumerable
            .Range(1, 9)
            .Select(number => new Row(new Cell { CellValue = new CellValue(number % 3 == 0 ? "" : "x") }) { RowIndex = (uint)number });
        Write(countsFrom1904: false, [.. rows]);
        Assert.Equal((5, true), (WorkbookReader.Read(File, "S", 5).Rows.Count, WorkbookReader.Read(File, "S", 5).IsCut));
        Assert.Equal((6, false), (WorkbookReader.Read(File, "S", 6).Rows.Count, WorkbookReader.Read(File, "S", 6).IsCut));
    }

    [Theory]
    [InlineData("Project,Cost code\n")]
    [InlineData("PK\u0003\u0004 broken")]
    [InlineData("")]
    public void What_is_not_a_workbook_is_one_sentence(string text)
    {
        System.IO.File.WriteAllText(File, text);
        var mistake = Assert.Throws<InvalidDataException>(() => WorkbookReader.Read(File, "S", 5));
        Assert.StartsWith("book.xlsx cannot be read as a workbook. Save it as", mistake.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cells(WorkSheet sheet) =>
        sheet.Rows.SelectMany(row => row.Cells).Select(cell => $"{cell.Address} {cell.Text}");

    private void Write(bool countsFrom1904, params Row[] rows)
    {
        using var document = SpreadsheetDocument.Create(File, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
            new SharedStringItem(
                new Run(new Text("rich ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new Text("text")),
                new PhoneticRun(new Text("no"))
            )
        );
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "[$-409]mmm\\ yyyy" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "0.00 \"days\"" }
            ),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 14 },
                new CellFormat { NumberFormatId = 164 },
                new CellFormat { NumberFormatId = 165 }
            )
        );
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows), new MergeCells(new MergeCell { Reference = "A1:B2" }));
        book.Workbook = new Workbook(
            new WorkbookProperties { Date1904 = countsFrom1904 },
            new Sheets(
                new Sheet
                {
                    Name = "S",
                    SheetId = 1,
                    Id = book.GetIdOfPart(part),
                }
            )
        );
    }
}
