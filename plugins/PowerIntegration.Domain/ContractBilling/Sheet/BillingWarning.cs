namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>Something that a person should look at; it does not stop the application.</summary>
/// <param name="Code">What it is.</param>
/// <param name="LineId">The line; null for the whole application.</param>
/// <param name="Sentence">The same for people, with the figures.</param>
public sealed record BillingWarning(BillingWarningCode Code, string? LineId, string Sentence);
