using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>
/// What the terms hold to date on every line, before releases. Terms by rates round on each line and bucket. Terms that look at the whole contract
/// round their total once; lines share it by their positive gross, largest remainder, and each line divides its share by stored and work.
/// </summary>
internal static class Entitlement
{
    /// <summary>The amounts in the order of the sheet's lines; sets the sheet's threshold where it is reached.</summary>
    public static BucketAmounts[] Of(BillingSheet sheet)
    {
        var terms = sheet.Terms.Retainage!;
        var held = terms switch
        {
            RetainageTerms.Frozen => [.. sheet.Lines.Select(Frozen)],
            RetainageTerms.LumpSum lump => Shared(sheet, Math.Min(lump.Amount, Math.Max(0m, sheet.GrossToDate))),
            RetainageTerms.SlidingScale scale => Shared(sheet, SlidingScale.Held(scale.Rules, sheet)),
            RetainageTerms.Step step => Step(sheet, step),
            _ => ByRates(sheet, RateTable.Of(terms)!),
        };
        return Capped(sheet, held);
    }

    /// <summary>The limit as an amount.</summary>
    public static decimal AmountOf(RetainageLimit limit, BillingSheet sheet) => limit.Base switch
    {
        LimitBase.OriginalSum => Rounding.ToMinorUnit(limit.Value * sheet.Ledger.OriginalContractSum, sheet.Currency),
        LimitBase.RevisedSum => Rounding.ToMinorUnit(limit.Value * sheet.RevisedSum, sheet.Currency),
        _ => limit.Value,
    };

    private static BucketAmounts Frozen(SheetLine line) =>
        new(line.Posted.Posted.Retainage.Work + line.Released.Work, line.Posted.Posted.Retainage.Stored + line.Released.Stored);

    private static BucketAmounts[] ByRates(BillingSheet sheet, RateTable rates)
    {
        var held = new BucketAmounts[sheet.Lines.Count];
        for (var index = 0; index < held.Length; index++)
        {
            var line = sheet.Lines[index];
            var rate = rates[line.LineId];
            held[index] = RateTable.Held(rate, line.Work, line.Stored, sheet.Currency);
            line.HeldUnrounded = (rate.Work * line.Work) + (rate.Stored * line.Stored);
        }

        return held;
    }

    private static BucketAmounts[] Step(BillingSheet sheet, RetainageTerms.Step step)
    {
        var passed = Passed(sheet, step);
        if (passed is null)
        {
            return ByRates(sheet, RateTable.Same(step.BeforeRate));
        }

        return step.Reading switch
        {
            StepReading.WholeBalance => ByRates(sheet, RateTable.Same(step.AfterRate)),
            StepReading.FromCrossing => FromCrossing(sheet, step.AfterRate),
            _ => AboveThreshold(sheet, step, passed),
        };
    }

    // Once passed it stays passed, at the amount it had then: a later change order never raises retainage again.
    private static ThresholdPassed? Passed(BillingSheet sheet, RetainageTerms.Step step)
    {
        if (sheet.Ledger.Threshold is { } before)
        {
            return before;
        }

        var sum = step.Sum == ContractSumBase.Original ? sheet.Ledger.OriginalContractSum : sheet.RevisedSum;
        var threshold = step.Threshold * sum;
        var measured = step.Measure == BilledMeasure.CompletedWork ? sheet.WorkToDate : sheet.GrossToDate;
        if (sum <= 0m || measured < threshold)
        {
            return null;
        }

        foreach (var line in sheet.Lines)
        {
            var posted = line.Posted.Posted;
            line.AtThreshold = posted with { Retainage = new BucketAmounts(posted.Retainage.Work + line.Released.Work, posted.Retainage.Stored + line.Released.Stored) };
        }

        sheet.Threshold = new ThresholdPassed(sheet.Application.Number, threshold);
        sheet.Warn(
            BillingWarningCode.ThresholdReached,
            null,
            $"{sheet.Name}: {Sentence.Amount(measured)} billed reach the threshold of {Sentence.Amount(threshold)}; retainage is reduced from this application on.");
        return sheet.Threshold;
    }

    private static BucketAmounts[] FromCrossing(BillingSheet sheet, decimal rate)
    {
        var held = new BucketAmounts[sheet.Lines.Count];
        for (var index = 0; index < held.Length; index++)
        {
            var line = sheet.Lines[index];
            var at = line.AtThreshold ?? line.Posted.AtThreshold ?? default;
            held[index] = Divided(line, at.Retainage.Total + Rounding.ToMinorUnit(rate * (line.Gross - at.Gross), sheet.Currency), sheet.Currency);
        }

        return held;
    }

    // Where only work is measured, stored materials hold the reduced rate once the threshold is passed.
    private static BucketAmounts[] AboveThreshold(BillingSheet sheet, RetainageTerms.Step step, ThresholdPassed passed)
    {
        var isWorkOnly = step.Measure == BilledMeasure.CompletedWork;
        var measured = isWorkOnly ? sheet.WorkToDate : sheet.GrossToDate;
        var total = (step.BeforeRate * Math.Min(measured, passed.Amount)) + (step.AfterRate * Math.Max(0m, measured - passed.Amount));
        if (!isWorkOnly)
        {
            return Shared(sheet, Rounding.ToMinorUnit(total, sheet.Currency));
        }

        var shares = Share(sheet, Rounding.ToMinorUnit(total, sheet.Currency), line => line.Work);
        return [.. sheet.Lines.Select((line, index) => new BucketAmounts(shares[index], Rounding.ToMinorUnit(step.AfterRate * line.Stored, sheet.Currency)))];
    }

    private static BucketAmounts[] Capped(BillingSheet sheet, BucketAmounts[] held)
    {
        if (sheet.Terms.RetainageCap is not { } cap || sheet.Terms.RetainageSource == RetainageSource.Source)
        {
            return held;
        }

        var most = AmountOf(cap, sheet);
        var total = 0m;
        foreach (var amounts in held)
        {
            total += amounts.Total;
        }

        return total > most ? Shared(sheet, Math.Max(0m, most)) : held;
    }

    private static BucketAmounts[] Shared(BillingSheet sheet, decimal total)
    {
        var shares = Share(sheet, total, line => line.Gross);
        return [.. sheet.Lines.Select((line, index) => Divided(line, shares[index], sheet.Currency))];
    }

    private static IReadOnlyList<decimal> Share(BillingSheet sheet, decimal total, Func<SheetLine, decimal> measure)
    {
        var weights = sheet.Lines.Select(line => Math.Max(0m, measure(line))).ToArray();
        return total == 0m || weights.Sum() == 0m
            ? new decimal[weights.Length]
            : [.. Allocation.ByWeight(new Money(total, sheet.Currency), weights).Select(share => share.Amount)];
    }

    private static BucketAmounts Divided(SheetLine line, decimal held, Currency currency)
    {
        var stored = line.Stored == 0m || line.Gross == 0m ? 0m : Rounding.ToMinorUnit(held * line.Stored / line.Gross, currency);
        return new BucketAmounts(held - stored, stored);
    }
}
