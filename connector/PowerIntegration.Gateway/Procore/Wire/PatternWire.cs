namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The segments of a project, <c>GET /rest/v1.0/projects/{project_id}/work_breakdown_structure/patterns</c>.</summary>
internal sealed record PatternWire(IReadOnlyList<PatternSegmentWire?>? Segments);
