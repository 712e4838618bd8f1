using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Duplicates;

namespace PowerIntegration.Tool.Duplicates;

/// <summary>The files of the check: CSV in UTF-8 with a header row; README.md describes them.</summary>
internal static class InvoiceFiles
{
    /// <summary>Invoices that were entered before.</summary>
    public const string Posted = "invoices_posted.csv";

    /// <summary>Invoices that are checked.</summary>
    public const string New = "invoices_new.csv";

    /// <summary>The result.</summary>
    public const string Result = "duplicates.csv";

    private static readonly string[] Columns =
    [
        "invoice",
        "source",
        "supplier",
        "site",
        "number",
        "amount",
        "currency",
        "date",
        "contract",
        "application",
    ];

    /// <summary>The invoices of a file.</summary>
    /// <exception cref="InvalidDataException">The file has a mistake; the message names file, row, column and value.</exception>
    public static IReadOnlyList<PayableRecord> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"The file {path} does not exist. Put {Posted} and {New} into one folder.");
        }

        using var text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null });
        try
        {
            return [.. Rows(csv, Path.GetFileName(path))];
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path} is not UTF-8. Save it as CSV UTF-8.");
        }
        catch (CsvHelperException mistake)
        {
            throw new InvalidDataException($"{path}, row {csv.Parser.Row}: it is not valid CSV. {mistake.Message.Split('\n')[0]}");
        }
    }

    /// <summary>Writes the result.</summary>
    public static void Write(string path, IEnumerable<DuplicateRow> rows)
    {
        using var csv = new CsvWriter(
            new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }
        );
        string[][] lines =
        [
            ["invoice", "other_invoice", "reason"],
            .. rows.Select(row => new[] { row.Invoice, row.OtherInvoice, row.Reason }),
        ];
        foreach (var line in lines)
        {
            foreach (var field in line)
            {
                csv.WriteField(field);
            }

            csv.NextRecord();
        }
    }

    private static IEnumerable<PayableRecord> Rows(CsvReader csv, string file)
    {
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new InvalidDataException($"{file} is empty. Its first row must be {string.Join(",", Columns)}.");
        }

        if (Array.Find(Columns, column => !csv.HeaderRecord!.Contains(column, StringComparer.Ordinal)) is { } missing)
        {
            throw new InvalidDataException($"{file} has no column {missing}. Its first row must be {string.Join(",", Columns)}.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var row = new InvoiceRow(csv, file);
            var record = row.Record();
            yield return seen.Add(record.Key) ? record : throw row.Mistake("invoice", record.Key, "each invoice once");
        }
    }

    /// <summary>The row at which the reader stands.</summary>
    private sealed class InvoiceRow(CsvReader csv, string file)
    {
        public PayableRecord Record() =>
            new(
                Required("invoice"),
                Required("source"),
                Required("supplier"),
                Text("number"),
                Amount(),
                Currency(),
                Date(),
                Text("contract"),
                Text("application")
            );

        public InvalidDataException Mistake(string column, string value, string expected) =>
            new($"{file}, row {csv.Parser.Row}, column {column}: '{value}' is not valid. Expected: {expected}.");

        private string Text(string column) => csv.GetField(column)?.Trim() ?? "";

        private string Required(string column) => Text(column) is { Length: > 0 } text ? text : throw Mistake(column, "", "a value");

        private decimal Amount() =>
            decimal.TryParse(
                Text("amount"),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            ) && AmountLimit.Holds(amount)
                ? amount
                : throw Mistake("amount", Text("amount"), "an amount such as 1234.50 or -80.00");

        private string Currency() =>
            Domain.Amounts.Currency.TryFind(Text("currency"), out var currency)
                ? currency.Code
                : throw Mistake("currency", Text("currency"), $"one of {Domain.Amounts.Currency.Supported}");

        private CalendarDate Date() =>
            CalendarDate.TryParse(Text("date"), out var date) ? date : throw Mistake("date", Text("date"), "a date such as 2026-08-31");
    }
}
