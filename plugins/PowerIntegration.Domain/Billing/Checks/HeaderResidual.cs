using System;
using System.Collections.Generic;
using System.Linq;

namespace PowerIntegration.Domain.Billing;

/// <summary>
/// The rule for a certified header that differs from the sum of its lines: within half a minor unit for each line it is rounding, the header rules and
/// the difference goes to the largest line, where it is shown; more is refused.
/// </summary>
public static class HeaderResidual
{
    /// <summary>The most that rounding each line can make of the sum.</summary>
    public static decimal Tolerance(int lineCount, Currency currency) => lineCount * Rounding.HalfMinorUnit(currency);

    /// <summary>True where rounding alone can explain the residual.</summary>
    public static bool IsRounding(decimal residual, int lineCount, Currency currency) => Math.Abs(residual) <= Tolerance(lineCount, currency);

    /// <summary>Gives the difference in gross to the line with the largest gross.</summary>
    public static IReadOnlyList<LineStep> GiveGross(IReadOnlyList<LineStep> steps, decimal residual) =>
        Give(steps, residual, step => step.After.Gross, (balance, extra) => balance with { Gross = balance.Gross + extra });

    /// <summary>Gives the difference in retainage to the line that holds most, in the bucket that holds most.</summary>
    public static IReadOnlyList<LineStep> GiveRetainage(IReadOnlyList<LineStep> steps, decimal residual) =>
        Give(steps, residual, step => step.After.Retainage.Total, (balance, extra) => balance with { Retainage = AddToLarger(balance.Retainage, extra) });

    private static LineStep[] Give(
        IReadOnlyList<LineStep> steps, decimal residual, Func<LineStep, decimal> size, Func<LineBalance, decimal, LineBalance> add)
    {
        if (residual == 0m)
        {
            return [.. steps];
        }

        // A tie goes to the lowest id; ids are numbers written as text, so the shorter is the lower.
        var largest = steps.Where(step => step.Source is not null)
            .OrderByDescending(step => Math.Abs(size(step)))
            .ThenBy(step => step.ProcoreLineId.Length)
            .ThenBy(step => step.ProcoreLineId, StringComparer.Ordinal)
            .First();
        LineStep[] given = [.. steps.Select(step => ReferenceEquals(step, largest) ? step with { After = add(step.After, residual) } : step)];
        Residual.RequireZero(steps.Sum(size) + residual, given.Select(size), "The residual of the header reaches exactly one line.");
        return given;
    }

    private static BucketAmounts AddToLarger(BucketAmounts held, decimal extra) => Math.Abs(held.Stored) > Math.Abs(held.Work)
        ? held with { Stored = held.Stored + extra }
        : held with { Work = held.Work + extra };
}
