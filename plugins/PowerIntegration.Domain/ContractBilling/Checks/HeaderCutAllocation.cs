using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Divides a cut made only on the header over the lines, by their positive work this period, largest remainder; what is more than that work comes off
/// the materials that were stored this period. Work that a controller's decision catches up is work of this period too. The lines were checked
/// before, as the source states them.
/// </summary>
internal static class HeaderCutAllocation
{
    public static void Run(BillingSheet sheet, RefusalList refusals)
    {
        if (sheet.Application.Cut is not { } cut)
        {
            return;
        }

        var rates = sheet.Terms.RetainageSource == RetainageSource.Source ? RateTable.Of(sheet.Terms.Retainage!) : null;
        if (sheet.Terms.RetainageSource == RetainageSource.Source && rates is null)
        {
            refusals.Add(
                BillingReasons.HeaderCutUnusable,
                $"{sheet.Name}: the header is cut by {sheet.Amount(cut.Amount)}, but the retainage on the lines was approved without the "
                    + "cut, and the terms have no rate for each line that says how much less is held. Reduce the lines instead of the header."
            );
            return;
        }

        decimal work = sheet.Lines.Sum(CuttableWork),
            stored = sheet.Lines.Sum(CuttableStored);
        if (cut.Kind == CutKind.Net || cut.Amount <= 0m || cut.Amount > work + stored || cut.DecidedBy.Length == 0 || cut.Reason.Length == 0)
        {
            refusals.Add(
                BillingReasons.HeaderCutUnusable,
                $"{sheet.Name}: the header cut of {sheet.Amount(cut.Amount)} cannot be applied. It must be above zero and at most the "
                    + $"{sheet.Amount(work + stored)} of work and stored materials this period, with a name and a reason. "
                    + "Correct the cut, or reduce the lines instead."
            );
            return;
        }

        if (cut.WorkedOutFrom is { } net)
        {
            sheet.Warn(
                BillingWarningCode.HeaderCutAllocated,
                null,
                $"{sheet.Name}: {sheet.Amount(net)} less is certified than line 8 of the lines, by {cut.DecidedBy} ({cut.Reason}). "
                    + $"With the retainage on it, that is a gross cut of {sheet.Amount(cut.Amount)}."
            );
        }

        var ofWork = Math.Min(work, cut.Amount);
        decimal[] workShares = Shares(sheet, ofWork, CuttableWork),
            storedShares = Shares(sheet, cut.Amount - ofWork, CuttableStored);
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            if (workShares[index] + storedShares[index] is var share and > 0m)
            {
                var line = sheet.Lines[index];
                Reduce(sheet, line, workShares[index], storedShares[index], rates);
                sheet.Warn(
                    BillingWarningCode.HeaderCutAllocated,
                    line.LineId,
                    $"{sheet.NameLine(line)} is reduced by {sheet.Amount(share)}, its share of the gross header cut of "
                        + $"{sheet.Amount(cut.Amount)} by {cut.DecidedBy} ({cut.Reason})."
                );
            }
        }

        sheet.AddUp();
    }

    /// <summary>The most that a cut can take off a billed line.</summary>
    /// <param name="line">The line as it is billed without a cut.</param>
    public static decimal MostOf(ContinuationLine line) =>
        Math.Max(0m, line.WorkThisPeriod + line.CatchUp) + Math.Max(0m, line.After.Stored - line.Before.Stored);

    private static decimal CuttableWork(SheetLine line) => line.Source is null ? 0m : Math.Max(0m, line.WorkThisPeriod + line.CatchUp);

    // A line that is not listed keeps what is stored.
    private static decimal CuttableStored(SheetLine line) => Math.Max(0m, line.Stored - line.Base.Posted.Stored);

    private static decimal[] Shares(BillingSheet sheet, decimal amount, Func<SheetLine, decimal> cuttable) =>
        amount == 0m
            ? new decimal[sheet.Lines.Count]
            : Allocation.AmountsByWeight(new Money(amount, sheet.Currency), [.. sheet.Lines.Select(cuttable)]);

    // Column E first; what is more comes off the work that is caught up, which is in column D.
    private static void Reduce(BillingSheet sheet, SheetLine line, decimal share, decimal stored, RateTable? rates)
    {
        var held = rates?.Held(line, sheet.Currency) ?? default;
        var work = Math.Min(share, Math.Max(0m, line.WorkThisPeriod));
        line.WorkThisPeriod -= work;
        line.WorkPrevious -= share - work;
        line.CatchUp -= share - work;
        line.Stored -= stored;
        if (rates is not null)
        {
            line.AddUp();
            line.HeldOnCut = held - rates.Held(line, sheet.Currency);
        }
    }
}
