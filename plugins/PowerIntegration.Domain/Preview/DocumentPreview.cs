using System;
using System.Text;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Preparation;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preview;

/// <summary>The dry run of a stored document: the decision of the preparation, shown instead of written.</summary>
public static class DocumentPreview
{
    /// <summary>Decides as the preparation does, and words the decision.</summary>
    /// <param name="facts">What the preparation would decide from.</param>
    /// <param name="frozen">The document's current preparation; null where it has none. Shown where the preparation would change nothing.</param>
    /// <exception cref="InvariantBrokenException">The figures contradict themselves; never because of the data.</exception>
    public static PreviewAnswer Of(PreparationFacts facts, PreparedInvoice? frozen) => SubcontractorInvoicePreparation.Decide(facts) switch
    {
        PreparationDecision.Stopped stopped => PreviewAnswer.Of(stopped.Refusal),
        PreparationDecision.Replaced replaced => new PreviewAnswer { State = DocumentState.Superseded.ToString(), Message = replaced.Message },
        PreparationDecision.Frozen computed => WithFigures(
            new PreviewAnswer { State = computed.State.ToString(), Message = computed.Message, Amount = computed.Invoice.PayableAmount }, facts, computed.Invoice),
        PreparationDecision.Unchanged unchanged => WithFigures(Unchanged(unchanged), facts, frozen),
        _ => throw new InvariantBrokenException("Every decision is answered."),
    };

    private static PreviewAnswer Unchanged(PreparationDecision.Unchanged unchanged) => new()
    {
        State = unchanged.Standing.State.ToString(),
        ReasonCode = unchanged.Standing.ReasonText ?? "",
        Message = unchanged.Message,
        Amount = unchanged.Standing.PayableAmount ?? 0m,
    };

    private static PreviewAnswer WithFigures(PreviewAnswer answer, PreparationFacts facts, PreparedInvoice? invoice)
    {
        var currency = facts.Contract.Currency;
        if (invoice is null)
        {
            return answer with { Currency = currency };
        }

        var billed = PreparedBilling.Of(invoice, facts.Source);
        var title = Sentence.Of($"Contract {facts.Contract.Number}, application {facts.Source.ApplicationNumber}, invoice {invoice.InvoiceNumber} of {invoice.SupplierName}");
        return answer with
        {
            Currency = currency,
            Certificate = CertificateText.Of(title, currency, billed) + Notes(invoice),
            Proof = ProofText.Of(billed),
            Documents = billed.Documents,
        };
    }

    private static string Notes(PreparedInvoice invoice)
    {
        var notes = new StringBuilder();
        foreach (var warning in invoice.Warnings.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            notes.AppendLine("Look at: " + warning);
        }

        notes.AppendLine($"Posts on {invoice.AccountingDate}" + (invoice.AccountingDateRolled ? ", because the period's own end is closed." : "."));
        notes.AppendLine("Decided by: " + invoice.RuleVersions.Replace("\n", "; "));
        return notes.ToString();
    }
}
