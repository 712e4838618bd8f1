using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

/// <summary>Variances as a document's column keeps them: one line each, the number of the invoice last because it may contain anything.</summary>
public static class OracleVariancesText
{
    /// <summary>Name under which a stored decision carries the variances that it was taken about.</summary>
    public const string DecisionField = "oracleVariances";

    private const int Fields = 4;

    /// <summary>Writes them; null where there are none.</summary>
    /// <param name="variances">The variances.</param>
    public static string? Write(IReadOnlyCollection<OracleVariance> variances) =>
        variances.Count == 0
            ? null
            : string.Join(
                "\n",
                variances.Select(variance =>
                    string.Join(
                        "|",
                        variance.Posted.ToString(CultureInfo.InvariantCulture),
                        variance.Shown.ToString(CultureInfo.InvariantCulture),
                        variance.Status.ToString(),
                        variance.InvoiceNumber
                    )
                )
            );

    /// <summary>Reads them back.</summary>
    /// <param name="text">What <see cref="Write"/> wrote; null or empty for none.</param>
    /// <exception cref="InvariantBrokenException">The text was not written here.</exception>
    public static IReadOnlyList<OracleVariance> Read(string? text) => string.IsNullOrEmpty(text) ? [] : [.. text!.Split('\n').Select(ReadOne)];

    private static OracleVariance ReadOne(string line)
    {
        var fields = line.Split(['|'], Fields);
        Invariant.Require(
            fields.Length == Fields
                & decimal.TryParse(fields[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var posted)
                & decimal.TryParse(fields.ElementAtOrDefault(1), NumberStyles.Number, CultureInfo.InvariantCulture, out var shown)
                & Enum.TryParse(fields.ElementAtOrDefault(2), out InvoiceStatus status),
            $"Variances are written as posted, shown, status and invoice number: {line}"
        );
        return new OracleVariance(fields[3], posted, shown, status);
    }
}
