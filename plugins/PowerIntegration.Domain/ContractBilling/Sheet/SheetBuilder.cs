using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>Lays an application over the ledger: one line for every line that either of them knows, with its columns C to F.</summary>
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
            var line = new SheetLine(posted, source);
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

    // What left the schedule before and what leaves it with this application; null where nothing ever did, as on most contracts.
    private static Dictionary<string, ClosedLine>? Closed(BillingSheet sheet)
    {
        if (sheet.Ledger.ClosedLines.Count == 0 && sheet.Application.ScheduleChanges.Count == 0)
        {
            return null;
        }

        // What is open was taken already, so only what left is looked up here.
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
                $"{name} was deleted, split or merged, and is still listed with nothing on it; it stays out of the ledger."
            );
            return;
        }

        var gross = source.CompletedToDate ?? (source.WorkPrevious ?? 0m) + (source.WorkThisPeriod ?? 0m) + (source.MaterialsStored ?? 0m);
        refusals.Add(
            BillingReasons.ScheduleChangeUnusable,
            $"{name} was deleted, split or merged, but the application lists it with a scheduled value of "
                + $"{Sentence.Amount(source.ScheduledValue ?? 0m)} and {Sentence.Amount(gross)} to date. "
                + "Take it out of the source, or give the work a line of its own."
        );
    }

    // Closed at what was billed, the line has no value left; a source that still shows the old one does not open it again.
    private static void StayClosed(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        var closed = line.Posted.ScheduledValue;
        if (!line.Posted.IsClosed || line.ScheduledValue == closed)
        {
            return;
        }

        var gross = line.WorkPrevious + line.WorkThisPeriod + line.Stored;
        var listed =
            $"{sheet.NameLine(line)} was closed at the {Sentence.Amount(closed)} that was billed, but is listed with a scheduled value "
            + $"of {Sentence.Amount(line.ScheduledValue)}";
        if (gross == line.Posted.Balance.Gross)
        {
            line.ScheduledValue = closed;
            sheet.Warn(BillingWarningCode.ClosedLineListed, line.LineId, listed + "; nothing is billed on it, and it stays closed.");
            return;
        }

        refusals.Add(
            BillingReasons.ScheduleChangeUnusable,
            $"{listed} and {Sentence.Amount(gross)} to date. Correct it in the source, or give the work a line of its own."
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
                $"{sheet.Name}, line {source.LineId}: scheduled value is missing, and the ledger does not know the line. "
                    + "Enter its value in the source."
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
                $"{sheet.NameLine(line)}: work from previous applications is missing; a correction of a posted application needs it. "
                    + "Enter the amount in the source."
            );
        }

        // Stored materials are in column D of the next application where they move by themselves.
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
                $"{sheet.NameLine(line)} was deleted, but the application bills it. Take it out of one of them."
            );
        }

        var gross = line.Posted.Posted.Gross;
        if (treatment == DeletedLine.CloseAtBilled)
        {
            line.Close();
            sheet.Warn(
                BillingWarningCode.LineDeleted,
                line.LineId,
                $"{sheet.NameLine(line)} is closed at the {Sentence.Amount(gross)} that was billed."
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
            $"{sheet.NameLine(line)} was deleted; the {Sentence.Amount(gross)} that was billed is credited."
        );
    }
}
