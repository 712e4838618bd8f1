namespace PowerIntegration.Domain.Duplicates;

/// <summary>Finds the invoices that a new one may repeat, among many.</summary>
public sealed class DuplicateSearch
{
    private readonly Dictionary<string, List<PayableRecord>> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PayableRecord>> byAmount = new(StringComparer.Ordinal);

    /// <summary>Adds an invoice to those that are searched.</summary>
    public void Add(PayableRecord record)
    {
        if (NumberOf(record) is { } number)
        {
            Put(byNumber, number, record);
        }

        Put(byAmount, AmountOf(record), record);
    }

    /// <summary>The invoices that this one may repeat, with the reason, each once, in the order in which they were added.</summary>
    public IReadOnlyList<DuplicateMatch> Find(PayableRecord record)
    {
        var candidates = new List<PayableRecord>();
        if (NumberOf(record) is { } number && byNumber.TryGetValue(number, out var numbered))
        {
            candidates.AddRange(numbered);
        }

        if (byAmount.TryGetValue(AmountOf(record), out var alike))
        {
            candidates.AddRange(alike.Where(one => !candidates.Contains(one)));
        }

        var matches = new List<DuplicateMatch>();
        foreach (var candidate in candidates)
        {
            if (candidate.Key != record.Key && DuplicateRule.Of(record, candidate) is { } reason)
            {
                matches.Add(new DuplicateMatch(candidate, reason));
            }
        }

        return matches;
    }

    private static string? NumberOf(PayableRecord record) =>
        InvoiceNumberKey.Of(record.Number) is { Length: > 0 } key ? record.Supplier + "\n" + key : null;

    private static string AmountOf(PayableRecord record) =>
        string.Join("\n", record.Supplier, record.Currency, record.Amount.ToString("0.####", CultureInfo.InvariantCulture));

    private static void Put(Dictionary<string, List<PayableRecord>> index, string key, PayableRecord record)
    {
        if (!index.TryGetValue(key, out var records))
        {
            index.Add(key, records = []);
        }

        records.Add(record);
    }
}
