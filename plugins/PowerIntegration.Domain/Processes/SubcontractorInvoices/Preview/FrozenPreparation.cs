using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;

/// <summary>A preparation with what a person reads of it.</summary>
/// <param name="Invoice">What is frozen.</param>
/// <param name="Texts">Its texts.</param>
public sealed record FrozenPreparation(PreparedInvoice Invoice, PreparationTexts Texts);
