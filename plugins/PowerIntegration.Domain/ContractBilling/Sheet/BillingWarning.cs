namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>Something that a person should check; it does not stop the application.</summary>
/// <param name="Code">What it is.</param>
/// <param name="LineId">The line; null where the warning is about the application.</param>
/// <param name="Sentence">The warning as a sentence, with the figures.</param>
public sealed record BillingWarning(BillingWarningCode Code, string? LineId, string Sentence)
{
    /// <summary>Retainage that is held, where it differs from the terms; null in other warnings.</summary>
    public decimal? Held { get; init; }

    /// <summary>Retainage that the terms give, where it differs from what is held; null in other warnings.</summary>
    public decimal? Expected { get; init; }
}
