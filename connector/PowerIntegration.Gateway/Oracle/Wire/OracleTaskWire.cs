using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>
/// A task, <c>/projects/{ProjectId}/child/Tasks</c>. Oracle documents <c>ChargeableFlag</c>; the other names are the expected ones and are to be
/// compared with <c>/describe</c> of the customer's pod.
/// </summary>
internal sealed record OracleTaskWire
{
    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? TaskId { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? TaskNumber { get; init; }

    public string? TaskName { get; init; }

    [JsonConverter(typeof(TextOfAnyConverter))]
    public string? ParentTaskId { get; init; }

    public bool? ChargeableFlag { get; init; }

    public bool? LowestTask { get; init; }

    public string? TaskStartDate { get; init; }

    public string? TaskFinishDate { get; init; }

    public OracleCollection<OracleTransactionControlWire>? TaskTransactionControls { get; init; }
}
