namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Which coverage to prove.</summary>
internal sealed record CheckCoverageRequest(string? ProjectId, string? FromDate, string? ToDate);
