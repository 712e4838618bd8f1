using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Tool.Billing;

/// <summary>Bills a contract file: every application builds on the balances that the earlier ones posted.</summary>
internal static class BilledContract
{
    /// <summary>Each application with its outcome. A stopped application posts nothing, so the next one builds on the same balances.</summary>
    public static IReadOnlyList<BilledApplication> Of(ContractFile contract)
    {
        var known = contract.Applications.Select(entry => new KnownApplication(entry.Application.Number, entry.Application.Status)).ToList();
        var ledger = contract.Ledger;
        var billed = new List<BilledApplication>();
        for (var index = 0; index < contract.Applications.Count; index++)
        {
            var entry = contract.Applications[index];
            var application = entry.Application with { Others = [.. entry.Application.Others, .. known.Where((_, position) => position != index)] };
            var outcome = BillingEngine.Bill(entry.Terms, ledger, application);
            billed.Add(new BilledApplication(application, outcome));
            ledger = outcome is BillingOutcome.Billed posted ? posted.NextLedger : ledger;
        }

        return billed;
    }
}
