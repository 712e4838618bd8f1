using System.Text.Json.Serialization;
using PowerIntegration.Gateway.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

/// <summary>The project information of an invoice line as Oracle answers it.</summary>
internal sealed record OracleLineProjectWire
{
    [JsonPropertyName("_PROJECT_ID_Display")]
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? Project { get; init; }

    [JsonPropertyName("_TASK_ID_Display")]
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? Task { get; init; }

    [JsonPropertyName("_EXPENDITURE_TYPE_ID_Display")]
    public string? ExpenditureType { get; init; }

    [JsonPropertyName("_ORGANIZATION_ID_Display")]
    public string? ExpenditureOrganization { get; init; }

    [JsonPropertyName("_EXPENDITURE_ITEM_DATE")]
    public string? ExpenditureItemDate { get; init; }
}
