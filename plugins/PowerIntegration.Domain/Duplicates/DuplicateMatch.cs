namespace PowerIntegration.Domain.Duplicates;

/// <summary>An invoice that another may repeat.</summary>
/// <param name="Other">The invoice.</param>
/// <param name="Reason">What is the same.</param>
public sealed record DuplicateMatch(PayableRecord Other, DuplicateReason Reason);
