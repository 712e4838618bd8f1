using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What a preview answers.</summary>
public abstract record PreviewOutcome
{
    private PreviewOutcome() { }

    /// <summary>The change can be sent.</summary>
    /// <param name="Prediction">What it will make of the purchase order.</param>
    public sealed record Predicted(ChangePrediction Prediction) : PreviewOutcome;

    /// <summary>Nothing is to be sent.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record NothingToSend(string Sentence) : PreviewOutcome;

    /// <summary>The change is held or refused.</summary>
    /// <param name="Refusal">The first reason by precedence.</param>
    /// <param name="All">Every reason.</param>
    public sealed record Stopped(Refusal Refusal, IReadOnlyList<Refusal> All) : PreviewOutcome;
}
