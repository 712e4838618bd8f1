using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

/// <summary>A file of an invoice as Oracle lists it.</summary>
internal sealed record OracleAttachmentWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? AttachedDocumentId { get; init; }

    public string? Description { get; init; }
}
