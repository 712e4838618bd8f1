namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>A posted document that a reversal cancels.</summary>
/// <param name="Name">Kind and number, as people read them.</param>
/// <param name="Amount">What it paid.</param>
public sealed record CanceledDocument(string Name, decimal Amount);
