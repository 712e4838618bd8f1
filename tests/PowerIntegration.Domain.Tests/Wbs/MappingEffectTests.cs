using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Domain.Wbs.Effects;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

/// <summary>What rules change: documents that go on, and codes that are taken though no one looked at them.</summary>
public sealed class MappingEffectTests
{
    private static readonly CalendarDate Day = new(2025, 10, 31);

    [Fact]
    public void A_document_is_freed_when_every_line_has_a_coding_and_one_had_none()
    {
        var before = Mapping(Rule("26-240"));
        var after = Mapping(Rule("26-240"), Rule("07-840"));
        IReadOnlyList<WaitingCost> waiting =
        [
            Cost("A", 100.50m, "USD", "07-840"),
            Cost("B", 2m, "USD", "07-840", "09-900"),
            Cost("C", 3m, "USD", "26-240"),
            Cost("D", 7m, "CAD", "07-840", "26-240"),
            Cost("E", null, "USD", "07-840"),
        ];
        var freed = MappingEffect.Freed(waiting, before, after);
        Assert.Equal("A D E", string.Join(' ', freed.Select(document => document.Name)));
        Assert.Equal("3 documents over 7.00 CAD and 100.50 USD wait for it: A, D, E. Posted documents do not change.", MappingEffect.Words(freed));
        Assert.Equal("1 document over 100.50 USD waits for it: A. Posted documents do not change.", MappingEffect.Words([freed[0]]));
        Assert.Contains("A, D, E and others.", MappingEffect.Words([.. freed, freed[0]]), StringComparison.Ordinal);
        Assert.Null(MappingEffect.Words([]));
    }

    [Fact]
    public void A_rule_for_every_code_is_warned_about_with_the_codes_that_have_no_other()
    {
        var others = new MappingRules([Rule("26-240"), Rule("*") with { Key = "another" }]);
        var rule = Rule("*");
        Assert.Equal(
            "This rule takes every code. 2 codes with open work of 350.25 have no rule of their own: 07-840, 09-900. Add rules for codes that have "
                + "another task.",
            MappingEffect.CatchAll(rule, [Code("26-240", 9m), Code("07-840", 300m), Code("09-900", 50.25m)], others)
        );
        Assert.Contains(
            "1 code with open work of 300.00 has no rule of its own",
            MappingEffect.CatchAll(rule, [Code("07-840", 300m)], others),
            StringComparison.Ordinal
        );
        Assert.Null(MappingEffect.CatchAll(rule, [Code("26-240", 9m)], others));
        Assert.Null(MappingEffect.CatchAll(rule with { TaskNumber = null }, [Code("07-840", 300m)], others));
        Assert.Null(MappingEffect.CatchAll(Rule("07-*"), [Code("07-840", 300m)], others));
    }

    private static WaitingCost Cost(string name, decimal? amount, string currency, params string[] codes) =>
        new()
        {
            Name = name,
            Day = Day,
            Amount = amount,
            Currency = currency,
            Codes = [.. codes.Select(code => new SegmentCodes(null, code, "SUB"))],
        };

    private static UsedCode Code(string code, decimal open) =>
        new()
        {
            Key = code,
            FlatCode = code,
            Codes = new SegmentCodes(null, code, "SUB"),
            OpenAmount = open,
        };

    private static WbsMappingRule Rule(string code) =>
        new()
        {
            Key = code,
            CostCode = CodePattern.Parse(code),
            TaskNumber = "2600",
            ExpenditureType = "Subcontract",
        };

    private static WbsMapping Mapping(params WbsMappingRule[] rules) =>
        new()
        {
            ProjectNumber = "P-1",
            ExpenditureOrganization = "Org",
            Rules = new MappingRules(rules),
            Tasks = new ProjectTasks([
                new ProjectTask
                {
                    TaskNumber = "2600",
                    IsLowestLevel = true,
                    IsChargeable = true,
                },
            ]),
        };
}
