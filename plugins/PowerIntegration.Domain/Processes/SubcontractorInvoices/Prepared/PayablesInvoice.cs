using PowerIntegration.Domain.ContractBilling.Documents;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>One Payables document of a preparation.</summary>
/// <param name="Number">Position among the documents of the preparation, from 1.</param>
/// <param name="Action">What happens to it.</param>
/// <param name="Kind">Which document.</param>
/// <param name="Amount">Sum of its lines in the major unit; the amount that it has where it is canceled.</param>
/// <param name="InvoiceNumber">Its number in Oracle.</param>
public sealed record PayablesInvoice(int Number, PayablesAction Action, BillingDocumentKind Kind, decimal Amount, string InvoiceNumber)
{
    /// <summary>True where Oracle takes it as a standard invoice; a release of retainage that we keep is one.</summary>
    public bool IsStandardInvoice => Kind is BillingDocumentKind.StandardInvoice or BillingDocumentKind.RetainageRelease;
}
