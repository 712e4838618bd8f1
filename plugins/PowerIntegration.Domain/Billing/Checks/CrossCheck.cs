using System;
using System.Collections.Generic;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>
/// The base against the source's previous application (variance V1) and against Oracle (variance V2). A variance holds the application; a controller
/// may decide to post it inside this application as lines of its own.
/// </summary>
internal static class CrossCheck
{
    public static void Run(BillingSheet sheet, RefusalList refusals)
    {
        var found = new RefusalList();
        foreach (var line in sheet.Lines)
        {
            Mode(sheet, line, refusals);
            Source(sheet, line, found);
        }

        Oracle(sheet, found, refusals);
        if (sheet.Application.CatchUp is { } decision)
        {
            CatchUp(sheet, decision, refusals);
        }
        else
        {
            refusals.Add(found.All);
        }

        if (sheet.Ledger.StoredMaterials is { } before && before != sheet.Terms.StoredMaterials)
        {
            sheet.Warn(
                BillingWarningCode.StoredModeSwitched,
                null,
                $"{sheet.Name}: stored materials were carried as {before} and now as {sheet.Terms.StoredMaterials}; the totals of every line were compared with the ledger.");
        }
    }

    // Column D tells which mode the source really used.
    private static void Mode(BillingSheet sheet, SheetLine line, RefusalList refusals)
    {
        if (line.Posted.Standing.Stored == 0m || sheet.IsCorrection || line.Source?.WorkPrevious is not { } previous)
        {
            return;
        }

        var posted = line.Posted.Posted;
        var isAuto = sheet.Terms.StoredMaterials == StoredMaterials.AutoMove;
        if (previous == (isAuto ? posted.Work : posted.Gross))
        {
            refusals.Add(
                ReasonCode.StoredModeDiffers,
                $"{sheet.NameLine(line)}: previous work of {Sentence.Amount(previous)} {(isAuto ? "leaves out" : "contains")} the {Sentence.Amount(posted.Stored)} that were stored, "
                + $"but the contract carries stored materials as {sheet.Terms.StoredMaterials}. Correct the column in the source, or the term.");
        }
    }

    private static void Source(BillingSheet sheet, SheetLine line, RefusalList found)
    {
        if (line.SourcePrevious == line.Posted.Standing.Gross)
        {
            return;
        }

        var difference = line.SourcePrevious - line.Posted.Posted.Gross;
        var sentence = $"{sheet.NameLine(line)}: the source's previous total is {Sentence.Amount(line.SourcePrevious)}, posted is {Sentence.Amount(line.Posted.Posted.Gross)}.";
        if (HeaderResidual.IsRounding(difference, sheet.Lines.Count, sheet.Currency))
        {
            sheet.Warn(BillingWarningCode.PreviousRounded, line.LineId, sentence + " The difference is a rounding residual.");
        }
        else
        {
            found.Add(ReasonCode.PreviousDiffers, sentence + " Find what changed after posting; a controller decides on a correction.");
        }
    }

    private static void Oracle(BillingSheet sheet, RefusalList found, RefusalList refusals)
    {
        if (sheet.Application.Oracle is not { } posted)
        {
            return;
        }

        var lines = new Dictionary<string, SheetLine>(StringComparer.Ordinal);
        foreach (var line in sheet.Lines)
        {
            lines[line.LineId] = line;
        }

        foreach (var oracle in posted)
        {
            if (!lines.TryGetValue(oracle.LineId, out var line))
            {
                refusals.Add(ReasonCode.OracleBalanceDiffers, $"{sheet.Name}: Oracle has posted on line {oracle.LineId}, which neither ledger nor application knows. Link it.");
                continue;
            }

            var ledger = line.Posted.Posted;
            var held = oracle.Retainage ?? ledger.Retainage.Total;
            if (oracle.Gross == ledger.Gross && held == ledger.Retainage.Total)
            {
                continue;
            }

            found.Add(
                ReasonCode.OracleBalanceDiffers,
                $"{sheet.NameLine(line)}: posted by the ledger are {Sentence.Amount(ledger.Gross)} gross and {Sentence.Amount(ledger.Retainage.Total)} retainage, in Oracle {Sentence.Amount(oracle.Gross)} and {Sentence.Amount(held)}. "
                + "Correct it in Oracle or send it again; a controller may decide to catch up.");
            if (sheet.Application.CatchUp is not null)
            {
                var difference = held - ledger.Retainage.Total;
                line.Before = ledger with { Gross = oracle.Gross, Retainage = ledger.Retainage with { Work = ledger.Retainage.Work + difference } };
            }
        }
    }

    private static void CatchUp(BillingSheet sheet, CatchUpDecision decision, RefusalList refusals)
    {
        var total = 0m;
        foreach (var line in sheet.Lines)
        {
            line.CatchUp = line.SourcePrevious - line.Before.Gross;
            total += line.CatchUp;
        }

        if (decision.Amount != total || decision.DecidedBy.Length == 0 || decision.Reason.Length == 0)
        {
            refusals.Add(
                ReasonCode.OracleBalanceDiffers,
                $"{sheet.Name}: the decision to catch up is for {Sentence.Amount(decision.Amount)}, the variance is {Sentence.Amount(total)}. A controller decides on this figure, by name and with a reason.");
            return;
        }

        sheet.Warn(
            BillingWarningCode.CaughtUp,
            null,
            Sentence.Of($"{sheet.Name}: {Sentence.Amount(total)} of application {decision.OfApplication} are caught up by decision of {decision.DecidedBy}: {decision.Reason}"));
    }
}
