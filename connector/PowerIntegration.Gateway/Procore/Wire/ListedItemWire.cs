namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>An item of a segment: <c>status</c> is active or inactive, <c>path_codes</c> are its code and those above it, from the top.</summary>
internal sealed record ListedItemWire(long? Id, string? Code, IReadOnlyList<string?>? PathCodes, string? Name, string? Status, bool? InUse);
