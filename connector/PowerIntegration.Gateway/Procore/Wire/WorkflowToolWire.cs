namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A tool that can have workflows, <c>GET /rest/v2.0/companies/{company_id}/workflows/tools</c>.</summary>
internal sealed record WorkflowToolWire(string? Type, string? Provider);
