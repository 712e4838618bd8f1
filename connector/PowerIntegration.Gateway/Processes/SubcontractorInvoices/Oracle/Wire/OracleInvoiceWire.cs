using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

/// <summary>A payables invoice as Oracle answers it.</summary>
internal sealed record OracleInvoiceWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? InvoiceId { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? InvoiceNumber { get; init; }

    public string? Supplier { get; init; }

    public string? InvoiceType { get; init; }

    public bool? CanceledFlag { get; init; }

    public string? SupplierSite { get; init; }

    public string? BusinessUnit { get; init; }

    public string? InvoiceCurrency { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? InvoiceAmount { get; init; }

    public string? Description { get; init; }

    public string? InvoiceDate { get; init; }

    public string? AccountingDate { get; init; }

    public string? ValidationStatus { get; init; }

    public string? ApprovalStatus { get; init; }

    public string? PaidStatus { get; init; }

    [JsonPropertyName("invoiceLines")]
    public OracleCollection<OracleInvoiceLineWire>? InvoiceLines { get; init; }

    [JsonPropertyName("links")]
    public IReadOnlyList<OracleLink>? Links { get; init; }
}
