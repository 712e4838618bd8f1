using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PowerIntegration.Tool.Files;

/// <summary>A CSV file in UTF-8 with a header row, read one row at a time. A mistake names file, row, column and value.</summary>
internal static class CsvFile
{
    /// <summary>The rows of a file. Columns may come in any order, and more than the needed ones may be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns that it needs.</param>
    /// <param name="keepsSpaces">True where spaces around a text belong to it, as in codes that are compared by character.</param>
    /// <exception cref="InvalidDataException">The file has a mistake.</exception>
    public static IEnumerable<CsvRow> Rows(string path, IReadOnlyList<string> columns, bool keepsSpaces = false)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"The file {file} is not in the folder {Path.GetDirectoryName(path)}. Put it there.");
        }

        using var text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, CacheFields = true });
        var row = Guarded(csv, file, () => Header(csv, file, columns, keepsSpaces));
        while (Guarded(csv, file, csv.Read))
        {
            yield return row;
        }
    }

    private static CsvRow Header(CsvReader csv, string file, IReadOnlyList<string> columns, bool keepsSpaces)
    {
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new InvalidDataException($"{file} is empty. Its first row must be {string.Join(",", columns)}.");
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var place = Array.IndexOf(csv.HeaderRecord!, column);
            places[column] =
                place >= 0
                    ? place
                    : throw new InvalidDataException($"{file} has no column {column}. Its first row must be {string.Join(",", columns)}.");
        }

        return new CsvRow(csv, file, places, keepsSpaces);
    }

    private static T Guarded<T>(CsvReader csv, string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{file} is not UTF-8. Save it as CSV UTF-8.");
        }
        catch (CsvHelperException mistake)
        {
            throw new InvalidDataException($"{file}, row {csv.Parser.Row}: it is not valid CSV. {mistake.Message.Split('\n')[0]}");
        }
    }
}
