using PowerIntegration.Domain.Amounts;
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
        var sign = line.ScheduledValue < 0m ? -1m : 1m;
        if (sign * gross < 0m && line.Source is not null)
        {
            WrongSide(sheet, line, gross, refusals);
        }
        else
        {
            Parts(sheet, line, sign);
            Overbilled(sheet, line, gross, refusals);
        }
    }

    private static void Sum(BillingSheet sheet, SheetLine line, decimal said, RefusalList refusals) =>
        refusals.Add(
            BillingReasons.LineDoesNotAddUp,
            $"{sheet.NameLine(line)}: previous work, work this period and stored materials total {sheet.Amount(line.Gross)}, but the "
                + $"total to date is {sheet.Amount(said)}. Correct the line.",
            new InputPlace(line.LineId, Fields.CompletedToDate) { Allowed = "the sum of columns D, E and F", Accepted = line.Gross }
        );

    private static void Stored(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        var before = line.Posted.Balance.Stored;
        if (line.Stored < 0m)
        {
            refusals.Add(
                BillingReasons.StoredNegative,
                $"{sheet.NameLine(line)} has stored materials of {sheet.Amount(line.Stored)}. Enter zero or a positive amount.",
                new InputPlace(line.LineId, Fields.Stored) { Allowed = "zero or a positive amount", Accepted = 0m }
            );
        }
        else if (sheet.Application.IsFinal && line.Stored > 0m)
        {
            refusals.Add(
                BillingReasons.FinalWithStored,
                $"{sheet.NameLine(line)} still has {sheet.Amount(line.Stored)} of stored materials on the final application. "
                    + "Bill them as installed, or remove them.",
                new InputPlace(line.LineId, Fields.Stored) { Allowed = "zero on the final application", Accepted = 0m }
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

    // The total to date is on the side of zero on which the scheduled value is: a line is never billed back below nothing, and a deduction is never
    // billed as an addition. A single movement may have any sign.
    private static void WrongSide(BillingSheet sheet, SheetLine line, decimal gross, RefusalList refusals)
    {
        var sentence = OutOfRange(sheet, line, Fields.CompletedToDate, gross);
        if (Math.Abs(gross) <= sheet.Terms.OverbillingTolerance)
        {
            sheet.Warn(BillingWarningCode.BelowZero, line.LineId, sentence + " The difference is within the tolerance in the terms.");
            return;
        }

        if (IsValueMissing(line, refusals))
        {
            return;
        }

        // Column E with the sign of the total turned around, or with nothing to date where that is more than the value.
        var turned = Math.Abs(gross) > Math.Abs(line.ScheduledValue) ? 0m : -gross;
        refusals.Add(
            BillingReasons.LineOutOfRange,
            sentence + " Correct the amount or its sign, or correct the scheduled value.",
            new InputPlace(line.LineId, Fields.WorkThisPeriod)
            {
                Allowed = $"{Fields.CompletedToDate} from {Least(sheet, line)} to {Most(sheet, line)}",
                Accepted = line.WorkThisPeriod - gross + turned,
            }
        );
    }

    // Work and stored materials that make up for each other leave the payable right, so a person checks them.
    private static void Parts(BillingSheet sheet, SheetLine line, decimal sign)
    {
        if (line.Stored == 0m || line.Source is null)
        {
            return;
        }

        var work = line.Gross - line.Stored;
        if (sign * work < 0m)
        {
            sheet.Warn(BillingWarningCode.BelowZero, line.LineId, OutOfRange(sheet, line, Fields.WorkToDate, work) + " Check columns D, E and F.");
        }
        else if (sign * line.Stored < 0m)
        {
            sheet.Warn(BillingWarningCode.BelowZero, line.LineId, OutOfRange(sheet, line, Fields.Stored, line.Stored) + " Check columns D, E and F.");
        }
    }

    private static string OutOfRange(BillingSheet sheet, SheetLine line, string field, decimal amount) =>
        $"{sheet.NameLine(line)}: {field} is {sheet.Amount(amount)}, but with a scheduled value of {sheet.Amount(line.ScheduledValue)} "
        + $"it must be from {Least(sheet, line)} to {Most(sheet, line)}.";

    private static Money Least(BillingSheet sheet, SheetLine line) => sheet.Amount(Math.Min(0m, line.ScheduledValue));

    private static Money Most(BillingSheet sheet, SheetLine line) => sheet.Amount(Math.Max(0m, line.ScheduledValue));

    /// <summary>The fields of a line in the words of the sentences.</summary>
    private static class Fields
    {
        public const string WorkThisPeriod = "work this period";

        public const string WorkToDate = "work completed to date";

        public const string Stored = "materials presently stored";

        public const string CompletedToDate = "total completed and stored to date";
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
        else if (!IsValueMissing(line, refusals))
        {
            var most = line.ScheduledValue + ((isDeductive ? -1m : 1m) * sheet.Terms.OverbillingTolerance!.Value);
            refusals.Add(
                BillingReasons.Overbilled,
                sentence + " Reduce the line, or approve the change order first.",
                new InputPlace(line.LineId, Fields.WorkThisPeriod)
                {
                    Allowed = $"{Fields.CompletedToDate} up to {sheet.Amount(most)}",
                    Accepted = line.WorkThisPeriod - (gross - most),
                }
            );
        }
    }

    // A new line without a scheduled value was refused for that; it is not over a value that it does not have.
    private static bool IsValueMissing(SheetLine line, RefusalList refusals) =>
        line.Source is { ScheduledValue: null }
        && refusals.All.Any(refusal => refusal.Code == SharedReasons.AmountMissing && refusal.Place?.LineId == line.LineId);
}
