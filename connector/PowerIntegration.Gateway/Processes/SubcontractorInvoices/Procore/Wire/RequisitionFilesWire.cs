using System.Text.Json;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>The files of a subcontractor invoice, <c>GET /rest/v1.1/requisitions/{id}</c>; whatever shape they have.</summary>
internal sealed record RequisitionFilesWire(JsonElement? Attachments);
