using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>One response of a connector operation.</summary>
/// <param name="Schema">Schema of its body; null where the definition has none.</param>
/// <param name="Examples">Example bodies by media type; empty where the definition has none.</param>
internal sealed record SwaggerResponse(JsonNode? Schema, JsonObject Examples);
