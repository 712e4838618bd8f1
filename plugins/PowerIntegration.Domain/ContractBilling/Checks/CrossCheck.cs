using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// The base against the source's previous application (variance V1) and against Oracle (variance V2). A variance holds the application; a controller
/// may decide to post it inside this application as lines of its own.
/// </summary>
internal sealed class CrossCheck(BillingSheet sheet, RefusalList refusals)
{
    // What holds the application unless a controller decided to catch up.
    private readonly RefusalList found = new();

    /// <summary>Compares one line with the source.</summary>
    public void Line(SheetLine line)
    {
        Mode(line);
        Source(line);
    }

    /// <summary>Compares with Oracle, once every line was compared with the source.</summary>
    public void Contract()
    {
        Oracle();
        if (sheet.Application.CatchUp is { } decision)
        {
            CatchUp(decision);
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
                $"{sheet.Name}: stored materials were carried as {before} and now as {sheet.Terms.StoredMaterials}; "
                    + "the totals of every line were compared with the ledger."
            );
        }
    }

    // Column D tells which mode the source really used.
    private void Mode(SheetLine line)
    {
        if (line.Posted.Balance.Stored == 0m || sheet.IsCorrection || line.Source?.WorkPrevious is not { } previous)
        {
            return;
        }

        var posted = line.Posted.Posted;
        var isAuto = sheet.Terms.StoredMaterials == StoredMaterials.AutoMove;
        if (previous == (isAuto ? posted.Work : posted.Gross))
        {
            refusals.Add(
                BillingReasons.StoredModeDiffers,
                $"{sheet.NameLine(line)}: previous work of {Sentence.Amount(previous)} {(isAuto ? "leaves out" : "contains")} the "
                    + $"{Sentence.Amount(posted.Stored)} that were stored, "
                    + $"but the contract carries stored materials as {sheet.Terms.StoredMaterials}. Correct the column in the source, or the term."
            );
        }
    }

    private void Source(SheetLine line)
    {
        var previous = Previous(line);
        if (previous == line.Posted.Balance.Gross)
        {
            return;
        }

        var difference = previous - line.Posted.Posted.Gross;
        var sentence =
            $"{sheet.NameLine(line)}: the source's previous total is {Sentence.Amount(previous)}, posted is "
            + $"{Sentence.Amount(line.Posted.Posted.Gross)}.";
        if (HeaderResidual.IsRounding(difference, sheet.Lines.Count, sheet.Currency))
        {
            sheet.Warn(BillingWarningCode.PreviousRounded, line.LineId, sentence + " The difference is a rounding residual.");
        }
        else
        {
            found.Add(BillingReasons.PreviousDiffers, sentence + " Find what changed after posting; a controller decides on a correction.");
        }
    }

    // Gross of the previous application as the source keeps it. A correction compares nothing: its predecessor is itself.
    private decimal Previous(SheetLine line)
    {
        ref readonly var posted = ref line.Posted.Balance;
        if (line.Source is not { } source || sheet.IsCorrection)
        {
            return posted.Gross;
        }

        return source.CompletedPrevious
            ?? (sheet.Terms.StoredMaterials == StoredMaterials.AutoMove ? line.WorkPrevious : line.WorkPrevious + posted.Stored);
    }

    private void Oracle()
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
                refusals.Add(
                    BillingReasons.OracleBalanceDiffers,
                    $"{sheet.Name}: Oracle has posted on line {oracle.LineId}, which neither ledger nor application knows. Link it."
                );
                continue;
            }

            var ledger = line.Posted.Posted;
            var held = oracle.Retainage ?? ledger.Retainage.Total;
            if (oracle.Gross == ledger.Gross && held == ledger.Retainage.Total)
            {
                continue;
            }

            found.Add(
                BillingReasons.OracleBalanceDiffers,
                $"{sheet.NameLine(line)}: posted by the ledger are {Sentence.Amount(ledger.Gross)} gross and "
                    + $"{Sentence.Amount(ledger.Retainage.Total)} retainage, in Oracle {Sentence.Amount(oracle.Gross)} and {Sentence.Amount(held)}. "
                    + "Correct it in Oracle or send it again; a controller may decide to catch up."
            );
            if (sheet.Application.CatchUp is not null)
            {
                var difference = held - ledger.Retainage.Total;
                line.MoveFrom(ledger with { Gross = oracle.Gross, Retainage = ledger.Retainage with { Work = ledger.Retainage.Work + difference } });
            }
        }
    }

    private void CatchUp(CatchUpDecision decision)
    {
        var total = 0m;
        foreach (var line in sheet.Lines)
        {
            line.CatchUp = Previous(line) - line.Base.Posted.Gross;
            total += line.CatchUp;
        }

        if (decision.Amount != total || decision.DecidedBy.Length == 0 || decision.Reason.Length == 0)
        {
            refusals.Add(
                BillingReasons.OracleBalanceDiffers,
                $"{sheet.Name}: the decision to catch up is for {Sentence.Amount(decision.Amount)}, the variance is "
                    + $"{Sentence.Amount(total)}. A controller decides on this figure, by name and with a reason."
            );
            return;
        }

        sheet.Warn(
            BillingWarningCode.CaughtUp,
            null,
            Sentence.Of(
                $"{sheet.Name}: {Sentence.Amount(total)} of application {decision.OfApplication} are caught up by decision of ",
                $"{decision.DecidedBy}: {decision.Reason}"
            )
        );
    }
}
