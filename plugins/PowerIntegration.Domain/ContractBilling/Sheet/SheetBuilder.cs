using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>Combines an application with the ledger: one line for every line in either of them, with its columns C to F.</summary>
internal static class SheetBuilder
{
    /// <summary>Fills the sheet: the ledger's lines in their order, then the lines that the application adds.</summary>
    public static void Fill(BillingSheet sheet, RefusalList refusals)
    {
        var sources = new LinesById(sheet.Application.Lines);
        var isAnyDeleted = sheet.Schedule.Deleted.Count > 0;
        foreach (var posted in sheet.Schedule.Lines)
        {
            var source = sources.Take(posted.LineId);
            var line = new SheetLine(Coded(sheet, posted, source), source);
            if (isAnyDeleted && sheet.Schedule.Deleted.TryGetValue(posted.LineId, out var treatment))
            {
                line.Keep();
                Delete(sheet, line, treatment, refusals);
            }
            else if (source is null)
            {
                line.Keep();
            }
            else
            {
                Lay(sheet, line, source, refusals);
                StayClosed(sheet, line, refusals);
            }

            sheet.Add(line);
        }

        var closed = Closed(sheet);
        foreach (var source in sources.Left())
        {
            if (closed is not null && closed.TryGetValue(source.LineId, out var line))
            {
                Closed(sheet, line, source, refusals);
            }
            else
            {
                sheet.Add(Added(sheet, source, refusals));
            }
        }
    }

    // Lines that left the schedule before or leave it with this application; null where none did, as on most contracts.
    private static Dictionary<string, ClosedLine>? Closed(BillingSheet sheet)
    {
        if (sheet.Ledger.ClosedLines.Count == 0 && sheet.Application.ScheduleChanges.Count == 0)
        {
            return null;
        }

        // Open lines were taken already, so only lines that left are looked up here.
        var closed = sheet.Ledger.Lines.ToDictionary(
            line => line.LineId,
            line => new ClosedLine(line.LineId, line.Description),
            StringComparer.Ordinal
        );
        foreach (var line in sheet.Ledger.ClosedLines)
        {
            closed[line.LineId] = line;
        }

        return closed;
    }

    // A coding that changes in the source holds from this application on; what was billed before stays where it is. A decision goes before the
    // source.
    private static ContractLine Coded(BillingSheet sheet, ContractLine posted, ApplicationLine? source) =>
        string.IsNullOrEmpty(source?.Coding)
        || source!.Coding == posted.Coding
        || sheet.Application.ScheduleChanges.OfType<ScheduleChange.Recode>().Any(recode => recode.LineId == posted.LineId)
            ? posted
            : posted with
            {
                Coding = source.Coding,
            };

    private static void Closed(BillingSheet sheet, ClosedLine line, ApplicationLine source, RefusalList refusals)
    {
        var name = sheet.NameLine(
            new SheetLine(
                new ContractLine
                {
                    LineId = line.LineId,
                    Description = line.Description,
                    ScheduledValue = 0m,
                },
                source
            )
        );
        if (IsEmpty(source))
        {
            sheet.Warn(
                BillingWarningCode.ClosedLineListed,
                line.LineId,
                $"{name} was deleted, split or merged, but is still listed without amounts. It is ignored."
            );
            return;
        }

        var gross = source.CompletedToDate ?? (source.WorkPrevious ?? 0m) + (source.WorkThisPeriod ?? 0m) + (source.MaterialsStored ?? 0m);
        refusals.Add(
            BillingReasons.ScheduleChangeUnusable,
            $"{name} was deleted, split or merged, but the application lists it with a scheduled value of "
                + $"{sheet.Amount(source.ScheduledValue ?? 0m)} and {sheet.Amount(gross)} to date. "
                + "Remove it from the application, or bill the work on a new line."
        );
    }

    // A line closed at the billed amount has no value left; a source that still shows the old value does not reopen it.
    private static void StayClosed(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        var closed = line.Posted.ScheduledValue;
        if (!line.Posted.IsClosed || line.ScheduledValue == closed)
        {
            return;
        }

        var gross = line.WorkPrevious + line.WorkThisPeriod + line.Stored;
        var listed =
            $"{sheet.NameLine(line)} was closed at its billed amount of {sheet.Amount(closed)}, but is listed with a scheduled value "
            + $"of {sheet.Amount(line.ScheduledValue)}";
        if (gross == line.Posted.Balance.Gross)
        {
            line.ScheduledValue = closed;
            sheet.Warn(BillingWarningCode.ClosedLineListed, line.LineId, listed + ". Nothing is billed on it, so it stays closed.");
            return;
        }

        refusals.Add(
            BillingReasons.ScheduleChangeUnusable,
            $"{listed} and {sheet.Amount(gross)} to date. Correct the line, or bill the work on a new line."
        );
    }

    private static bool IsEmpty(ApplicationLine source) =>
        source.ScheduledValue is null or 0m
        && source.WorkPrevious is null or 0m
        && source.WorkThisPeriod is null or 0m
        && source.MaterialsStored is null or 0m
        && source.CompletedToDate is null or 0m
        && source.CompletedPrevious is null or 0m
        && source.WorkRetainageHeld is null or 0m
        && source.StoredRetainageHeld is null or 0m
        && source.WorkRetainageReleased is null or 0m
        && source.StoredRetainageReleased is null or 0m;

    private static SheetLine Added(BillingSheet sheet, ApplicationLine source, RefusalList refusals)
    {
        if (source.ScheduledValue is null)
        {
            refusals.Add(
                SharedReasons.AmountMissing,
                $"{sheet.Name}, line {source.LineId} is new and has no scheduled value. Enter its scheduled value.",
                new InputPlace(source.LineId, "scheduled value") { Allowed = "the value of the new line" }
            );
        }

        var posted = new ContractLine
        {
            LineId = source.LineId,
            Description = source.Description,
            Coding = source.Coding,
            ScheduledValue = 0m,
        };
        var line = new SheetLine(posted, source);
        Lay(sheet, line, source, refusals);
        return line;
    }

    private static void Lay(BillingSheet sheet, SheetLine line, ApplicationLine source, RefusalList refusals)
    {
        ref readonly var balance = ref line.Posted.Balance;
        if (source.WorkPrevious is null && sheet.IsCorrection)
        {
            refusals.Add(
                SharedReasons.AmountMissing,
                $"{sheet.NameLine(line)}: work from previous applications is missing, and a correction of a posted application needs it. "
                    + "Enter the amount."
            );
        }

        // Stored materials that move automatically are in column D of the next application.
        var isMoved = sheet.Terms.StoredMaterials == StoredMaterials.AutoMove;
        line.WorkPrevious = source.WorkPrevious ?? (isMoved ? balance.Gross : balance.Work);
        line.WorkThisPeriod = source.WorkThisPeriod!.Value;
        line.Stored = source.MaterialsStored!.Value;
    }

    private static void Delete(BillingSheet sheet, SheetLine line, DeletedLine treatment, RefusalList refusals)
    {
        if (line.Source is not null)
        {
            refusals.Add(
                BillingReasons.ScheduleChangeUnusable,
                $"{sheet.NameLine(line)} was deleted from the schedule of values, but the application bills it. "
                    + "Remove it from the application, or undo the deletion."
            );
        }

        var gross = line.Posted.Posted.Gross;
        if (treatment == DeletedLine.CloseAtBilled)
        {
            line.Close();
            sheet.Warn(
                BillingWarningCode.LineDeleted,
                line.LineId,
                $"{sheet.NameLine(line)} is closed at its billed amount of {sheet.Amount(gross)}."
            );
            return;
        }

        line.ScheduledValue = 0m;
        line.WorkThisPeriod = -line.WorkPrevious;
        line.Stored = 0m;
        line.Held = default;
        line.Released = default;
        sheet.Warn(
            BillingWarningCode.LineDeleted,
            line.LineId,
            $"{sheet.NameLine(line)} was deleted. The {sheet.Amount(gross)} billed on it is credited."
        );
    }
}
