using System.Text.Json;

namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>Answer to codes that are made together. What an error looks like is not documented, so its text is shown as it came.</summary>
internal sealed record CreatedCodesWire(IReadOnlyList<JsonElement>? Errors);
