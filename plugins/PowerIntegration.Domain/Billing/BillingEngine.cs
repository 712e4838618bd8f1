using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>Bills one application of a contract: pure, the same facts give the same answer.</summary>
public static class BillingEngine
{
    /// <summary>Bills.</summary>
    /// <param name="terms">What the contract says.</param>
    /// <param name="ledger">The base: what is posted.</param>
    /// <param name="application">The application.</param>
    public static BillingOutcome Bill(ContractTerms terms, ContractLedger ledger, Application application)
    {
        var refusal = new Refusal(ReasonCode.DocumentKindNotSupported, $"Contract {terms.ContractNumber}: application {application.RecordId} cannot be billed yet.");
        return new BillingOutcome.Stopped(refusal, [refusal]);
    }
}
