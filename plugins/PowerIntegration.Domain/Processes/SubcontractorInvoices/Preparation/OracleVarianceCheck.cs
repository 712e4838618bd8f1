using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Whether the base of the application is what Oracle shows (variance V2), or a controller decided about exactly what Oracle shows.
/// </summary>
internal static class OracleVarianceCheck
{
    /// <summary>Why the application is held; null where it is not.</summary>
    public static Refusal? Of(PreparationFacts facts)
    {
        var name = $"Contract {facts.Commitment.Number}, {SourceNames.Of(facts.Source)}";
        if (facts.OracleNotRead is { Length: > 0 } why)
        {
            return new Refusal(
                DocumentReasons.OracleNotRead,
                $"{name}: Oracle could not be asked about the posted invoices of the contract. {why} "
                    + "The invoice will be read again automatically; to read it now, retry it."
            );
        }

        var variances = facts.OracleVariances;
        var decisions = facts.Decisions;
        if (decisions.IsAboutBase ? decisions.OracleVariances.SequenceEqual(variances) : variances.Count == 0)
        {
            return null;
        }

        return new Refusal(
            BillingReasons.OracleBalanceDiffers,
            variances.Count == 0
                ? $"{name}: Oracle agrees with the ledger again, and the recorded decision was about a difference. Record the decision anew."
                : $"{name}: {string.Join("; ", variances)}. The application would be billed from a wrong base. "
                    + "Correct it in Oracle or take the posted document back, then retry; "
                    + "or a controller decides, with Oracle's balances by line."
        );
    }
}
