using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>One subcontractor invoice: what the subcontractor bills and who decides on it when.</summary>
/// <param name="CommitmentId">Procore's commitment.</param>
/// <param name="InvoiceNumber">The supplier's own number.</param>
/// <param name="BillingDate">The date on the invoice.</param>
/// <param name="CreatedAt">When the draft is made.</param>
/// <param name="SubmittedBy">Login of the subcontractor's person.</param>
/// <param name="SubmittedAt">When the draft goes under review.</param>
/// <param name="Status">What the reviewer decides: approved, approved_as_noted or revise_and_resubmit.</param>
/// <param name="ReviewedBy">Login of the reviewer.</param>
/// <param name="ReviewedAt">When the reviewer decides.</param>
/// <param name="Items">Lines with anything billed, stored now or stored before; the rest bill nothing.</param>
/// <param name="Expected">The certificate's totals worked out by hand, for tests and the demo.</param>
/// <param name="Final">Procore's flag that no further invoice follows.</param>
/// <param name="LowersRetainageTo">Per cent to which the retainage is lowered with this invoice, on everything that was held before; null where it
/// stays.</param>
/// <param name="Attachments">Files that come with it; null where none do.</param>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record InvoiceScript(
    [property: JsonPropertyName("commitment_id")] long CommitmentId,
    [property: JsonPropertyName("invoice_number")] string InvoiceNumber,
    [property: JsonPropertyName("billing_date")] DateOnly BillingDate,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("submitted_by")] string SubmittedBy,
    [property: JsonPropertyName("submitted_at")] DateTimeOffset SubmittedAt,
    string Status,
    [property: JsonPropertyName("reviewed_by")] string ReviewedBy,
    [property: JsonPropertyName("reviewed_at")] DateTimeOffset ReviewedAt,
    IReadOnlyList<InvoiceItemScript> Items,
    ExpectedTotals Expected,
    bool Final = false,
    [property: JsonPropertyName("lowers_retainage_to")] decimal? LowersRetainageTo = null,
    IReadOnlyList<AttachmentScript>? Attachments = null
);
