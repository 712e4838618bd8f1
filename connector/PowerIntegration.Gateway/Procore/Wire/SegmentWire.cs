namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A segment: <c>type</c> is cost_code, line_item_type, sub_job or custom, <c>structure</c> is tiered or flat.</summary>
internal sealed record SegmentWire(string? Type, string? Name, string? Structure);
