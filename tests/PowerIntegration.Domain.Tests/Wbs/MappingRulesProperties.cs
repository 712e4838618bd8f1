using CsCheck;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class MappingRulesProperties
{
    private static readonly CalendarDate First = new(2026, 4, 30);

    private static readonly Gen<CodePattern> GenCode = OneOf("*", "0*", "03*", "03-2*", "03-200", "07", "a*").Select(CodePattern.Parse);

    private static readonly Gen<CodePattern> GenShort = OneOf("*", "*", "M", "S", "B*", "B1").Select(CodePattern.Parse);

    private static readonly Gen<CalendarDate?> GenDay = Gen.Int[-1, 2].Select(day => day < 0 ? (CalendarDate?)null : First.AddDays(day));

    private static readonly Gen<WbsMappingRule> GenRule = Gen.Select(
        Gen.Bool,
        GenCode,
        GenShort,
        GenShort,
        GenShort,
        GenDay,
        GenDay,
        (isOfProject, code, type, subJob, area, from, to) =>
            new WbsMappingRule
            {
                Key = "",
                IsOfProject = isOfProject,
                CostCode = code,
                CostType = type,
                SubJob = subJob,
                Others = new Dictionary<string, CodePattern> { ["area"] = area },
                ExpenditureType = "Material",
                ValidFrom = from,
                ValidTo = to,
            }
    );

    private static readonly Gen<SegmentCodes> GenCodes = Gen.Select(
        OneOf<string?>(null, "03", "03-2", "03-200", "07", "A1"),
        OneOf<string?>(null, "M", "S"),
        OneOf<string?>(null, "B", "B1"),
        OneOf("", "M", "B1"),
        (code, type, subJob, area) =>
            new SegmentCodes(null, code, type) { SubJob = subJob, Others = CustomSegments.Of([new KeyValuePair<string, string>("area", area)]) }
    );

    [Fact]
    public void The_rules_that_are_found_are_those_that_beat_every_other_rule_that_fits() =>
        Gen.Select(GenRule.List[0, 25], GenCodes, Gen.Int[0, 2])
            .Sample(
                (rules, codes, day) =>
                {
                    var named = rules.Select((rule, place) => rule with { Key = $"R{place:000}" }).ToList();
                    var fitting = named.Where(rule => rule.IsValidOn(First.AddDays(day)) && rule.Fits(codes)).ToList();
                    var unbeaten = fitting.Where(rule => !fitting.Exists(other => Compare(Rank(other), Rank(rule)) > 0)).Select(rule => rule.Key);
                    var company = new MappingRules(named.Where(rule => !rule.IsOfProject));
                    Assert.Equal(unbeaten, Keys(new MappingRules(named), codes, day));
                    Assert.Equal(unbeaten, Keys(new MappingRules(named.Where(rule => rule.IsOfProject), company), codes, day));
                },
                iter: 2_000
            );

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static IEnumerable<string> Keys(MappingRules rules, SegmentCodes codes, int day) =>
        rules.On(codes, First.AddDays(day)).Rules.Select(rule => rule.Key);

    // Project, exact segments, beginnings, characters of the beginnings.
    private static int[] Rank(WbsMappingRule rule)
    {
        CodePattern[] patterns = [rule.CostCode, rule.CostType, rule.SubJob, rule.Others["area"]];
        var beginnings = patterns.Where(pattern => pattern.IsPrefix).ToList();
        return
        [
            rule.IsOfProject ? 1 : 0,
            patterns.Count(pattern => pattern.IsExact),
            beginnings.Count,
            beginnings.Sum(pattern => pattern.Text.Length),
        ];
    }

    private static int Compare(int[] one, int[] other) => one.Zip(other, (left, right) => left.CompareTo(right)).FirstOrDefault(order => order != 0);
}
