namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>The origin of a figure.</summary>
/// <param name="Figure">Name of the figure.</param>
/// <param name="Amount">The figure.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record FigureOrigin(string Figure, decimal Amount, string Origin);
