using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

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
            else if (source is not null)
            {
                Lay(sheet, line, source, refusals);
            }
            else
            {
                line.Keep();
            }

            sheet.Lines.Add(line);
        }

        foreach (var source in sources.Left())
        {
            sheet.Lines.Add(Added(sheet, source, refusals));
        }

        sheet.AddUp();
    }

    private static SheetLine Added(BillingSheet sheet, ApplicationLine source, RefusalList refusals)
    {
        if (source.ScheduledValue is null)
        {
            refusals.Add(
                ReasonCode.AmountMissing,
                $"{sheet.Name}, line {source.LineId}: scheduled value is missing, and the ledger does not know the line. Enter its value in the source.");
        }

        var posted = new ContractLine { LineId = source.LineId, Description = source.Description, Coding = source.Coding, ScheduledValue = source.ScheduledValue ?? 0m };
        var line = new SheetLine(posted, source);
        Lay(sheet, line, source, refusals);
        return line;
    }

    private static void Lay(BillingSheet sheet, SheetLine line, ApplicationLine source, RefusalList refusals)
    {
        ref readonly var balance = ref line.Posted.Standing;
        if (source.WorkPrevious is null && sheet.IsCorrection)
        {
            refusals.Add(
                ReasonCode.AmountMissing,
                $"{sheet.NameLine(line)}: work from previous applications is missing; a correction of a posted application needs it. Enter the amount in the source.");
        }

        // Stored materials are in column D of the next application where they move by themselves.
        var isMoved = sheet.Terms.StoredMaterials == StoredMaterials.AutoMove;
        line.WorkPrevious = source.WorkPrevious ?? (isMoved ? balance.Gross : balance.Work);
        line.WorkThisPeriod = source.WorkThisPeriod!.Value;
        line.Stored = source.MaterialsStored!.Value;
        line.SourcePrevious = sheet.IsCorrection ? balance.Gross
            : source.CompletedPrevious ?? (isMoved ? line.WorkPrevious : line.WorkPrevious + balance.Stored);
    }

    private static void Delete(BillingSheet sheet, SheetLine line, DeletedLine treatment, RefusalList refusals)
    {
        if (line.Source is not null)
        {
            refusals.Add(ReasonCode.ScheduleChangeUnusable, $"{sheet.NameLine(line)} was deleted, but the application bills it. Take it out of one of them.");
        }

        var gross = line.Posted.Posted.Gross;
        if (treatment == DeletedLine.CloseAtBilled)
        {
            line.ScheduledValue = gross;
            sheet.Warn(BillingWarningCode.LineDeleted, line.LineId, $"{sheet.NameLine(line)} is closed at the {Sentence.Amount(gross)} that was billed.");
            return;
        }

        line.ScheduledValue = 0m;
        line.WorkThisPeriod = -line.WorkPrevious;
        line.Stored = 0m;
        line.Held = default;
        line.Released = default;
        sheet.Warn(BillingWarningCode.LineDeleted, line.LineId, $"{sheet.NameLine(line)} was deleted; the {Sentence.Amount(gross)} that was billed is credited.");
    }
}
