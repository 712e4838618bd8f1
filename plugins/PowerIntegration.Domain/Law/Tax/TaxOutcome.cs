using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The tax of a document, or why it cannot be said.</summary>
public abstract record TaxOutcome
{
    private TaxOutcome() { }

    /// <summary>The tax.</summary>
    /// <param name="Figures">The amounts.</param>
    /// <param name="Warnings">What a person should know.</param>
    public sealed record Computed(TaxFigures Figures, IReadOnlyList<string> Warnings) : TaxOutcome;

    /// <summary>No tax, for this reason.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : TaxOutcome;
}
