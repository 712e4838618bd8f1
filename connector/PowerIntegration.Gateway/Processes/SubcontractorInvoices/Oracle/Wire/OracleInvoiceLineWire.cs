using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

/// <summary>A line of a payables invoice as Oracle answers it.</summary>
internal sealed record OracleInvoiceLineWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? LineNumber { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? LineAmount { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? PurchaseOrderNumber { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? PurchaseOrderLineNumber { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? PurchaseOrderScheduleLineNumber { get; init; }

    public string? DistributionCombination { get; init; }

    [JsonPropertyName("invoiceLineProjectDff")]
    public OracleCollection<OracleLineProjectWire>? Codings { get; init; }

    /// <summary>The project information; null where the line has none.</summary>
    [JsonIgnore]
    public OracleLineProjectWire? Coding => Codings is { Items: [var first, ..] } ? first : null;
}
