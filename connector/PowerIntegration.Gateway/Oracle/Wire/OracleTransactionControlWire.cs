using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>A transaction control of a project or a task. That there is the resource is documented; the names are the expected ones.</summary>
internal sealed record OracleTransactionControlWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? TransactionControlId { get; init; }

    /// <summary>False where it forbids.</summary>
    public bool? ChargeableFlag { get; init; }

    public string? ExpenditureCategoryName { get; init; }

    public string? ExpenditureTypeName { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }
}
