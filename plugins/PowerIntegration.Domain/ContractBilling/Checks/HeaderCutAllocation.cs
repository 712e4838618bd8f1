using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Divides a cut made only on the header over the lines, by their positive work this period, largest remainder. Work that a controller's decision
/// catches up is work of this period too. The lines were checked before, as the source states them.
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

        var positive = sheet.Lines.Where(line => line.Source is not null && Cuttable(line) > 0m).ToList();
        var billed = positive.Sum(Cuttable);
        if (cut.Kind == CutKind.Net || cut.Amount <= 0m || cut.Amount > billed || cut.DecidedBy.Length == 0 || cut.Reason.Length == 0)
        {
            refusals.Add(
                BillingReasons.HeaderCutUnusable,
                $"{sheet.Name}: the header cut of {sheet.Amount(cut.Amount)} cannot be applied. It must be above zero and at most the "
                    + $"{sheet.Amount(billed)} of work this period, with a name and a reason. Correct the cut, or reduce the lines instead."
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

        var shares = Allocation.AmountsByWeight(new Money(cut.Amount, sheet.Currency), [.. positive.Select(Cuttable)]);
        for (var index = 0; index < positive.Count; index++)
        {
            Reduce(sheet, positive[index], shares[index], rates);
            sheet.Warn(
                BillingWarningCode.HeaderCutAllocated,
                positive[index].LineId,
                $"{sheet.NameLine(positive[index])} is reduced by {sheet.Amount(shares[index])}, its share of the gross header cut of "
                    + $"{sheet.Amount(cut.Amount)} by {cut.DecidedBy} ({cut.Reason})."
            );
        }

        sheet.AddUp();
    }

    private static decimal Cuttable(SheetLine line) => line.WorkThisPeriod + line.CatchUp;

    // Column E first; what is more comes off the work that is caught up, which is in column D.
    private static void Reduce(BillingSheet sheet, SheetLine line, decimal share, RateTable? rates)
    {
        var held = rates?.Held(line, sheet.Currency) ?? default;
        var work = Math.Min(share, Math.Max(0m, line.WorkThisPeriod));
        line.WorkThisPeriod -= work;
        if (work < share)
        {
            line.WorkPrevious -= share - work;
            line.CatchUp -= share - work;
        }

        if (rates is not null)
        {
            line.AddUp();
            line.HeldOnCut = held - rates.Held(line, sheet.Currency);
        }
    }
}
