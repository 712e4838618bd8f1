using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>Why a mapping rule decided about a code on a day, and why the other rules that fit the code did not.</summary>
public static class RuleTrail
{
    /// <summary>One sentence for each rule that fits the code, the deciding ones first.</summary>
    /// <param name="codes">The code's segment values.</param>
    /// <param name="mapping">Rules of the project.</param>
    /// <param name="day">Expenditure item date.</param>
    public static IEnumerable<string> Of(SegmentCodes codes, WbsMapping mapping, CalendarDate day)
    {
        var match = mapping.Rules.On(codes, day);
        var best = new HashSet<string>(match.Rules.Select(rule => rule.Key), StringComparer.Ordinal);
        return mapping
            .Rules.Fitting(codes)
            .OrderByDescending(rule => best.Contains(rule.Key))
            .ThenByDescending(rule => rule.IsValidOn(day))
            .ThenByDescending(RuleRank.Of)
            .ThenBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule =>
                best.Contains(rule.Key) ? Best(rule, match)
                : !rule.IsValidOn(day) ? $"{Name(rule)} is valid {Days(rule)}, not on {day}."
                : $"{Name(rule)} is less specific than {string.Join(" and ", best)}."
            );
    }

    private static string Best(WbsMappingRule rule, RuleMatch match) =>
        match.IsAmbiguous ? $"{Name(rule)} fits as well as the other rules." : $"{Name(rule)} decides: no other rule is as specific.";

    private static string Name(WbsMappingRule rule) => $"Rule {rule.Key} ({(rule.IsOfProject ? "project" : "company")}; {Patterns(rule)})";

    private static string Patterns(WbsMappingRule rule)
    {
        var named = new[]
        {
            $"cost code {rule.CostCode}",
            $"cost type {rule.CostType}",
            rule.SubJob.IsAny ? "" : $"sub job {rule.SubJob}",
            rule.TaskSegment.IsAny ? "" : $"task segment {rule.TaskSegment}",
        }.Concat(rule.Others.Where(segment => !segment.Value.IsAny).Select(segment => $"{segment.Key} {segment.Value}"));
        return string.Join(", ", named.Where(part => part.Length > 0));
    }

    private static string Days(WbsMappingRule rule) =>
        (rule.ValidFrom is { } from ? $"from {from}" : "from the beginning") + (rule.ValidTo is { } to ? $" to {to}" : "");
}
