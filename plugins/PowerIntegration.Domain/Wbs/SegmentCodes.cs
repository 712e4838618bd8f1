using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>The segment values of one Procore WBS code. A segment without a value is null.</summary>
/// <param name="TaskSegment">Value of the custom segment with the Oracle task.</param>
/// <param name="CostCode">Cost code.</param>
/// <param name="CostType">Cost type.</param>
public sealed record SegmentCodes(string? TaskSegment, string? CostCode, string? CostType)
{
    /// <summary>The values for a sentence.</summary>
    public override string ToString()
    {
        var parts = new List<string>
        {
            "cost code " + Sentence.Quoted(CostCode),
            "cost type " + Sentence.Quoted(CostType),
            "task segment " + Sentence.Quoted(TaskSegment),
        };
        return string.Join(", ", parts);
    }
}
