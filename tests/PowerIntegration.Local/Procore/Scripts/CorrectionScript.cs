using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>An approved invoice that is reopened, revised, and decided again before the next invoice of its commitment is made.</summary>
/// <param name="CommitmentId">Procore's commitment.</param>
/// <param name="InvoiceNumber">The supplier's number of the invoice.</param>
/// <param name="ReopenedBy">Login of who takes the approval back.</param>
/// <param name="ReopenedAt">When.</param>
/// <param name="RevisedBy">Login of who changes the lines and submits again.</param>
/// <param name="RevisedAt">When the lines change.</param>
/// <param name="ResubmittedAt">When it goes under review again.</param>
/// <param name="Status">What the reviewer decides.</param>
/// <param name="ReviewedBy">Login of the reviewer.</param>
/// <param name="ReviewedAt">When the reviewer decides.</param>
/// <param name="Items">The lines that change, whole.</param>
/// <param name="Expected">The certificate's totals after the revision.</param>
public sealed record CorrectionScript(
    [property: JsonPropertyName("commitment_id")] long CommitmentId,
    [property: JsonPropertyName("invoice_number")] string InvoiceNumber,
    [property: JsonPropertyName("reopened_by")] string ReopenedBy,
    [property: JsonPropertyName("reopened_at")] DateTimeOffset ReopenedAt,
    [property: JsonPropertyName("revised_by")] string RevisedBy,
    [property: JsonPropertyName("revised_at")] DateTimeOffset RevisedAt,
    [property: JsonPropertyName("resubmitted_at")] DateTimeOffset ResubmittedAt,
    string Status,
    [property: JsonPropertyName("reviewed_by")] string ReviewedBy,
    [property: JsonPropertyName("reviewed_at")] DateTimeOffset ReviewedAt,
    IReadOnlyList<InvoiceItemScript> Items,
    ExpectedTotals Expected
);
