namespace PowerIntegration.Local.Connectors;

/// <summary>How an answer compares with the definition.</summary>
/// <param name="OperationId">The operation that was called; null where the address belongs to none.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Faults">One sentence for each difference; empty where the answer is as defined.</param>
public sealed record AnswerVerdict(string? OperationId, int Status, IReadOnlyList<string> Faults);
