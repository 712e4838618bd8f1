using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Duplicates;

/// <summary>Such invoices as a document's column keeps them: a line each, the number last because it may contain anything but a line break.</summary>
public static class FoundPayables
{
    private const int Fields = 5;

    /// <summary>Writes them; null where there are none.</summary>
    public static string? Write(IReadOnlyCollection<FoundPayable> found) =>
        found.Count == 0
            ? null
            : string.Join(
                "\n",
                found.Select(one =>
                    string.Join(
                        "|",
                        one.Id,
                        one.Amount.ToString(CultureInfo.InvariantCulture),
                        one.Currency,
                        one.Date?.ToString() ?? "",
                        one.Number.Replace('\n', ' ').Replace('\r', ' ')
                    )
                )
            );

    /// <summary>Reads them back.</summary>
    /// <param name="text">What <see cref="Write"/> wrote; null or empty for none.</param>
    /// <exception cref="InvariantBrokenException">The text was not written here.</exception>
    public static IReadOnlyList<FoundPayable> Read(string? text) => string.IsNullOrEmpty(text) ? [] : [.. text!.Split('\n').Select(ReadOne)];

    /// <summary>What was found that is new: neither known before nor one of the product's own.</summary>
    /// <param name="found">What the target system shows now.</param>
    /// <param name="known">What it showed before.</param>
    /// <param name="ownIds">Ids of invoices that documents of the product made.</param>
    public static IReadOnlyList<FoundPayable> New(
        IEnumerable<FoundPayable> found,
        IReadOnlyCollection<FoundPayable> known,
        IReadOnlyCollection<string> ownIds
    ) => [.. found.Where(one => !ownIds.Contains(one.Id) && known.All(before => before.Id != one.Id))];

    private static FoundPayable ReadOne(string line)
    {
        var fields = line.Split(['|'], Fields);
        Invariant.Require(fields.Length == Fields, $"Invoices found are written as ID, amount, currency, date and number: {line}");
        var isDated = CalendarDate.TryParse(fields[3], out var date);
        Invariant.Require(
            decimal.TryParse(fields[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) & (isDated || fields[3].Length == 0),
            $"Invoices found are written as ID, amount, currency, date and number: {line}"
        );
        return new FoundPayable(fields[0], amount, fields[2], isDated ? date : null, fields[4]);
    }
}
