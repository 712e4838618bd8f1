using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>An organization of projects, <c>/projectOrganizationsLOV</c>. The names besides its key are the expected ones.</summary>
internal sealed record OracleOrganizationWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? OrganizationId { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? BusinessUnitId { get; init; }

    public string? ProjectOrganizationType { get; init; }

    public string? OrganizationName { get; init; }

    public string? BusinessUnitName { get; init; }

    public string? EffectiveStartDate { get; init; }

    public string? EffectiveEndDate { get; init; }
}
