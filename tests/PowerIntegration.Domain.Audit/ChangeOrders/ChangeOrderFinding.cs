using PowerIntegration.Audit.Orders;

namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>The first step of a sequence on which rules and auditor differ.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="Step">Which step, from 1.</param>
/// <param name="Disagreements">Everything that differs.</param>
public sealed record ChangeOrderFinding(OrderSequence Sequence, int Step, IReadOnlyList<Disagreement> Disagreements);
