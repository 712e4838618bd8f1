using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;

/// <summary>What people have to do about an invoice that did not get its payment hold.</summary>
public static class HoldFindings
{
    /// <summary>Oracle has the invoice and refused the hold. It stays unvalidated: validated without the hold, it could be paid too early.</summary>
    /// <param name="prepared">What was frozen.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="said">What Oracle said.</param>
    public static Finding Refused(PreparedInvoice prepared, PayablesInvoice invoice, string said) =>
        new()
        {
            Kind = FindingKind.PaymentHoldRefused,
            Severity = FindingSeverity.Error,
            Owner = OwnerRole.Controller,
            Sentence =
                $"Invoice {invoice.InvoiceNumber} ({Sentence.Amount(invoice.Amount)} {prepared.Currency}) is in Oracle without its payment hold "
                + $"and is not validated. {said}",
            NextStep =
                $"Correct the payment hold name in the Payables setup of {prepared.BusinessUnit}, then retry the document: it gets the hold and is "
                + "validated. If it must not be paid at all, cancel the invoice in Oracle. Do not validate it in Oracle: it could be paid before "
                + "the owner pays.",
            Amount = invoice.Amount,
            Currency = prepared.Currency,
        };
}
