using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

/// <summary>An invoice hold as Oracle answers it.</summary>
internal sealed record OracleHoldWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? HoldId { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? InvoiceNumber { get; init; }

    public string? HoldName { get; init; }

    public string? HeldBy { get; init; }

    public string? HoldDate { get; init; }

    public string? ReleaseName { get; init; }

    public string? ReleaseDate { get; init; }

    public string? LastUpdatedBy { get; init; }
}
