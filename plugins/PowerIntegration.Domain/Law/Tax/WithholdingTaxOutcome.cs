using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The withholding of a document, or why it cannot be said.</summary>
public abstract record WithholdingTaxOutcome
{
    private WithholdingTaxOutcome() { }

    /// <summary>The withholding.</summary>
    /// <param name="Figures">The amounts.</param>
    public sealed record Computed(WithholdingTaxFigures Figures) : WithholdingTaxOutcome;

    /// <summary>No withholding, for this reason.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : WithholdingTaxOutcome;
}
