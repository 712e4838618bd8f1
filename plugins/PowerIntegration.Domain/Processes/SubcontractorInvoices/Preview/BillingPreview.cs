using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.ContractBilling.Texts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;

/// <summary>The dry run of an application that is not stored: terms, base and application come from the caller.</summary>
public static class BillingPreview
{
    private const string Nothing = "NothingToPost";

    /// <summary>Bills, and words the outcome.</summary>
    /// <param name="terms">What the commitment says.</param>
    /// <param name="ledger">The base.</param>
    /// <param name="application">The application.</param>
    /// <exception cref="InvariantBrokenException">The engine contradicts itself; never because of the data.</exception>
    public static PreviewAnswer Of(ContractTerms terms, ContractLedger ledger, Application application) =>
        BillingEngine.Bill(terms, ledger, application) switch
        {
            BillingOutcome.Stopped stopped => PreviewAnswer.Of(stopped.Refusal),
            BillingOutcome.NothingToPost nothing => new PreviewAnswer { State = Nothing, Message = nothing.Sentence },
            BillingOutcome.Billed billed => Billed(terms, ledger.Currency, application, billed),
            _ => throw new InvariantBrokenException("Every outcome of the engine is answered."),
        };

    private static PreviewAnswer Billed(ContractTerms terms, string currency, Application application, BillingOutcome.Billed billed)
    {
        var title = Sentence.Of($"Commitment {terms.ContractNumber}, application {application.Number}");
        return new PreviewAnswer
        {
            State = "Prepared",
            Message = $"{title} would pay {Sentence.Amount(billed.Payable)} {currency}. Nothing was stored.",
            Amount = billed.Payable,
            Currency = currency,
            Certificate = CertificateText.Of(title, currency, billed),
            Proof = ProofText.Of(billed),
            Documents = billed.Documents,
        };
    }
}
