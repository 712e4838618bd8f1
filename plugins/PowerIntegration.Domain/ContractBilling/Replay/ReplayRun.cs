using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Retainage;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>Bills the applications one after the other and compares each with what was paid and held.</summary>
internal sealed class ReplayRun(ReplayHistory history)
{
    private readonly List<KnownApplication> known =
    [
        .. history.Applications.Select(entry => new KnownApplication(entry.Application.Number, entry.Application.Status)),
    ];

    private readonly List<ReplayDifference> differences = [];

    // What an overridden line holds more or less than by the terms; by the line, and under an empty id for the contract.
    private readonly Dictionary<string, decimal> overridden = new(StringComparer.Ordinal);

    private ContractLedger ledger = history.Ledger;
    private int stopped;
    private decimal rounded;
    private decimal released;
    private decimal excess;

    public ReplayedContract Run()
    {
        foreach (var entry in history.Applications)
        {
            Bill(entry);
        }

        return new ReplayedContract
        {
            Compared = history.Applications.Count(entry => entry.IsCompared),
            NotCompared = [.. history.Applications.Where(entry => !entry.IsCompared).Select(entry => entry.Application.Number)],
            Differences = differences,
            Stopped = stopped,
            Rounded = rounded,
            Released = released,
        };
    }

    private void Bill(ReplayApplication entry)
    {
        // Of these, only the ones with a lower number are looked at.
        var application = entry.Application with
        {
            Others = [.. entry.Application.Others, .. known],
        };
        var outcome = history.IsStated
            ? BillingEngine.Bill(entry.Terms with { RetainageSource = RetainageSource.Source }, ledger, AsStated(application))
            : BillingEngine.Bill(entry.Terms, ledger, application);
        switch (outcome)
        {
            case BillingOutcome.Billed billed when history.IsStated:
                ledger = billed.NextLedger;
                CompareStated(entry, billed);
                break;
            case BillingOutcome.Billed billed:
                ledger = billed.NextLedger;
                CompareBilled(entry, billed);
                break;
            case BillingOutcome.NothingToPost:
                Payment(entry, 0m, false);
                break;
            default:
                Stopped(entry, (BillingOutcome.Stopped)outcome);
                break;
        }
    }

    // What was held is posted whatever the terms say, so that every application is compared by itself.
    private static Application AsStated(Application application) =>
        application with
        {
            Lines = [.. application.Lines.Select(line => line with { IsRetainageOverridden = true })],
        };

    private void Stopped(ReplayApplication entry, BillingOutcome.Stopped outcome)
    {
        stopped++;
        if (entry.IsCompared)
        {
            differences.Add(
                new ReplayDifference(entry.Application.Number, ReplayFigure.Payment, null, null, entry.Paid ?? 0m)
                {
                    NotBilled = outcome.Refusal.Sentence,
                }
            );
        }

        if (history.IsStated)
        {
            ledger = StatedLedger.After(ledger, entry);
        }
    }

    private void Payment(ReplayApplication entry, decimal billed, bool isOverridden)
    {
        if (entry.Paid is { } paid && paid != billed)
        {
            differences.Add(new ReplayDifference(entry.Application.Number, ReplayFigure.Payment, null, billed, paid) { IsOverridden = isOverridden });
        }
    }

    private void CompareBilled(ReplayApplication entry, BillingOutcome.Billed billed)
    {
        var found = new List<ReplayDifference>();
        var lines = entry.Held.Count == 0 ? null : billed.Lines.ToLookup(line => LineIdKey.Of(line.LineId), StringComparer.Ordinal);
        foreach (var held in entry.Held)
        {
            var line = lines![LineIdKey.Of(held.LineId)].FirstOrDefault();
            var amount = line?.After.Retainage.Total ?? 0m;
            if (amount != held.Amount)
            {
                found.Add(Retainage(entry, held.LineId, amount, held.Amount));
            }
        }

        var byHand = found.Where(difference => difference.IsOverridden).ToList();
        Payment(
            entry,
            billed.After.PaymentDue,
            entry.Paid - billed.After.PaymentDue is { } rest && rest != 0m && rest == byHand.Sum(difference => difference.Difference)
        );
        differences.AddRange(found);
        Continue(byHand);
    }

    // The next application builds on what a person made the lines hold.
    private void Continue(List<ReplayDifference> byHand)
    {
        foreach (var difference in byHand)
        {
            ledger = ledger with
            {
                Lines =
                [
                    .. ledger.Lines.Select(line =>
                        LineIdKey.Of(line.LineId) == LineIdKey.Of(difference.Line!)
                            ? line with
                            {
                                Posted = line.Posted with { Retainage = line.Posted.Retainage - new BucketAmounts(difference.Difference, 0m) },
                            }
                            : line
                    ),
                ],
            };
        }
    }

    private void CompareStated(ReplayApplication entry, BillingOutcome.Billed billed)
    {
        released += billed.Lines.Sum(line => line.Released);
        var found = new List<ReplayDifference>();
        foreach (var warning in billed.Warnings)
        {
            if (warning.Held is not { } held || warning.Expected is not { } expected)
            {
                continue;
            }

            if (warning.Code == BillingWarningCode.RetainageRounded)
            {
                rounded += Math.Abs(held - expected);
            }
            else
            {
                found.Add(Retainage(entry, warning.LineId, expected, held));
            }
        }

        // The terms would have withheld the difference with the application in which it arose.
        var before = excess;
        excess = found.Where(difference => !difference.IsOverridden).Sum(difference => difference.Difference);
        Payment(entry with { Paid = entry.Paid ?? billed.After.PaymentDue }, billed.After.PaymentDue - excess + before, false);
        differences.AddRange(found);
    }

    private ReplayDifference Retainage(ReplayApplication entry, string? lineId, decimal billed, decimal held)
    {
        var difference = new ReplayDifference(
            entry.Application.Number,
            lineId is null ? ReplayFigure.TotalRetainage : ReplayFigure.LineRetainage,
            lineId,
            billed,
            held
        );
        return difference with { IsOverridden = IsOverridden(entry, lineId, difference.Difference) };
    }

    private bool IsOverridden(ReplayApplication entry, string? lineId, decimal difference)
    {
        var key = lineId is null ? "" : LineIdKey.Of(lineId);
        var lines = entry.Application.Lines;
        if (lines.Any(line => line.IsRetainageOverridden && (lineId is null || LineIdKey.Of(line.LineId) == key)))
        {
            overridden[key] = difference;
            return true;
        }

        // The source adds each period to what it held before, so what a person changed remains.
        return overridden.TryGetValue(key, out var before)
            && Currency.TryFind(ledger.Currency, out var currency)
            && Math.Abs(difference - before) <= RetainageTolerance.Of(entry.Application.Number, currency) * (lineId is null ? lines.Count : 1);
    }
}
