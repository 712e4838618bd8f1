using System;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>
/// What the terms hold to date on every line, before releases. Terms by rates round on each line and bucket. Terms that look at the whole contract
/// round their total once; lines share it by their positive gross, largest remainder, and each line divides its share by stored and work.
/// </summary>
internal static class Entitlement
{
    /// <summary>Fills what every line of the sheet is entitled to hold; sets the sheet's threshold where it is reached.</summary>
    public static void Fill(BillingSheet sheet)
    {
        switch (sheet.Terms.Retainage!)
        {
            case RetainageTerms.Frozen:
                Frozen(sheet);
                break;
            case RetainageTerms.LumpSum lump:
                Shared(sheet, Math.Min(lump.Amount, Math.Max(0m, sheet.GrossToDate)));
                break;
            case RetainageTerms.SlidingScale scale:
                Shared(sheet, SlidingScale.Held(scale.Rules, sheet));
                break;
            case RetainageTerms.Step step:
                Step(sheet, step);
                break;
            case var terms:
                ByRates(sheet, RateTable.Of(terms)!);
                break;
        }

        Cap(sheet);
    }

    /// <summary>The limit as an amount.</summary>
    public static decimal AmountOf(RetainageLimit limit, BillingSheet sheet) => limit.Base switch
    {
        LimitBase.OriginalSum => Rounding.ToMinorUnit(limit.Value * sheet.Ledger.OriginalContractSum, sheet.Currency),
        LimitBase.RevisedSum => Rounding.ToMinorUnit(limit.Value * sheet.RevisedSum, sheet.Currency),
        _ => limit.Value,
    };

    private static void Frozen(BillingSheet sheet)
    {
        foreach (var line in sheet.Lines)
        {
            line.Entitled = HeldAndReleased(line);
        }
    }

    private static BucketAmounts HeldAndReleased(SheetLine line)
    {
        var held = line.Posted.Posted.Retainage;
        return new BucketAmounts(held.Work + line.Released.Work, held.Stored + line.Released.Stored);
    }

    private static void ByRates(BillingSheet sheet, RateTable rates)
    {
        sheet.Rates = rates;
        foreach (var line in sheet.Lines)
        {
            var rate = rates[line.LineId];
            var work = rate.Work * line.Work;
            var stored = line.Stored == 0m ? 0m : rate.Stored * line.Stored;
            line.Entitled = new BucketAmounts(Rounding.ToMinorUnit(work, sheet.Currency), Rounding.ToMinorUnit(stored, sheet.Currency));
        }
    }

    private static void Step(BillingSheet sheet, RetainageTerms.Step step)
    {
        var passed = Passed(sheet, step);
        if (passed is null)
        {
            ByRates(sheet, RateTable.Same(step.BeforeRate));
            return;
        }

        switch (step.Reading)
        {
            case StepReading.WholeBalance:
                ByRates(sheet, RateTable.Same(step.AfterRate));
                break;
            case StepReading.FromCrossing:
                FromCrossing(sheet, step.AfterRate);
                break;
            default:
                AboveThreshold(sheet, step, passed);
                break;
        }
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
            line.AtThreshold = line.Posted.Posted with { Retainage = HeldAndReleased(line) };
        }

        sheet.Threshold = new ThresholdPassed(sheet.Application.Number, threshold);
        sheet.Warn(
            BillingWarningCode.ThresholdReached,
            null,
            $"{sheet.Name}: {Sentence.Amount(measured)} billed reach the threshold of {Sentence.Amount(threshold)}; retainage is reduced from this application on.");
        return sheet.Threshold;
    }

    private static void FromCrossing(BillingSheet sheet, decimal rate)
    {
        foreach (var line in sheet.Lines)
        {
            var at = line.AtThreshold ?? line.Posted.AtThreshold ?? default;
            line.Entitled = Divided(line, at.Retainage.Total + Rounding.ToMinorUnit(rate * (line.Gross - at.Gross), sheet.Currency), sheet.Currency);
        }
    }

    // Where only work is measured, stored materials hold the reduced rate once the threshold is passed.
    private static void AboveThreshold(BillingSheet sheet, RetainageTerms.Step step, ThresholdPassed passed)
    {
        var isWorkOnly = step.Measure == BilledMeasure.CompletedWork;
        var measured = isWorkOnly ? sheet.WorkToDate : sheet.GrossToDate;
        var total = (step.BeforeRate * Math.Min(measured, passed.Amount)) + (step.AfterRate * Math.Max(0m, measured - passed.Amount));
        if (!isWorkOnly)
        {
            Shared(sheet, Rounding.ToMinorUnit(total, sheet.Currency));
            return;
        }

        var shares = Share(sheet, Rounding.ToMinorUnit(total, sheet.Currency), line => line.Work);
        for (var index = 0; index < shares.Length; index++)
        {
            var line = sheet.Lines[index];
            line.Entitled = new BucketAmounts(shares[index], Rounding.ToMinorUnit(step.AfterRate * line.Stored, sheet.Currency));
        }
    }

    private static void Cap(BillingSheet sheet)
    {
        if (sheet.Terms.RetainageCap is not { } cap || sheet.Terms.RetainageSource == RetainageSource.Source)
        {
            return;
        }

        var most = AmountOf(cap, sheet);
        var total = 0m;
        foreach (var line in sheet.Lines)
        {
            total += line.Entitled.Total;
        }

        if (total > most)
        {
            Shared(sheet, Math.Max(0m, most));
        }
    }

    private static void Shared(BillingSheet sheet, decimal total)
    {
        var shares = Share(sheet, total, line => line.Gross);
        for (var index = 0; index < shares.Length; index++)
        {
            sheet.Lines[index].Entitled = Divided(sheet.Lines[index], shares[index], sheet.Currency);
        }
    }

    private static decimal[] Share(BillingSheet sheet, decimal total, Func<SheetLine, decimal> measure)
    {
        var weights = new decimal[sheet.Lines.Count];
        var isAnyPositive = false;
        for (var index = 0; index < weights.Length; index++)
        {
            weights[index] = Math.Max(0m, measure(sheet.Lines[index]));
            isAnyPositive |= weights[index] > 0m;
        }

        return total == 0m || !isAnyPositive ? new decimal[weights.Length] : Allocation.AmountsByWeight(new Money(total, sheet.Currency), weights);
    }

    private static BucketAmounts Divided(SheetLine line, decimal held, Currency currency)
    {
        var stored = line.Stored == 0m || line.Gross == 0m ? 0m : Rounding.ToMinorUnit(held * line.Stored / line.Gross, currency);
        return new BucketAmounts(held - stored, stored);
    }
}
