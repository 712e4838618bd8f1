using System.Text.Json;
using PowerIntegration.Gateway.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>A subcontractor invoice, <c>GET /rest/v1.1/requisitions/{id}</c>. Every field may be null in old records.</summary>
internal sealed record RequisitionWire(
    long? Id,
    long? CommitmentId,
    long? VendorId,
    int? Number,
    string? InvoiceNumber,
    string? RequisitionStart,
    string? RequisitionEnd,
    string? BillingDate,
    string? Status,
    DateTimeOffset? UpdatedAt,
    bool? Final,
    PersonWire? CreatedBy,
    CurrencyWire? CurrencyConfiguration,
    G702Wire? Summary,
    IReadOnlyList<RequisitionItemWire>? Items
)
{
    /// <summary>The files; whatever shape they have, the invoice is read.</summary>
    public JsonElement? Attachments { get; init; }
}
