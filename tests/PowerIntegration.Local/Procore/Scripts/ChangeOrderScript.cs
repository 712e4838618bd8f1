using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>A change order of a commitment as it is approved.</summary>
/// <param name="CommitmentId">Procore's commitment.</param>
/// <param name="Number">Its number within the commitment.</param>
/// <param name="Title">For people.</param>
/// <param name="ApprovedBy">Login of who approves it.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="Lines">The lines it adds, raises or lowers.</param>
public sealed record ChangeOrderScript(
    [property: JsonPropertyName("commitment_id")] long CommitmentId,
    string Number,
    string Title,
    [property: JsonPropertyName("approved_by")] string ApprovedBy,
    [property: JsonPropertyName("approved_at")] DateTimeOffset ApprovedAt,
    IReadOnlyList<ChangeOrderLineScript> Lines
);
