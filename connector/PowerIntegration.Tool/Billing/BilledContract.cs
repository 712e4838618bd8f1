using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>Bills a contract file: every application builds on the balances that the earlier ones posted.</summary>
internal sealed class BilledContract
{
    private readonly ContractFile contract;
    private readonly List<KnownApplication> known;
    private readonly List<BilledApplication> billed = [];
    private readonly Dictionary<string, FileCause> told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> toldAt = new(StringComparer.Ordinal);
    private ContractLedger ledger;

    private BilledContract(ContractFile contract)
    {
        this.contract = contract;
        known = [.. contract.Applications.Select(entry => new KnownApplication(entry.Application.Number, entry.Application.Status))];
        ledger = contract.Ledger;
    }

    /// <summary>Each application with its outcome. A stopped application posts nothing; those with a higher number wait for it.</summary>
    public static IReadOnlyList<BilledApplication> Of(ContractFile contract)
    {
        var run = new BilledContract(contract);
        for (var index = 0; index < contract.Applications.Count; index++)
        {
            run.billed.Add(run.Bill(contract.Applications[index], index));
        }

        return run.billed;
    }

    private BilledApplication Bill(ContractFileApplication entry, int index)
    {
        var application = entry.Application with { Others = [.. entry.Application.Others, .. known.Where((_, position) => position != index)] };
        var outcome = BillingEngine.Bill(entry.Terms, ledger, application);
        switch (outcome)
        {
            case BillingOutcome.Stopped stopped:
                return Stopped(entry, application, stopped);
            case BillingOutcome.Billed posted:
                ledger = posted.NextLedger;
                return Billed(application, posted with { Proof = Strict(posted.Proof) });
            default:
                return new BilledApplication(application, outcome)
                {
                    // Both entries are in the file, so the second is not a repeated delivery.
                    Causes = outcome is BillingOutcome.NothingToPost { Why: NothingToPostReason.Duplicate }
                        ? [FileCause.Repeated(contract, entry.Terms, application)]
                        : [],
                };
        }
    }

    private BilledApplication Stopped(ContractFileApplication entry, Application application, BillingOutcome.Stopped stopped)
    {
        var waitsFor = stopped.All.Any(refusal => refusal.Code == DocumentReasons.PredecessorNotPosted) ? Predecessor(application) : null;
        var causes = stopped
            .All.Where(refusal => waitsFor is null || !IsOfOrder(refusal.Code))
            .Select(refusal => FileCause.Of(refusal, contract, entry.Terms, application))
            .ToList();
        var first = causes.Where(cause => toldAt.ContainsKey(cause.Key)).Select(cause => (int?)toldAt[cause.Key]).FirstOrDefault();
        var own = Untold(causes, application);
        return new BilledApplication(application, stopped)
        {
            Causes = own,
            WaitsFor = waitsFor,
            SameAs = own.Count == 0 ? first : null,
        };
    }

    // Nothing is added to a file later, so an input that is still missing has failed.
    private static Proof Strict(Proof proof) =>
        proof with
        {
            Inputs =
            [
                .. proof.Inputs.Select(input =>
                    input.State == InputState.Noted && input.Places.Count > 0 ? input with { State = InputState.Failed } : input
                ),
            ],
        };

    private BilledApplication Billed(Application application, BillingOutcome.Billed posted) =>
        new(application, posted)
        {
            Causes = Untold(
                posted.Proof.Inputs.Where(input => input.State == InputState.Failed).SelectMany(input => FileCause.Of(input, contract, application)),
                application
            ),
            BuildsOn = billed
                .Where(earlier => earlier.Outcome is BillingOutcome.Billed { Proof.InputsFailed: > 0 })
                .Select(earlier => (int?)earlier.Application.Number)
                .FirstOrDefault(),
        };

    // An application that waits is not compared with a base that is not its own.
    private static bool IsOfOrder(ReasonCode code) => code == DocumentReasons.PredecessorNotPosted || code == BillingReasons.PeriodBackward;

    private List<FileCause> Untold(IEnumerable<FileCause> causes, Application application)
    {
        var untold = new List<FileCause>();
        foreach (var cause in causes)
        {
            if (told.TryAdd(cause.Key, cause))
            {
                toldAt.Add(cause.Key, application.Number);
                untold.Add(cause);
            }
            else if (cause.IsMissing && toldAt[cause.Key] != application.Number)
            {
                told[cause.Key].AlsoIn.Add(application.Number);
            }
        }

        return untold;
    }

    // The lowest number that is open before this one, where the file lists it before; otherwise the order of the file is the cause.
    private int? Predecessor(Application application)
    {
        var open = known
            .Where(other => other.Number > ledger.LastPostedNumber && other.Number < application.Number && other.Status != ApplicationStatus.Void)
            .Select(other => other.Number)
            .DefaultIfEmpty(application.Number)
            .Min();
        return billed.Exists(earlier => earlier.Application.Number == open) ? open : null;
    }
}
