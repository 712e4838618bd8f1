namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>A mapping rule to enter as a draft.</summary>
internal sealed record DraftMappingRequest(
    string? ProjectId,
    string? ExpenditureType,
    string? ValidFrom,
    string? ValidTo,
    string? TaskNumber,
    string? ExpenditureOrganization,
    string? CostCode,
    string? CostType,
    string? SubJob,
    string? TaskSegmentCode,
    string? OtherSegments,
    string? Name,
    string? Replaces
);
