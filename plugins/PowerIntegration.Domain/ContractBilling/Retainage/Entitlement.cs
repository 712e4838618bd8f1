using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Retainage;

/// <summary>
/// What the terms hold to date on every line, before releases, by the index of the line. Terms by rates round on each line and bucket. Terms that
/// apply to the contract total round that total once; lines share it by their positive gross, largest remainder, and each line divides its share by
/// stored and work. It is computed on demand; stored, it would add a quarter to the size of a line.
/// </summary>
internal static class Entitlement
{
    /// <summary>What each line holds under the terms; sets the sheet's threshold where it is reached.</summary>
    public static Func<int, BucketAmounts> Of(BillingSheet sheet)
    {
        var entitled = sheet.Terms.Retainage! switch
        {
            RetainageTerms.Frozen => Frozen(sheet),
            RetainageTerms.LumpSum lump => Shared(sheet, Math.Min(lump.Amount, Math.Max(0m, sheet.GrossToDate))),
            RetainageTerms.SlidingScale scale => Shared(sheet, SlidingScale.Held(scale.Rules, sheet)),
            RetainageTerms.Step step => Step(sheet, step),
            var terms => ByRates(sheet, RateTable.Of(terms)!),
        };
        return Capped(
            sheet,
            sheet.Schedule.Deleted.Count == 0 ? entitled : index => sheet.IsCredited(sheet.Lines[index]) ? default : entitled(index)
        );
    }

    /// <summary>The limit as an amount.</summary>
    public static decimal AmountOf(RetainageLimit limit, BillingSheet sheet) =>
        limit.Base switch
        {
            LimitBase.OriginalSum => Rounding.ToMinorUnit(limit.Value * sheet.Ledger.OriginalContractSum, sheet.Currency),
            LimitBase.RevisedSum => Rounding.ToMinorUnit(limit.Value * sheet.RevisedSum, sheet.Currency),
            _ => limit.Value,
        };

    // Kept at its current amount: releases of this application reduce it and must not be added back.
    private static Func<int, BucketAmounts> Frozen(BillingSheet sheet)
    {
        var frozen = sheet.Lines.ConvertAll(HeldAndReleased);
        return index => frozen[index];
    }

    private static BucketAmounts HeldAndReleased(SheetLine line)
    {
        var held = line.Posted.Posted.Retainage;
        return new BucketAmounts(held.Work + line.Released.Work, held.Stored + line.Released.Stored);
    }

    private static Func<int, BucketAmounts> ByRates(BillingSheet sheet, RateTable rates)
    {
        sheet.Rates = rates;
        return index => rates.Held(sheet.Lines[index], sheet.Currency);
    }

    private static Func<int, BucketAmounts> Step(BillingSheet sheet, RetainageTerms.Step step)
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

    // A threshold that was passed stays passed, at the amount it had then: a later change order never raises retainage again. Only a correction of
    // the application that passed it can undo that, when it bills less.
    private static ThresholdPassed? Passed(BillingSheet sheet, RetainageTerms.Step step)
    {
        var measured = step.Measure == BilledMeasure.CompletedWork ? sheet.WorkToDate : sheet.GrossToDate;
        if (sheet.Ledger.Threshold is { } before)
        {
            return sheet.IsCorrection && before.ApplicationNumber == sheet.Application.Number && measured < before.Amount
                ? NotPassed(sheet, before, measured)
                : before;
        }

        var sum = step.Sum == ContractSumBase.Original ? sheet.Ledger.OriginalContractSum : sheet.RevisedSum;
        var threshold = step.Threshold * sum;
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
            $"{sheet.Name}: {sheet.Amount(measured)} billed to date reaches the threshold of {sheet.Amount(threshold)}. "
                + "Retainage is reduced starting with this application."
        );
        return sheet.Threshold;
    }

    private static ThresholdPassed? NotPassed(BillingSheet sheet, ThresholdPassed before, decimal measured)
    {
        foreach (var line in sheet.Lines.Where(line => line.AtThreshold is not null))
        {
            line.AtThreshold = null;
        }

        sheet.Threshold = null;
        sheet.Warn(
            BillingWarningCode.ThresholdReached,
            null,
            $"{sheet.Name}: {sheet.Amount(measured)} billed to date, as corrected, no longer reaches the threshold of "
                + $"{sheet.Amount(before.Amount)}. Retainage is held at the rate before the reduction again."
        );
        return null;
    }

    // What is billed since the crossing holds the reduced rate; what is taken back of the balance before it returns the retainage that was on it.
    private static Func<int, BucketAmounts> FromCrossing(BillingSheet sheet, decimal rate) =>
        index =>
        {
            var line = sheet.Lines[index];
            var at = line.AtThreshold ?? default;
            var kept = at.Gross > 0m ? Math.Max(0m, Math.Min(at.Gross, line.Gross)) : Math.Min(0m, Math.Max(at.Gross, line.Gross));
            var held = kept == at.Gross ? at.Retainage.Total : Rounding.ToMinorUnit(at.Retainage.Total * kept / at.Gross, sheet.Currency);
            return Divided(line, held + Rounding.ToMinorUnit(rate * (line.Gross - kept), sheet.Currency), sheet.Currency);
        };

    // Where only work is measured, stored materials hold the reduced rate once the threshold is passed.
    private static Func<int, BucketAmounts> AboveThreshold(BillingSheet sheet, RetainageTerms.Step step, ThresholdPassed passed)
    {
        var isWorkOnly = step.Measure == BilledMeasure.CompletedWork;
        var measured = isWorkOnly ? sheet.WorkToDate : sheet.GrossToDate;
        var total = (step.BeforeRate * Math.Min(measured, passed.Amount)) + (step.AfterRate * Math.Max(0m, measured - passed.Amount));
        if (!isWorkOnly)
        {
            return Shared(sheet, Rounding.ToMinorUnit(total, sheet.Currency));
        }

        sheet.IsHeldInTotal = true;
        var shares = Share(sheet, Rounding.ToMinorUnit(total, sheet.Currency), line => line.Work);
        return index => new BucketAmounts(shares[index], Rounding.ToMinorUnit(step.AfterRate * sheet.Lines[index].Stored, sheet.Currency));
    }

    private static Func<int, BucketAmounts> Capped(BillingSheet sheet, Func<int, BucketAmounts> entitled)
    {
        if (sheet.Terms.RetainageCap is not { } cap || sheet.Terms.RetainageSource == RetainageSource.Source)
        {
            return entitled;
        }

        var most = AmountOf(cap, sheet);
        var total = 0m;
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            total += entitled(index).Total;
        }

        return total > most ? Shared(sheet, Math.Max(0m, most)) : entitled;
    }

    private static Func<int, BucketAmounts> Shared(BillingSheet sheet, decimal total)
    {
        sheet.IsHeldInTotal = true;
        var shares = Share(sheet, total, line => line.Gross);
        return index => Divided(sheet.Lines[index], shares[index], sheet.Currency);
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
