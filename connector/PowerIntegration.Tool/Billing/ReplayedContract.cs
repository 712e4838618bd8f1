using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Checks;

namespace PowerIntegration.Tool.Billing;

/// <summary>The applications of a contract, billed by its terms and compared with what was really paid.</summary>
internal sealed record ReplayedContract
{
    private ReplayedContract() { }

    /// <summary>The number of applications for which the file says what was paid or held.</summary>
    public required int Compared { get; init; }

    /// <summary>The applications for which the file does not say it.</summary>
    public required IReadOnlyList<int> NotCompared { get; init; }

    /// <summary>Billed applications whose input failed a check.</summary>
    public required IReadOnlyList<int> InputFailed { get; init; }

    /// <summary>Every difference, in the order of the file.</summary>
    public required IReadOnlyList<ReplayDifference> Differences { get; init; }

    /// <summary>The number of applications that are not billed.</summary>
    public required int Stopped { get; init; }

    /// <summary>The differences of the payments, added without their signs.</summary>
    public decimal PaymentGap => Differences.Where(difference => difference.Line is null).Sum(difference => Math.Abs(difference.Difference));

    /// <summary>The differences of the retainage on lines, added without their signs.</summary>
    public decimal RetainageGap => Differences.Where(difference => difference.Line is not null).Sum(difference => Math.Abs(difference.Difference));

    /// <summary>All differences, added without their signs.</summary>
    public decimal Gap => PaymentGap + RetainageGap;

    /// <summary>The number of applications with a difference.</summary>
    public int Differing => Differences.Select(difference => difference.Application).Distinct().Count();

    /// <summary>Bills the contract and compares it.</summary>
    public static ReplayedContract Of(ContractFile contract)
    {
        var billed = BilledContract.Of(contract);
        var entries = contract.Applications.Zip(billed, (entry, outcome) => new Pair(entry, outcome)).ToList();
        return new ReplayedContract
        {
            Compared = entries.Count(pair => pair.IsCompared),
            NotCompared = [.. entries.Where(pair => !pair.IsCompared).Select(pair => pair.Entry.Application.Number)],
            InputFailed =
            [
                .. billed
                    .Where(outcome => outcome.Outcome is BillingOutcome.Billed { Proof.InputsFailed: > 0 })
                    .Select(one => one.Application.Number),
            ],
            Differences = [.. entries.SelectMany(Compare)],
            Stopped = billed.Count(outcome => outcome.Outcome is BillingOutcome.Stopped),
        };
    }

    private static IEnumerable<ReplayDifference> Compare(Pair pair)
    {
        var number = pair.Entry.Application.Number;
        switch (pair.Billed.Outcome)
        {
            case BillingOutcome.Stopped stopped when pair.IsCompared:
                return [new ReplayDifference(number, null, null, pair.Entry.Paid ?? 0m) { NotBilled = Reason(pair.Billed, stopped) }];
            case BillingOutcome.Billed billed:
                return Payment(pair, billed.After.PaymentDue).Concat(Lines(pair, billed));
            case BillingOutcome.NothingToPost:
                return Payment(pair, 0m);
            default:
                return [];
        }
    }

    private static IEnumerable<ReplayDifference> Payment(Pair pair, decimal billed) =>
        pair.Entry.Paid is { } paid && paid != billed ? [new ReplayDifference(pair.Entry.Application.Number, null, billed, paid)] : [];

    private static IEnumerable<ReplayDifference> Lines(Pair pair, BillingOutcome.Billed billed)
    {
        foreach (var held in pair.Entry.Held)
        {
            var line = billed.Lines.FirstOrDefault(candidate => LineIdKey.Of(candidate.LineId) == LineIdKey.Of(held.LineId));
            var amount = line?.After.Retainage.Total ?? 0m;
            if (amount != held.Amount)
            {
                yield return new ReplayDifference(pair.Entry.Application.Number, held.LineId, amount, held.Amount);
            }
        }
    }

    private static string Reason(BilledApplication billed, BillingOutcome.Stopped stopped) =>
        billed.Causes.Count > 0 ? billed.Causes[0].Sentence
        : billed.WaitsFor is { } earlier ? string.Create(CultureInfo.InvariantCulture, $"It waits for application {earlier}.")
        : billed.SameAs is { } same ? string.Create(CultureInfo.InvariantCulture, $"The cause is the same as for application {same}.")
        : stopped.Refusal.Sentence;

    private sealed record Pair(ContractFileApplication Entry, BilledApplication Billed)
    {
        public bool IsCompared => Entry.Paid is not null || Entry.Held.Count > 0;
    }
}
