namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>
/// An item of a WBS code: its id may be another one after each change, <c>path_codes</c> are its code and those above it, from the top.
/// </summary>
internal sealed record ListedCodeItemWire(long? Id, string? Code, IReadOnlyList<string?>? PathCodes, string? Status, ListedSegmentWire? Segment);
