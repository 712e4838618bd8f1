using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The tax of a document, or why it cannot be computed.</summary>
public abstract record TaxOutcome
{
    private TaxOutcome() { }

    /// <summary>It is computed.</summary>
    /// <param name="Figures">The amounts.</param>
    /// <param name="Warnings">What a person should know.</param>
    public sealed record Computed(TaxFigures Figures, IReadOnlyList<string> Warnings) : TaxOutcome;

    /// <summary>The document is stopped.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : TaxOutcome;
}
