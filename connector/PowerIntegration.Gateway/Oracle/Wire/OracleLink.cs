using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>A link of an item; the one with <c>rel</c> self carries the item's opaque key.</summary>
internal sealed record OracleLink([property: JsonPropertyName("rel")] string? Rel, [property: JsonPropertyName("href")] string? Href);
