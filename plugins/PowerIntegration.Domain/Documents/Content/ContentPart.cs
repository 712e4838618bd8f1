namespace PowerIntegration.Domain.Documents.Content;

/// <summary>One record that a frozen content makes in the target system.</summary>
/// <param name="Number">Position within the content, from 1; parts are sent in this order.</param>
/// <param name="Name">What the target calls it, such as an invoice number.</param>
/// <param name="Amount">Its amount in the currency of the content, in the major unit.</param>
public sealed record ContentPart(int Number, string Name, decimal Amount);
