namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A segment of a project: <c>structure</c> is tiered or flat.</summary>
internal sealed record PatternSegmentWire(
    long? Id,
    string? Type,
    string? Name,
    string? Structure,
    string? Delimiter,
    bool? ProjectCanModifyOriginProject,
    bool? IsIncludedInProjectPattern
);
