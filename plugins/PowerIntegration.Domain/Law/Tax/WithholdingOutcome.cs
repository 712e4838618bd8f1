using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The withholding of a document, or why it cannot be said.</summary>
public abstract record WithholdingOutcome
{
    private WithholdingOutcome() { }

    /// <summary>The withholding.</summary>
    /// <param name="Figures">The amounts.</param>
    public sealed record Computed(WithholdingFigures Figures) : WithholdingOutcome;

    /// <summary>No withholding, for this reason.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : WithholdingOutcome;
}
