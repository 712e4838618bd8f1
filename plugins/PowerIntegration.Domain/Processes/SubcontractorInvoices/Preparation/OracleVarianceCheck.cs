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
        var name = $"Commitment {facts.Commitment.Number}, {SourceNames.Of(facts.Source)}";
        if (facts.OracleNotRead is { Length: > 0 } why)
        {
            return new Refusal(
                DocumentReasons.OracleNotRead,
                $"{name}: The posted invoices of the commitment could not be read from Oracle. {why} "
                    + "It will be tried again automatically. To try now, retry the document."
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
                ? $"{name}: Oracle now matches the ledger, so the recorded decision no longer applies. Record a new one."
                : $"{name}: {string.Join("; ", variances)}. The application would be billed from wrong balances. "
                    + "Correct it in Oracle or reverse the posted document, then retry; "
                    + "or ask the controller to record a catch-up decision with Oracle's balances by line."
        );
    }
}
