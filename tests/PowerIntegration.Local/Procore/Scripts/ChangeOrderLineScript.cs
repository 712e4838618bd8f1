using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>What a change order does to one schedule-of-values line.</summary>
/// <param name="LineItemId">The line; a new id adds a line.</param>
/// <param name="Amount">How much its scheduled value rises or falls.</param>
/// <param name="Description">Of an added line.</param>
/// <param name="CodingOfLineItemId">Of an added line: the line of the same commitment whose coding it has.</param>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record ChangeOrderLineScript(
    [property: JsonPropertyName("line_item_id")] long LineItemId,
    decimal Amount,
    string? Description = null,
    [property: JsonPropertyName("coding_of_line_item_id")] long? CodingOfLineItemId = null
);
