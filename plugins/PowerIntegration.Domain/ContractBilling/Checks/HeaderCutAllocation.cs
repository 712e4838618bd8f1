using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Divides a cut made only on the header over the lines, by their positive work this period, largest remainder.</summary>
internal static class HeaderCutAllocation
{
    public static void Run(BillingSheet sheet, RefusalList refusals)
    {
        if (sheet.Application.Cut is not { } cut)
        {
            return;
        }

        var positive = sheet.Lines.Where(line => line.Source is not null && line.WorkThisPeriod > 0m).ToList();
        var billed = positive.Sum(line => line.WorkThisPeriod);
        if (cut.Amount <= 0m || cut.Amount > billed || cut.DecidedBy.Length == 0 || cut.Reason.Length == 0)
        {
            refusals.Add(
                BillingReasons.HeaderCutUnusable,
                $"{sheet.Name}: the header cut of {sheet.Amount(cut.Amount)} cannot be applied. It must be above zero and at most the "
                    + $"{sheet.Amount(billed)} of work this period, with a name and a reason. Correct the cut, or reduce the lines instead."
            );
            return;
        }

        if (sheet.Terms.RetainageSource == RetainageSource.Source)
        {
            refusals.Add(
                BillingReasons.HeaderCutUnusable,
                $"{sheet.Name}: the header is cut by {sheet.Amount(cut.Amount)}, but the retainage on the lines was approved without the "
                    + "cut. Reduce the lines instead of the header."
            );
            return;
        }

        var shares = Allocation.AmountsByWeight(new Money(cut.Amount, sheet.Currency), [.. positive.Select(line => line.WorkThisPeriod)]);
        for (var index = 0; index < positive.Count; index++)
        {
            positive[index].WorkThisPeriod -= shares[index];
            sheet.Warn(
                BillingWarningCode.HeaderCutAllocated,
                positive[index].LineId,
                $"{sheet.NameLine(positive[index])} is reduced by {sheet.Amount(shares[index])}, its share of the header cut of "
                    + $"{sheet.Amount(cut.Amount)} by {cut.DecidedBy} ({cut.Reason})."
            );
        }

        sheet.AddUp();
    }
}
