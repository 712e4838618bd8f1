using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether a line is consistent: it adds up, stored materials are not negative, and it is not billed over its value.</summary>
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
            $"{sheet.NameLine(line)}: previous work, work this period and stored materials total {sheet.Amount(line.Gross)}, but the "
                + $"total to date is {sheet.Amount(said)}. Correct the line."
        );

    private static void Stored(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        var before = line.Posted.Balance.Stored;
        if (line.Stored < 0m)
        {
            refusals.Add(
                BillingReasons.StoredNegative,
                $"{sheet.NameLine(line)} has stored materials of {sheet.Amount(line.Stored)}. Enter zero or a positive amount."
            );
        }
        else if (sheet.Application.IsFinal && line.Stored > 0m)
        {
            refusals.Add(
                BillingReasons.FinalWithStored,
                $"{sheet.NameLine(line)} still has {sheet.Amount(line.Stored)} of stored materials on the final application. "
                    + "Bill them as installed, or remove them."
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
                $"{sheet.NameLine(line)}: stored materials fell from {sheet.Amount(before)} to {sheet.Amount(line.Stored)}, but work "
                    + $"this period is only {sheet.Amount(line.WorkThisPeriod)}. "
                    + "Check whether material was removed or installed work was not reported."
            );
        }
        else if (line.Stored > 0m && line.Stored == before && line.Posted.StoredUnchangedPeriods + 1 >= sheet.Terms.StaleStoragePeriods)
        {
            sheet.Warn(
                BillingWarningCode.StoredStale,
                line.LineId,
                Sentence.Of(
                    $"{sheet.NameLine(line)}: stored materials of {sheet.Amount(line.Stored)} have not changed for ",
                    $"{Sentence.Count(line.Posted.StoredUnchangedPeriods + 1, "application")}. Check that they are still on hand."
                )
            );
        }
    }

    // A deductive line has a negative value and is billed with negative amounts.
    private static void Overbilled(BillingSheet sheet, SheetLine line, decimal gross, RefusalList refusals)
    {
        var isDeductive = line.ScheduledValue < 0m;
        if (isDeductive ? gross >= line.ScheduledValue : gross <= line.ScheduledValue)
        {
            return;
        }

        var over = Math.Abs(gross - line.ScheduledValue);
        var sentence =
            $"{sheet.NameLine(line)} is billed {sheet.Amount(gross)}, over its scheduled value of " + $"{sheet.Amount(line.ScheduledValue)}.";
        if (over <= sheet.Terms.OverbillingTolerance)
        {
            sheet.Warn(BillingWarningCode.AboveScheduledValue, line.LineId, sentence + " The excess is within the tolerance in the terms.");
        }
        else
        {
            refusals.Add(BillingReasons.Overbilled, sentence + " Reduce the line, or approve the change order first.");
        }
    }
}
