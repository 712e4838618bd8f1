using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Duplicates;

/// <summary>What the rule on duplicate payments says of a list of new invoices.</summary>
internal static class CheckedInvoices
{
    /// <summary>One row for each new invoice and invoice that it may repeat, in the order of the new ones.</summary>
    /// <param name="posted">Invoices that were entered before.</param>
    /// <param name="checkedNow">New invoices; each is compared with those above it too, whatever was found about them.</param>
    public static IReadOnlyList<DuplicateRow> Of(IReadOnlyList<PayableRecord> posted, IReadOnlyList<PayableRecord> checkedNow)
    {
        var search = new DuplicateSearch();
        foreach (var record in posted)
        {
            search.Add(record);
        }

        var rows = new List<DuplicateRow>();
        foreach (var record in checkedNow)
        {
            rows.AddRange(
                search.Find(record).Select(match => new DuplicateRow(record.Key, match.Other.Key, Sentence.Words(match.Reason).ToLowerInvariant()))
            );
            search.Add(record);
        }

        return rows;
    }
}
