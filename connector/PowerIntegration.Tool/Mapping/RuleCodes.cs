using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Which codes a rule takes, as texts.</summary>
internal static class RuleCodes
{
    /// <summary>The codes as one text; two rules take the same codes where it is the same.</summary>
    public static string Of(WbsMappingRule rule) => string.Join('\n', rule.TaskSegment, rule.CostCode, rule.CostType, rule.SubJob, Others(rule));

    /// <summary>The further segments as a row keeps them; null where any value will do.</summary>
    public static string? Others(WbsMappingRule rule) =>
        SegmentText.Write(
            rule.Others.Where(segment => !segment.Value.IsAny)
                .Select(segment => new KeyValuePair<string, string>(segment.Key, segment.Value.ToString()))
        );

    /// <summary>The codes for people, such as 07-840 / SUB.</summary>
    public static string Words(WbsMappingRule rule)
    {
        var others = Others(rule);
        var parts = new[]
        {
            rule.CostCode.IsAny ? "Any cost code" : rule.CostCode.ToString(),
            rule.CostType.IsAny ? "any cost type" : rule.CostType.ToString(),
            rule.TaskSegment.IsAny ? "" : $"task segment {rule.TaskSegment}",
            rule.SubJob.IsAny ? "" : $"sub job {rule.SubJob}",
            others ?? "",
        };
        return string.Join(" / ", parts.Where(part => part.Length > 0));
    }

    /// <summary>True where both apply on some day.</summary>
    public static bool ShareADay(WbsMappingRule one, WbsMappingRule other) =>
        (one.ValidTo is not { } end || other.ValidFrom is not { } begin || begin <= end)
        && (other.ValidTo is not { } last || one.ValidFrom is not { } first || first <= last);

    /// <summary>True where both give the same coding on the same days.</summary>
    public static bool SayTheSame(WbsMappingRule one, WbsMappingRule other) =>
        (one.TaskNumber ?? "") == (other.TaskNumber ?? "")
        && one.ExpenditureType == other.ExpenditureType
        && one.Organization == other.Organization
        && one.ValidFrom == other.ValidFrom
        && one.ValidTo == other.ValidTo;

    /// <summary>The days of a rule for people.</summary>
    public static string Days(WbsMappingRule rule) =>
        (rule.ValidFrom is { } from ? $"from {from}" : "without a first day") + (rule.ValidTo is { } to ? $" to {to}" : "");
}
