using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Gateway.Intake;

/// <summary>A code of a project's work breakdown structure, with what its segments say.</summary>
/// <param name="Id">Procore's id.</param>
/// <param name="FlatCode">The full code.</param>
/// <param name="TaskSegmentCode">The segment that carries the Oracle task.</param>
/// <param name="CostCode">The cost code.</param>
/// <param name="CostType">The cost type.</param>
internal sealed record WbsCode(string Id, string? FlatCode, string? TaskSegmentCode, string? CostCode, string? CostType)
{
    /// <summary>The sub job.</summary>
    public string? SubJob { get; init; }

    /// <summary>The other custom segments, as <see cref="SegmentText"/> writes them.</summary>
    public string? OtherSegments { get; init; }

    /// <summary>Name of the item of the task segment.</summary>
    public string? TaskSegmentName { get; init; }

    /// <summary>Name of the cost code.</summary>
    public string? CostCodeName { get; init; }

    /// <summary>Its segment values, as a mapping compares them.</summary>
    public SegmentCodes Segments =>
        new(TaskSegmentCode, CostCode, CostType) { SubJob = SubJob, Others = CustomSegments.Of(SegmentText.Read(OtherSegments) ?? []) };
}
