using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>One action in the history of a run; secured inputs and outputs are not in it.</summary>
public sealed record ActionRecord
{
    /// <summary>The order in which actions started.</summary>
    public required int Sequence { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type as the flow spells it.</summary>
    public required string Type { get; init; }

    /// <summary>The loop passes it belongs to, such as <c>Each_line[2]</c>; empty outside loops.</summary>
    public required string Repetition { get; init; }

    /// <summary>How it ended.</summary>
    public required ActionStatus Status { get; init; }

    /// <summary>A stable word such as OK, NotFound or ActionSkipped.</summary>
    public required string Code { get; init; }

    /// <summary>What it was given; null when there was nothing or it is secured.</summary>
    public required JsonNode? Inputs { get; init; }

    /// <summary>What it gave; null when there was nothing or it is secured.</summary>
    public required JsonNode? Outputs { get; init; }

    /// <summary>Why it did not succeed.</summary>
    public required FlowError? Error { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>Calls made to a connector, repeats included; 0 for other actions.</summary>
    public required int Calls { get; init; }
}
