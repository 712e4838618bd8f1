using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Tool.Files;

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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. CsvFile
                .Rows(path, Columns)
                .Select(row =>
                    seen.Add(row.Required("invoice")) ? Record(row) : throw row.Mistake("invoice", row.Text("invoice"), "each invoice once")
                ),
        ];
    }

    /// <summary>Writes the result.</summary>
    public static void Write(string path, IEnumerable<DuplicateRow> rows)
    {
        using var result = new CsvResult(path, ["invoice", "other_invoice", "reason"]);
        foreach (var row in rows)
        {
            result.Add(row.Invoice, row.OtherInvoice, row.Reason);
        }

        result.Finish();
    }

    private static PayableRecord Record(CsvRow row) =>
        new(
            row.Required("invoice"),
            row.Required("source"),
            row.Required("supplier"),
            row.Text("number"),
            row.AmountOf("amount", row.Text("amount")),
            CurrencyOf(row),
            row.DateOf("date", row.Text("date")),
            row.Text("contract"),
            row.Text("application")
        );

    private static string CurrencyOf(CsvRow row) =>
        Currency.TryFind(row.Text("currency"), out var currency)
            ? currency.Code
            : throw row.Mistake("currency", row.Text("currency"), $"one of {Currency.Supported}");
}
