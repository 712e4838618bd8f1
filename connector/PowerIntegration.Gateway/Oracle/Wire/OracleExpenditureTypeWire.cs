using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>An expenditure type with its classes, <c>/expenditureTypesLOV</c>. The names are the expected ones.</summary>
internal sealed record OracleExpenditureTypeWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? ExpenditureTypeId { get; init; }

    public string? ExpenditureTypeName { get; init; }

    public string? ExpenditureTypeStartDate { get; init; }

    public string? ExpenditureTypeEndDate { get; init; }

    public OracleCollection<OracleExpenditureTypeClassWire>? ExpenditureTypeClassesLOV { get; init; }
}
