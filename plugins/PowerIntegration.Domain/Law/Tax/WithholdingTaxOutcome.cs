using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The withholding tax of a document, or why it cannot be computed.</summary>
public abstract record WithholdingTaxOutcome
{
    private WithholdingTaxOutcome() { }

    /// <summary>It is computed.</summary>
    /// <param name="Figures">The amounts.</param>
    public sealed record Computed(WithholdingTaxFigures Figures) : WithholdingTaxOutcome;

    /// <summary>The document is stopped.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : WithholdingTaxOutcome;
}
