namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What to do about the payment of one invoice.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Instruction">What to do.</param>
public sealed record InvoiceInstruction(PayableInvoice Invoice, PaymentInstruction Instruction);
