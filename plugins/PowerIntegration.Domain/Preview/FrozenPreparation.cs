using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Preparation;

namespace PowerIntegration.Domain.Preview;

/// <summary>A preparation with what a person reads of it.</summary>
/// <param name="Invoice">What is frozen.</param>
/// <param name="Texts">Its texts.</param>
public sealed record FrozenPreparation(PreparedInvoice Invoice, PreparationTexts Texts);
