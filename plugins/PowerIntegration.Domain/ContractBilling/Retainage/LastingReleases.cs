using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Retainage;

/// <summary>
/// What was released stays released. It counts against what the terms hold on the line, first against the part from which it was released, then
/// against the other: stored materials become work when they are installed. Where the lines share what the terms hold on the contract total, what a
/// line's share no longer covers counts against the other lines. Where billing falls below a release, nothing is held, and nothing is owed back.
/// </summary>
internal static class LastingReleases
{
    /// <summary>What every line holds by the terms and the releases to date, by the index of the line.</summary>
    public static Func<int, BucketAmounts> Left(BillingSheet sheet, Func<int, BucketAmounts> entitled)
    {
        if (sheet.Terms.Retainage is RetainageTerms.Frozen)
        {
            return index => Frozen(sheet, sheet.Lines[index]);
        }

        var uncovered = sheet.IsHeldInTotal ? Uncovered(sheet, entitled) : 0m;
        if (uncovered <= 0m)
        {
            return index => Left(sheet.Lines[index], entitled(index));
        }

        var left = new BucketAmounts[sheet.Lines.Count];
        var weights = new decimal[left.Length];
        for (var index = 0; index < left.Length; index++)
        {
            left[index] = Left(sheet.Lines[index], entitled(index));
            weights[index] = Math.Max(0m, left[index].Work + left[index].Stored);
        }

        Take(left, weights, Math.Min(uncovered, weights.Sum()), sheet.Currency);
        return index => left[index];
    }

    /// <summary>What one line holds by the terms and its own releases to date.</summary>
    public static BucketAmounts Left(SheetLine line, BucketAmounts entitled)
    {
        var taken = Taken(line.Released, entitled);
        return new BucketAmounts(entitled.Work - taken.Work, entitled.Stored - taken.Stored, line.Held.PunchList);
    }

    // Every cent as it was, whichever its sign, less what this application releases; a line that is credited holds nothing.
    private static BucketAmounts Frozen(BillingSheet sheet, SheetLine line)
    {
        if (sheet.IsCredited(line))
        {
            return default;
        }

        var left = line.Posted.Posted.Retainage - (line.Released - line.Posted.Released);
        return new BucketAmounts(left.Work, left.Stored, line.Held.PunchList);
    }

    // The part of the releases that the line's own entitlement covers.
    private static BucketAmounts Taken(BucketAmounts released, BucketAmounts entitled)
    {
        if (released == default)
        {
            return default;
        }

        decimal work = Math.Min(released.Work, Math.Max(0m, entitled.Work)),
            stored = Math.Min(released.Stored, Math.Max(0m, entitled.Stored));
        var rest = released.Total - work - stored;
        var moreWork = Math.Min(rest, Math.Max(0m, entitled.Work) - work);
        var moreStored = Math.Min(rest - moreWork, Math.Max(0m, entitled.Stored) - stored);
        return new BucketAmounts(work + moreWork, stored + moreStored);
    }

    private static decimal Uncovered(BillingSheet sheet, Func<int, BucketAmounts> entitled)
    {
        var uncovered = 0m;
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            var released = sheet.Lines[index].Released;
            if (released != default)
            {
                uncovered += released.Total - Taken(released, entitled(index)).Total;
            }
        }

        return uncovered;
    }

    // By what each line still holds, largest remainder; on a line from work first.
    private static void Take(BucketAmounts[] left, decimal[] weights, decimal amount, Currency currency)
    {
        if (amount <= 0m)
        {
            return;
        }

        var shares = Allocation.AmountsByWeight(new Money(amount, currency), weights);
        for (var index = 0; index < left.Length; index++)
        {
            var work = Math.Min(shares[index], Math.Max(0m, left[index].Work));
            left[index] -= new BucketAmounts(work, shares[index] - work);
        }
    }
}
