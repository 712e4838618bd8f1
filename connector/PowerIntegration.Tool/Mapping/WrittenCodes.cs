using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>The codes of a rule as its row writes them.</summary>
/// <param name="TaskSegment">Task segment.</param>
/// <param name="CostCode">Cost code.</param>
/// <param name="CostType">Cost type.</param>
/// <param name="SubJob">Sub job.</param>
/// <param name="Others">Other segments.</param>
internal sealed record WrittenCodes(string? TaskSegment, string? CostCode, string? CostType, string? SubJob, string? Others)
{
    /// <summary>How a new rule is written: the three columns that every rule must have get a star, the others stay empty.</summary>
    public static WrittenCodes Of(WbsMappingRule rule) =>
        new(
            rule.TaskSegment.ToString(),
            rule.CostCode.ToString(),
            rule.CostType.ToString(),
            rule.SubJob.IsAny ? null : rule.SubJob.ToString(),
            RuleCodes.Others(rule)
        );
}
