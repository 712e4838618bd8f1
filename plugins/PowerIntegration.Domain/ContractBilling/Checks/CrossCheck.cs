using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Compares the base with the previous application in the source (variance V1) and with Oracle (variance V2). A variance holds the application; a
/// controller may decide to post it in this application as separate lines.
/// </summary>
internal sealed class CrossCheck(BillingSheet sheet, RefusalList refusals)
{
    // Holds the application unless a controller recorded a catch-up decision.
    private readonly RefusalList found = new();

    // Lines that differ from what was posted by no more than the rounding of a header.
    private readonly List<Rounded> rounded = [];

    /// <summary>Compares one line with the source.</summary>
    public void Line(SheetLine line)
    {
        Mode(line);
        Source(line);
    }

    /// <summary>Compares with Oracle, after every line was compared with the source.</summary>
    public void Contract()
    {
        Roundings();
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
                $"{sheet.Name}: the terms for stored materials changed from '{Sentence.Words(before)}' to "
                    + $"'{Sentence.Words(sheet.Terms.StoredMaterials!.Value)}' since the last posted application. Check column F of each line."
            );
        }
    }

    // Column D shows which method the source really used.
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
                $"{sheet.NameLine(line)}: previous work of {sheet.Amount(previous)} {(isAuto ? "excludes" : "includes")} the "
                    + $"{sheet.Amount(posted.Stored)} of stored materials, but the terms for stored materials are "
                    + $"'{Sentence.Words(sheet.Terms.StoredMaterials!.Value)}'. Correct previous work, or ask the controller to correct the terms.",
                new InputPlace(line.LineId, "work from previous applications")
                {
                    Allowed = "the posted amount, as the terms carry stored materials",
                    Accepted = isAuto ? posted.Gross : posted.Work,
                }
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
            $"{sheet.NameLine(line)}: the application shows a previous total of {sheet.Amount(previous)}, but "
            + $"{sheet.Amount(line.Posted.Posted.Gross)} was posted.";
        if (HeaderResidual.IsRounding(difference, sheet.Lines.Count, sheet.Currency))
        {
            rounded.Add(new Rounded(line, difference, sentence));
        }
        else
        {
            Differs(line, sentence);
        }
    }

    // A header leaves one residual: half a minor unit for each line, for all lines together. More than that is no rounding, however small on a line.
    private void Roundings()
    {
        var isRounding = HeaderResidual.IsRounding(rounded.Sum(one => Math.Abs(one.Difference)), sheet.Lines.Count, sheet.Currency);
        foreach (var one in rounded)
        {
            if (isRounding)
            {
                sheet.Warn(BillingWarningCode.PreviousRounded, one.Line.LineId, one.Sentence + " The difference is rounding.");
            }
            else
            {
                Differs(one.Line, one.Sentence);
            }
        }
    }

    private void Differs(SheetLine line, string sentence) =>
        found.Add(
            BillingReasons.PreviousDiffers,
            sentence + " Find what changed after posting, and ask the controller to decide on a correction.",
            PreviousPlace(line)
        );

    private InputPlace PreviousPlace(SheetLine line)
    {
        ref readonly var posted = ref line.Posted.Balance;
        return line.Source?.CompletedPrevious is not null
            ? new InputPlace(line.LineId, "total completed and stored of the previous application")
            {
                Allowed = "what was posted",
                Accepted = posted.Gross,
            }
            : new InputPlace(line.LineId, "work from previous applications")
            {
                Allowed = "what was posted",
                Accepted = sheet.Terms.StoredMaterials == StoredMaterials.AutoMove ? posted.Gross : posted.Work,
            };
    }

    // Gross of the previous application as the source keeps it. A correction is not compared: its predecessor is its own earlier revision.
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
                    $"{sheet.Name}: Oracle has amounts on line {oracle.LineId}, which is not in the ledger or the application. Link the line."
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
                $"{sheet.NameLine(line)}: the ledger has {sheet.Amount(ledger.Gross)} gross and {sheet.Amount(ledger.Retainage.Total)} "
                    + $"retainage, but Oracle has {sheet.Amount(oracle.Gross)} and {sheet.Amount(held)}. "
                    + "Correct or resend the invoice in Oracle, or ask the controller to record a catch-up decision."
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
                $"{sheet.Name}: the catch-up decision is for {sheet.Amount(decision.Amount)}, and the variance is {sheet.Amount(total)}. "
                    + $"Ask the controller to record a decision for {sheet.Amount(total)} with a name and a reason."
            );
        }
        else
        {
            sheet.Warn(
                BillingWarningCode.CaughtUp,
                null,
                Sentence.Of(
                    $"{sheet.Name} includes a catch-up of {sheet.Amount(total)} from application {decision.OfApplication}, decided by ",
                    $"{decision.DecidedBy}: {decision.Reason}"
                )
            );
        }
    }

    private sealed record Rounded(SheetLine Line, decimal Difference, string Sentence);
}
