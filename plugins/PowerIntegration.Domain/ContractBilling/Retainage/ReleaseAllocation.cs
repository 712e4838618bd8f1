using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Retainage;

/// <summary>
/// Takes a release from what is held: over the lines by what each holds, largest remainder; on a line from work first, then stored materials, then
/// the punch list. The part held for the punch list moves to its bucket.
/// </summary>
internal static class ReleaseAllocation
{
    public static void Run(BillingSheet sheet, RefusalList refusals)
    {
        if (sheet.Application.Release is not { } release)
        {
            return;
        }

        if (sheet.Terms.RetainageSource == RetainageSource.Source && sheet.Application.Lines.Count > 0)
        {
            refusals.Add(
                BillingReasons.ReleaseUnusable,
                $"{sheet.Name}: the approved retainage on the lines already includes every release. "
                    + "Release retainage on a separate application, or through the released amounts on the lines."
            );
            return;
        }

        var held = sheet.Lines.Sum(line => line.Held.Total);
        var amounts = release switch
        {
            RetainageRelease.ByLine lines => ByLine(sheet, lines, refusals),
            RetainageRelease.Total total => ByHeld(sheet, total.Amount, held, refusals),
            RetainageRelease.DownTo target => ByHeld(sheet, held - target.Held, held, refusals),
            _ => [.. sheet.Lines.Select(line => line.Held.Total)],
        };
        if (amounts is null)
        {
            return;
        }

        var released = amounts.Sum();
        if (release.PunchListHold < 0m || release.PunchListHold > Math.Max(0m, released))
        {
            refusals.Add(
                BillingReasons.ReleaseUnusable,
                $"{sheet.Name}: the punch-list hold is {sheet.Amount(release.PunchListHold)}, but it must be between zero and the release of "
                    + $"{sheet.Amount(released)}. Correct the hold."
            );
            return;
        }

        Take(sheet, amounts, release.PunchListHold);
        Invariant.Require(
            held - sheet.Lines.Sum(line => line.Held.Total) == released - release.PunchListHold,
            "What is held falls by what is released."
        );
    }

    private static decimal[]? ByHeld(BillingSheet sheet, decimal amount, decimal held, RefusalList refusals)
    {
        if (amount > held || held < 0m)
        {
            refusals.Add(
                BillingReasons.ReleaseAboveHeld,
                $"{sheet.Name} releases {sheet.Amount(amount)}, but {sheet.Amount(held)} is held. Reduce the release."
            );
            return null;
        }

        if (amount <= 0m)
        {
            refusals.Add(
                BillingReasons.ReleaseUnusable,
                $"{sheet.Name} releases {sheet.Amount(amount)} of the {sheet.Amount(held)} held. "
                    + "Enter a release above zero, or a lower amount to keep."
            );
            return null;
        }

        return Allocation.AmountsByWeight(new Money(amount, sheet.Currency), [.. sheet.Lines.Select(line => Math.Max(0m, line.Held.Total))]);
    }

    private static decimal[]? ByLine(BillingSheet sheet, RetainageRelease.ByLine release, RefusalList refusals)
    {
        var known = new HashSet<string>(sheet.Lines.Select(line => line.LineId), StringComparer.Ordinal);
        var wanted = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in release.Lines)
        {
            if (line.Amount <= 0m || wanted.ContainsKey(line.LineId) || !known.Contains(line.LineId))
            {
                refusals.Add(
                    BillingReasons.ReleaseUnusable,
                    $"{sheet.Name}: the release of {sheet.Amount(line.Amount)} on line {line.LineId} cannot be used. The amount must be above "
                        + "zero, and the line must exist and be listed once. Correct the release."
                );
                return null;
            }

            wanted.Add(line.LineId, line.Amount);
        }

        var above = sheet.Lines.FirstOrDefault(line => wanted.TryGetValue(line.LineId, out var amount) && amount > line.Held.Total);
        if (above is not null)
        {
            refusals.Add(
                BillingReasons.ReleaseAboveHeld,
                $"{sheet.NameLine(above)} releases {sheet.Amount(wanted[above.LineId])}, but "
                    + $"{sheet.Amount(above.Held.Total)} is held. Reduce the release."
            );
            return null;
        }

        return [.. sheet.Lines.Select(line => wanted.TryGetValue(line.LineId, out var amount) ? amount : 0m)];
    }

    private static void Take(BillingSheet sheet, decimal[] amounts, decimal punchListHold)
    {
        var kept =
            punchListHold == 0m
                ? new decimal[amounts.Length]
                : Allocation.AmountsByWeight(new Money(punchListHold, sheet.Currency), [.. amounts.Select(amount => Math.Max(0m, amount))]);
        for (var index = 0; index < amounts.Length; index++)
        {
            var line = sheet.Lines[index];
            var taken = FromBuckets(line.Held, amounts[index]);
            line.Held = line.Held - taken + new BucketAmounts(0m, 0m, kept[index]);
            line.Release(taken, amounts[index] - kept[index]);
        }
    }

    private static BucketAmounts FromBuckets(BucketAmounts held, decimal amount)
    {
        if (amount == held.Total)
        {
            return held;
        }

        var work = Math.Min(Math.Max(0m, held.Work), amount);
        var stored = Math.Min(Math.Max(0m, held.Stored), amount - work);
        return new BucketAmounts(work, stored, amount - work - stored);
    }
}
