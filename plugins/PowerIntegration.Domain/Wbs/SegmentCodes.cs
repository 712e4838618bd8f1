using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>
/// The segment values of one Procore WBS code, compared segment by segment and never by the flat text, which two codes can share. A segment without a
/// value is null.
/// </summary>
/// <param name="TaskSegment">Value of the custom segment with the Oracle task.</param>
/// <param name="CostCode">Cost code.</param>
/// <param name="CostType">Cost type.</param>
public sealed record SegmentCodes(string? TaskSegment, string? CostCode, string? CostType)
{
    /// <summary>Sub job.</summary>
    public string? SubJob { get; init; }

    /// <summary>The other custom segments.</summary>
    public CustomSegments Others { get; init; } = CustomSegments.None;

    /// <summary>The values for a sentence.</summary>
    public override string ToString()
    {
        var parts = new List<string>
        {
            "cost code " + Sentence.Quoted(CostCode),
            "cost type " + Sentence.Quoted(CostType),
            "task segment " + Sentence.Quoted(TaskSegment),
        };
        if (!string.IsNullOrEmpty(SubJob))
        {
            parts.Add("sub job " + Sentence.Quoted(SubJob));
        }

        var others = Others.ToString();
        if (others.Length > 0)
        {
            parts.Add(others);
        }

        return string.Join(", ", parts);
    }
}
