namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A WBS code with the ids of its items: <c>status</c> is active or inactive.</summary>
internal sealed record ListedCodeWire(string? Status, IReadOnlyList<ListedCodeItemWire?>? SegmentItems);
