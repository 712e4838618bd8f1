using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PowerIntegration.Tool.Workbooks;

/// <summary>Reads one sheet of an Excel workbook, row by row. Formulas are found, never calculated.</summary>
internal static class WorkbookReader
{
    // A small file can unpack to any size.
    private const long CharactersMax = 400_000_000;

    /// <summary>Reads the sheet with a name, or the first one.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="sheetName">Name of the sheet.</param>
    /// <param name="rowsMax">Rows that are read at most.</param>
    /// <exception cref="InvalidDataException">It is not a workbook.</exception>
    public static WorkSheet Read(string path, string sheetName, int rowsMax)
    {
        try
        {
            // Excel may have it open.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var document = SpreadsheetDocument.Open(
                file,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = CharactersMax, AutoSave = false }
            );
            return Read(document, sheetName, rowsMax)
                ?? throw new InvalidDataException($"{Path.GetFileName(path)} has no sheet. Save the mapping rules in a workbook (.xlsx).");
        }
        catch (Exception mistake) when (mistake is OpenXmlPackageException or FileFormatException or XmlException)
        {
            throw new InvalidDataException(
                $"{Path.GetFileName(path)} cannot be read as a workbook. Save it as Excel Workbook (.xlsx) without a password."
            );
        }
    }

    private static WorkSheet? Read(SpreadsheetDocument document, string sheetName, int rowsMax)
    {
        var book = document.WorkbookPart;
        var sheets = book?.Workbook?.Sheets?.Elements<Sheet>().ToList() ?? [];
        var sheet = sheets.Find(one => string.Equals(one.Name?.Value, sheetName, StringComparison.OrdinalIgnoreCase)) ?? sheets.FirstOrDefault();
        if (sheet?.Id?.Value is not { } id || book!.GetPartById(id) is not WorksheetPart part)
        {
            return null;
        }

        var cells = new CellReading(
            Texts(book.SharedStringTablePart),
            new DateFormats(book.WorkbookStylesPart?.Stylesheet, book.Workbook!.WorkbookProperties?.Date1904?.Value == true)
        );
        var rows = new List<SheetRow>();
        var merged = new List<string>();
        var isCut = false;
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                number = (int?)row.RowIndex?.Value ?? number + 1;
                Add(cells.Row(number, row), rows, rowsMax, ref isCut);
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && reader.LoadCurrentElement() is MergeCell range)
            {
                merged.Add(range.Reference?.Value ?? "");
            }
        }

        return new WorkSheet(sheet.Name?.Value ?? "", rows, merged, isCut);
    }

    private static void Add(SheetRow row, List<SheetRow> rows, int rowsMax, ref bool isCut)
    {
        if (row.Cells.Count == 0)
        {
            return;
        }

        isCut |= rows.Count == rowsMax;
        if (!isCut)
        {
            rows.Add(row);
        }
    }

    private static List<string> Texts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
            {
                texts.Add(CellReading.TextOf(item));
            }
        }

        return texts;
    }
}
