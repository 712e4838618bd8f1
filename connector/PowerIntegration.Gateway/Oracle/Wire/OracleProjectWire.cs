using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>A project, as far as its tasks need it.</summary>
internal sealed record OracleProjectWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? ProjectId { get; init; }
}
