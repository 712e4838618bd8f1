using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>A project, as far as its tasks need it.</summary>
internal sealed record OracleProjectWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? ProjectId { get; init; }

    /// <summary>Business unit of the project.</summary>
    public string? BusinessUnitName { get; init; }

    /// <summary>Whether other business units may charge it. Oracle documents the attribute by its title only; the name is the expected one.</summary>
    public bool? AllowCrossChargeFlag { get; init; }
}
