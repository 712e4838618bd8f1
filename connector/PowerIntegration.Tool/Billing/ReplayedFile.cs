using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Replay;

namespace PowerIntegration.Tool.Billing;

/// <summary>A contract file that is compared with what was paid, with what only the file says: where an application stops, and why.</summary>
/// <param name="Answer">The comparison and the proposals.</param>
/// <param name="InputFailed">Billed applications whose input failed a check.</param>
/// <param name="Differences">Every difference; an application that is not billed has its cause in the words of the file.</param>
internal sealed record ReplayedFile(ReplayAnswer Answer, IReadOnlyList<int> InputFailed, IReadOnlyList<ReplayDifference> Differences)
{
    /// <summary>Bills the contract and compares it.</summary>
    public static ReplayedFile Of(ContractFile contract)
    {
        var answer = ReplayAnswer.Of(
            new ReplayHistory
            {
                Ledger = contract.Ledger,
                Applications =
                [
                    .. contract.Applications.Select(entry => new ReplayApplication(entry.Terms, entry.Application)
                    {
                        Paid = entry.Paid,
                        Held = entry.Held,
                    }),
                ],
            }
        );
        var billed = BilledContract.Of(contract);
        var reasons = billed
            .Where(application => application.Outcome is BillingOutcome.Stopped)
            .ToLookup(application => application.Application.Number, application => Reason(application, (BillingOutcome.Stopped)application.Outcome));
        return new ReplayedFile(
            answer,
            [.. billed.Where(outcome => outcome.Outcome is BillingOutcome.Billed { Proof.InputsFailed: > 0 }).Select(one => one.Application.Number)],
            [
                .. answer.Now.Differences.Select(difference =>
                    difference.NotBilled is null
                        ? difference
                        : difference with
                        {
                            NotBilled = reasons[difference.Application].FirstOrDefault() ?? difference.NotBilled,
                        }
                ),
            ]
        );
    }

    private static string Reason(BilledApplication billed, BillingOutcome.Stopped stopped) =>
        billed.Causes.Count > 0 ? billed.Causes[0].Sentence
        : billed.WaitsFor is { } earlier ? string.Create(CultureInfo.InvariantCulture, $"It waits for application {earlier}.")
        : billed.SameAs is { } same ? string.Create(CultureInfo.InvariantCulture, $"The cause is the same as for application {same}.")
        : stopped.Refusal.Sentence;
}
