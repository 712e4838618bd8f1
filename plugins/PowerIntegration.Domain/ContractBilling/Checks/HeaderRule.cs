using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// A certified header decides. Where it differs from the total of its lines by rounding only, the lines take the difference, with a warning; a larger
/// difference is refused. Without a header the total of the lines decides.
/// </summary>
internal static class HeaderRule
{
    public static void Run(BillingSheet sheet, RefusalList refusals)
    {
        if (sheet.Application.Header is not { } header)
        {
            return;
        }

        // Scheduled values are not rounded, so the contract sum has no residual.
        Same(sheet, refusals, "original contract sum", header.OriginalContractSum, sheet.Ledger.OriginalContractSum);
        Same(sheet, refusals, "net change by change orders", header.NetChangeOrders, sheet.RevisedSum - sheet.Ledger.OriginalContractSum);
        Same(sheet, refusals, "contract sum to date", header.ContractSumToDate, sheet.RevisedSum);
        var gross = Residual(sheet, refusals, "total completed and stored to date", header.GrossToDate, sheet.GrossToDate);
        var held = Residual(sheet, refusals, "total retainage", header.RetainageToDate, sheet.Lines.Sum(line => line.Held.Total));
        GiveGross(sheet, gross);
        GiveRetainage(sheet, held);
        sheet.AddUp();
        Previous(sheet, refusals, header);
    }

    private static void Same(BillingSheet sheet, RefusalList refusals, string field, decimal? said, decimal computed)
    {
        if (said is { } header && header != computed)
        {
            refusals.Add(
                BillingReasons.CertificateDoesNotAddUp,
                $"{sheet.Name}: the header's {field} is {sheet.Amount(header)}, but the ledger and lines total {sheet.Amount(computed)}. "
                    + "Correct the header or the lines."
            );
        }
    }

    private static decimal Residual(BillingSheet sheet, RefusalList refusals, string field, decimal? said, decimal sum)
    {
        var residual = (said ?? sum) - sum;
        if (residual == 0m)
        {
            return 0m;
        }

        var sentence = $"{sheet.Name}: the header's {field} is {sheet.Amount(said!.Value)}, but the lines total {sheet.Amount(sum)}.";
        if (!HeaderResidual.IsRounding(residual, sheet.Lines.Count, sheet.Currency))
        {
            refusals.Add(
                BillingReasons.CertificateDoesNotAddUp,
                sentence + " The difference is more than rounding. Correct the header or the lines."
            );
            return 0m;
        }

        sheet.Warn(
            BillingWarningCode.HeaderResidual,
            null,
            sentence
                + $" The difference of {sheet.Amount(residual)} is rounding. The header is used, and the lines take the difference "
                + $"(term: {Sentence.Words(sheet.Terms.ResidualPlace!.Value)})."
        );
        return residual;
    }

    private static void GiveGross(BillingSheet sheet, decimal residual)
    {
        // Gross amounts are rounded to cents, so no line has a remainder; where the remainders decide, the largest line takes it.
        if (residual != 0m)
        {
            Taker(sheet, line => line.Gross).WorkThisPeriod += residual;
        }
    }

    private static void GiveRetainage(BillingSheet sheet, decimal residual)
    {
        if (residual == 0m)
        {
            return;
        }

        if (sheet.Terms.ResidualPlace == ResidualPlace.LargestRemainder && Unrounded(sheet) is { } exact)
        {
            var total = sheet.Lines.Sum(line => line.Held.Total) + residual;
            var shares = Allocation.AmountsByWeight(new Money(total, sheet.Currency), exact);
            for (var index = 0; index < sheet.Lines.Count; index++)
            {
                AddToLarger(sheet.Lines[index], shares[index] - sheet.Lines[index].Held.Total);
            }

            return;
        }

        AddToLarger(Taker(sheet, line => line.Held.Total), residual);
    }

    // What every line holds before rounding; null where a line holds anything else than its rates: a share of a cap, an overridden amount, less
    // after a release. Divided again by the rates, such a line would lose more than a cent.
    private static decimal[]? Unrounded(BillingSheet sheet)
    {
        if (sheet.Rates is not { } rates || sheet.Lines.Exists(line => line.Held != rates.Held(line, sheet.Currency)))
        {
            return null;
        }

        var exact = sheet.Lines.ConvertAll(rates.Unrounded);
        return exact.TrueForAll(amount => amount >= 0m) && exact.Exists(amount => amount > 0m) ? [.. exact] : null;
    }

    private static SheetLine Taker(BillingSheet sheet, Func<SheetLine, decimal> size) =>
        sheet.Terms.ResidualPlace == ResidualPlace.FirstLine
            ? sheet.Lines.FirstOrDefault(line => line.Source is not null && size(line) != 0m) ?? Largest(sheet, size)
            : Largest(sheet, size);

    // A tie goes to the lowest id.
    private static SheetLine Largest(BillingSheet sheet, Func<SheetLine, decimal> size)
    {
        var isAnyNamed = sheet.Lines.Exists(line => line.Source is not null);
        SheetLine? largest = null;
        foreach (var line in sheet.Lines)
        {
            if ((line.Source is not null || !isAnyNamed) && (largest is null || IsLarger(line, largest, size)))
            {
                largest = line;
            }
        }

        Invariant.Require(largest is not null, "A certificate with a residual has a line that takes it.");
        return largest;
    }

    private static bool IsLarger(SheetLine line, SheetLine than, Func<SheetLine, decimal> size)
    {
        var order = Math.Abs(size(line)).CompareTo(Math.Abs(size(than)));
        return order > 0 || (order == 0 && SeenIds.IsBefore(line.LineId, than.LineId));
    }

    private static void AddToLarger(SheetLine line, decimal extra) =>
        line.Held += Math.Abs(line.Held.Stored) > Math.Abs(line.Held.Work) ? new BucketAmounts(0m, extra) : new BucketAmounts(extra, 0m);

    private static void Previous(BillingSheet sheet, RefusalList refusals, CertifiedHeader header)
    {
        // A correction and a catch-up start from another base than the header's line 7; their lines are compared instead.
        if (sheet.IsCorrection || sheet.Application.CatchUp is not null)
        {
            return;
        }

        var posted = sheet.Ledger.Lines.Sum(line => line.Posted.EarnedLessRetainage);
        if (header.PreviousCertificates is { } previous && previous != posted)
        {
            refusals.Add(
                BillingReasons.PreviousDiffers,
                $"{sheet.Name}: the header's previous certificates are {sheet.Amount(previous)}, but {sheet.Amount(posted)} was posted. "
                    + "Find what changed after posting, and ask the controller to decide on a correction."
            );
        }

        // Compared with the header's own line 7: where only line 7 differs from the ledger, the payment due is correct and must not hide the cause.
        var due = sheet.GrossToDate - sheet.Lines.Sum(line => line.Held.Total) - (header.PreviousCertificates ?? posted);
        if (header.PaymentDue is { } said && said != due)
        {
            refusals.Add(
                BillingReasons.CertificateDoesNotAddUp,
                $"{sheet.Name}: the header's current payment due is {sheet.Amount(said)}, but the lines total {sheet.Amount(due)}. "
                    + "Correct the header or the lines."
            );
        }
    }
}
