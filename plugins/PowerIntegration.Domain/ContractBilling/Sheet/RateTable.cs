using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>The rates that retainage terms give each line by its own balance. Terms for the contract total have none.</summary>
internal sealed class RateTable
{
    private readonly BucketAmounts contract;
    private readonly Dictionary<string, BucketAmounts>? lines;

    private RateTable(BucketAmounts contract, Dictionary<string, BucketAmounts>? lines = null)
    {
        this.contract = contract;
        this.lines = lines;
    }

    /// <summary>The table; null where the terms do not work by rates on each line, or do not state the rate on stored materials.</summary>
    public static RateTable? Of(RetainageTerms terms) =>
        terms switch
        {
            RetainageTerms.None => new RateTable(default),
            RetainageTerms.Flat flat => Same(flat.Rate),
            RetainageTerms.Split { StoredRate: { } stored } split => new RateTable(new BucketAmounts(split.WorkRate, stored)),
            RetainageTerms.PerLine own => OfLines(own),
            _ => null,
        };

    /// <summary>One rate for both buckets of every line.</summary>
    public static RateTable Same(decimal rate) => new(new BucketAmounts(rate, rate));

    /// <summary>The rates of a line.</summary>
    public BucketAmounts this[string lineId] => lines is not null && lines.TryGetValue(lineId, out var own) ? own : contract;

    /// <summary>What the line holds by its rates, each bucket rounded separately.</summary>
    public BucketAmounts Held(SheetLine line, Currency currency)
    {
        var rate = this[line.LineId];
        return new BucketAmounts(
            Rounding.ToMinorUnit(rate.Work * line.Work, currency),
            line.Stored == 0m ? 0m : Rounding.ToMinorUnit(rate.Stored * line.Stored, currency)
        );
    }

    /// <summary>What the line holds by its rates before it is rounded.</summary>
    public decimal Unrounded(SheetLine line)
    {
        var rate = this[line.LineId];
        return (rate.Work * line.Work) + (rate.Stored * line.Stored);
    }

    private static RateTable OfLines(RetainageTerms.PerLine terms)
    {
        var lines = new Dictionary<string, BucketAmounts>(StringComparer.Ordinal);
        foreach (var line in terms.Lines)
        {
            lines[line.LineId] = new BucketAmounts(line.WorkRate ?? terms.WorkRate, line.StoredRate ?? terms.StoredRate);
        }

        return new RateTable(new BucketAmounts(terms.WorkRate, terms.StoredRate), lines);
    }
}
