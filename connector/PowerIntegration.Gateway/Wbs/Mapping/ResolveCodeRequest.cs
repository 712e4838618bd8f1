namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Which code to resolve on which day: one in use by its key, or any by its segments.</summary>
internal sealed record ResolveCodeRequest(
    string? ProjectId,
    string? AsOf,
    string? Code,
    string? CostCode,
    string? CostType,
    string? SubJob,
    string? TaskSegmentCode,
    string? OtherSegments
);
