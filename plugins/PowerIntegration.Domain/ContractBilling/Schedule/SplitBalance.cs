using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>Divides the balances of one line over its parts, or adds up the balances of several lines.</summary>
internal static class SplitBalance
{
    /// <summary>The parts, with every balance divided like the gross; the parts add up exactly.</summary>
    public static IReadOnlyList<ContractLine> Of(ContractLine line, IReadOnlyList<SplitPart> parts, Currency currency)
    {
        var sign = line.Posted.Gross < 0m ? -1m : 1m;
        IReadOnlyList<decimal> weights = [.. parts.Select(part => part.Gross * sign ?? part.ScheduledValue)];
        if (weights.Any(weight => weight < 0m) || weights.Sum() <= 0m)
        {
            weights = [.. parts.Select(_ => 1m)];
        }

        var stored = Divide(line.Posted.Stored, weights, currency);
        var gross = parts[0].Gross is null ? Divide(line.Posted.Gross, weights, currency) : [.. parts.Select(part => part.Gross!.Value)];
        var held = Divide(line.Posted.Retainage, weights, currency);
        var released = Divide(line.Released, weights, currency);
        var atGross = line.AtThreshold is { } at ? Divide(at.Gross, weights, currency) : null;
        var atStored = line.AtThreshold is { } then ? Divide(then.Stored, weights, currency) : null;
        var atHeld = line.AtThreshold is { } threshold ? Divide(threshold.Retainage, weights, currency) : null;
        return
        [
            .. parts.Select(
                (part, index) =>
                    new ContractLine
                    {
                        LineId = part.LineId,
                        Description = line.Description,
                        Coding = part.Coding ?? line.Coding,
                        ScheduledValue = part.ScheduledValue,
                        Posted = new LineBalance(gross[index], held[index]) { Stored = stored[index] },
                        Released = released[index],
                        AtThreshold = atGross is null ? null : new LineBalance(atGross[index], atHeld![index]) { Stored = atStored![index] },
                        StoredUnchangedPeriods = line.StoredUnchangedPeriods,
                    }
            ),
        ];
    }

    /// <summary>One line with the sums.</summary>
    public static ContractLine Merged(IReadOnlyList<ContractLine> lines, string lineId, string? coding)
    {
        var merged = new ContractLine
        {
            LineId = lineId,
            Description = lines[0].Description,
            Coding = coding ?? lines[0].Coding,
            ScheduledValue = lines.Sum(line => line.ScheduledValue),
            Posted = Sum(lines.Select(line => line.Posted)),
            Released = lines.Aggregate(default(BucketAmounts), (sum, line) => sum + line.Released),
            AtThreshold = lines.All(line => line.AtThreshold is null) ? null : Sum(lines.Select(line => line.AtThreshold ?? default)),
        };
        Invariant.Require(
            merged.Posted.EarnedLessRetainage == lines.Sum(line => line.Posted.EarnedLessRetainage),
            "Merged lines keep what was certified."
        );
        return merged;
    }

    private static LineBalance Sum(IEnumerable<LineBalance> balances) =>
        balances.Aggregate(
            default(LineBalance),
            (sum, balance) => new LineBalance(sum.Gross + balance.Gross, sum.Retainage + balance.Retainage) { Stored = sum.Stored + balance.Stored }
        );

    private static IReadOnlyList<decimal> Divide(decimal amount, IReadOnlyList<decimal> weights, Currency currency) =>
        [.. Allocation.ByWeight(new Money(amount, currency), weights).Select(share => share.Amount)];

    private static IReadOnlyList<BucketAmounts> Divide(BucketAmounts amounts, IReadOnlyList<decimal> weights, Currency currency)
    {
        var work = Divide(amounts.Work, weights, currency);
        var stored = Divide(amounts.Stored, weights, currency);
        var punchList = Divide(amounts.PunchList, weights, currency);
        return [.. weights.Select((_, index) => new BucketAmounts(work[index], stored[index], punchList[index]))];
    }
}
