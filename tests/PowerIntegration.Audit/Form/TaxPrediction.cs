namespace PowerIntegration.Audit.Form;

/// <summary>The tax of one application, in cents.</summary>
/// <param name="ByPaper">What is sent with each document, in the order of the documents; nothing where the payer computes it.</param>
/// <param name="Recognized">Tax on purchases that is booked now.</param>
/// <param name="ByPayer">What the payer must compute; none where it computes nothing.</param>
/// <param name="Waiting">What waits for the payment of what is held, afterwards.</param>
public sealed record TaxPrediction(IReadOnlyList<long> ByPaper, long Recognized, long? ByPayer, long Waiting)
{
    /// <summary>All that is sent.</summary>
    public long Sent => ByPaper.Sum();

    /// <summary>By how much the application's own tax differs from what the rate gives.</summary>
    public long Cents { get; init; }
}
