using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PowerIntegration.Tool.Workbooks;

/// <summary>Writes an Excel workbook whose cells are all texts, so that 03-200 does not become a date and 0784 keeps its zero.</summary>
internal static class WorkbookWriter
{
    private const string Unfinished = ".part";
    private const int WidthMin = 12;
    private const int WidthMax = 60;
    private const uint TextStyle = 1;
    private const uint HeadingStyle = 2;

    // The built-in format of texts.
    private const uint TextFormat = 49;

    /// <summary>Writes it beside its place and puts it there whole.</summary>
    public static void Write(string path, IReadOnlyList<WrittenSheet> sheets)
    {
        try
        {
            using (var document = SpreadsheetDocument.Create(path + Unfinished, SpreadsheetDocumentType.Workbook))
            {
                var book = document.AddWorkbookPart();
                book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
                var list = new Sheets();
                foreach (var sheet in sheets)
                {
                    var part = book.AddNewPart<WorksheetPart>();
                    Write(part, sheet);
                    list.Append(
                        new Sheet
                        {
                            Name = sheet.Name,
                            SheetId = (uint)list.ChildElements.Count + 1,
                            Id = book.GetIdOfPart(part),
                        }
                    );
                }

                book.Workbook = new Workbook(list);
            }

            File.Move(path + Unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(path + Unfinished);
        }
    }

    private static void Write(WorksheetPart part, WrittenSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(Frozen()));
        writer.WriteElement(new Columns(sheet.Headings.Select((heading, place) => Width(sheet, heading, place))));
        writer.WriteStartElement(new SheetData());
        Row(writer, sheet.Headings, 1, HeadingStyle);
        for (var place = 0; place < sheet.Rows.Count; place++)
        {
            Row(writer, sheet.Rows[place], place + 2, TextStyle);
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = "A1:" + CellAddress.Of(Math.Max(2, sheet.Rows.Count + 1), sheet.Headings.Count) });
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, IReadOnlyList<string> texts, int number, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var place = 0; place < texts.Count; place++)
        {
            var cell = new Cell { CellReference = CellAddress.Of(number, place + 1), StyleIndex = style };
            if (texts[place].Length > 0)
            {
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(texts[place]) { Space = SpaceProcessingModeValues.Preserve });
            }

            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static SheetView Frozen() =>
        new(
            new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            }
        )
        {
            WorkbookViewId = 0,
        };

    // Cells below the last row are texts too: what is typed there must not become a date.
    private static Column Width(WrittenSheet sheet, string heading, int place)
    {
        var longest = sheet.Rows.Select(row => row[place].Length).Append(heading.Length + 4).Max();
        return new Column
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = Math.Clamp(longest + 2, WidthMin, WidthMax),
            CustomWidth = true,
            Style = TextStyle,
        };
    }

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDDE6F0" }) { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
                new CellFormat
                {
                    NumberFormatId = TextFormat,
                    ApplyNumberFormat = true,
                    FontId = 1,
                    ApplyFont = true,
                    FillId = 2,
                    ApplyFill = true,
                }
            )
        );
}
