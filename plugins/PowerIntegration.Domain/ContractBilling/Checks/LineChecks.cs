using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether a line makes sense by itself: it adds up, stores no less than nothing, and is not billed beyond its value.</summary>
internal static class LineChecks
{
    public static void Check(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        var gross = line.Gross;
        if (line.Source?.CompletedToDate is { } said && said != gross)
        {
            Sum(sheet, line, said, refusals);
        }

        Stored(sheet, line, refusals);
        Overbilled(sheet, line, gross, refusals);
    }

    private static void Sum(BillingSheet sheet, SheetLine line, decimal said, RefusalList refusals) =>
        refusals.Add(
            BillingReasons.LineDoesNotAddUp,
            $"{sheet.NameLine(line)}: previous work, work this period and stored materials make {Sentence.Amount(line.Gross)}, but the "
                + $"total to date is {Sentence.Amount(said)}. Correct the line in the source."
        );

    private static void Stored(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        var before = line.Posted.Balance.Stored;
        if (line.Stored < 0m)
        {
            refusals.Add(
                BillingReasons.StoredNegative,
                $"{sheet.NameLine(line)} has stored materials of {Sentence.Amount(line.Stored)}. A balance cannot be below zero; "
                    + "correct it in the source."
            );
        }
        else if (sheet.Application.IsFinal && line.Stored > 0m)
        {
            refusals.Add(
                BillingReasons.FinalWithStored,
                $"{sheet.NameLine(line)} still stores {Sentence.Amount(line.Stored)}, and this is the final application. "
                    + "Bill it as installed, or take it out."
            );
        }

        if (line.Source is null || sheet.IsCorrection || sheet.Terms.StoredMaterials != StoredMaterials.Manual)
        {
            return;
        }

        if (before > line.Stored && before - line.Stored > line.WorkThisPeriod)
        {
            sheet.Warn(
                BillingWarningCode.StoredRemoved,
                line.LineId,
                $"{sheet.NameLine(line)}: stored materials fell from {Sentence.Amount(before)} to {Sentence.Amount(line.Stored)}, work "
                    + $"this period is only {Sentence.Amount(line.WorkThisPeriod)}. Was material removed, or installation not reported?"
            );
        }
        else if (line.Stored > 0m && line.Stored == before && line.Posted.StoredUnchangedPeriods + 1 >= sheet.Terms.StaleStoragePeriods)
        {
            sheet.Warn(
                BillingWarningCode.StoredStale,
                line.LineId,
                Sentence.Of(
                    $"{sheet.NameLine(line)}: stored materials of {Sentence.Amount(line.Stored)} have not changed for ",
                    $"{line.Posted.StoredUnchangedPeriods + 1} applications. Are they still there?"
                )
            );
        }
    }

    // A deductive line has a negative value and is billed below zero.
    private static void Overbilled(BillingSheet sheet, SheetLine line, decimal gross, RefusalList refusals)
    {
        var isDeductive = line.ScheduledValue < 0m;
        if (isDeductive ? gross >= line.ScheduledValue : gross <= line.ScheduledValue)
        {
            return;
        }

        var over = Math.Abs(gross - line.ScheduledValue);
        var sentence = $"{sheet.NameLine(line)} is billed {Sentence.Amount(gross)} of a scheduled value of {Sentence.Amount(line.ScheduledValue)}.";
        if (over <= sheet.Terms.OverbillingTolerance)
        {
            sheet.Warn(
                BillingWarningCode.AboveScheduledValue,
                line.LineId,
                sentence + " That is above one hundred per cent, within the contract's tolerance."
            );
        }
        else
        {
            refusals.Add(BillingReasons.Overbilled, sentence + " Reduce the line, or approve the change order first.");
        }
    }
}
