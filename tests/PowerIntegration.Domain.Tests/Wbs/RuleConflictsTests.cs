using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class RuleConflictsTests
{
    private static readonly CalendarDate From = new(2025, 1, 1);

    [Theory]
    [InlineData("03-200 *", "* SUB", "cost code '03-200', cost type 'SUB' from 2025-01-01")]
    [InlineData("03-2* SUB", "03-* SUB", null)]
    [InlineData("03-2* *", "* S*", null)]
    [InlineData("03-2* SU*", "03-* SUB", null)]
    [InlineData("03-20 S*", "03* SUB", null)]
    [InlineData("03-20 S*", "0* SUB", "cost code '03-20', cost type 'SUB' from 2025-01-01")]
    [InlineData("03-20 SUB", "03-21 SUB", null)]
    [InlineData("03-2* S*", "03* SU*", null)]
    [InlineData("03-2* S*", "03-* SU*", "cost code '03-2*', cost type 'SU*' from 2025-01-01")]
    [InlineData("03-2* SUB", "04-2* SUB", null)]
    [InlineData("03-20 SUB", "03-20 SUB", null)]
    public void Two_equally_specific_rules_that_take_one_code_are_named_with_that_code(string one, string other, string? shared)
    {
        var conflicts = RuleConflicts.Of([Rule(one)], [Rule(other)]).ToList();
        if (shared is null)
        {
            Assert.Empty(conflicts);
            return;
        }

        var conflict = Assert.Single(conflicts);
        Assert.Equal("mapping-conflict", conflict.WireCode);
        Assert.All([one, other, shared], part => Assert.Contains(part, conflict.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_of_different_days_or_ranks_do_not_conflict()
    {
        var one = Rule("03-200 *") with { ValidTo = From.AddDays(9) };
        var other = Rule("* SUB");
        Assert.Empty(RuleConflicts.Of([one], [other with { ValidFrom = From.AddDays(10) }]));
        Assert.Empty(RuleConflicts.Of([other with { ValidFrom = From.AddDays(10) }], [one]));
        Assert.Single(RuleConflicts.Of([one], [other with { ValidFrom = From.AddDays(9) }]));
        Assert.Empty(RuleConflicts.Of([one], [other with { IsOfProject = false }]));
    }

    [Fact]
    public void Drafts_are_compared_with_each_other_once_and_active_rules_are_not()
    {
        var first = Rule("03-200 *");
        var second = Rule("* SUB");
        Assert.Single(RuleConflicts.Of([first, second], []));
        Assert.Empty(RuleConflicts.Of([], [first, second]));
    }

    [Fact]
    public void A_custom_segment_that_both_restrict_differently_keeps_rules_apart()
    {
        var one = Rule("03-200 *") with { Others = new Dictionary<string, CodePattern> { ["area"] = CodePattern.Exact("N") } };
        var other = Rule("* SUB") with { Others = new Dictionary<string, CodePattern> { ["area"] = CodePattern.Exact("S") } };
        Assert.Empty(RuleConflicts.Of([one], [other]));
        Assert.Contains("area 'N'", RuleConflicts.Of([one], [other with { Others = one.Others }]).Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trail_says_which_rule_decided_and_why_the_others_did_not()
    {
        var mapping = Facts.Mapping with
        {
            Rules = new MappingRules([Rule("* SUB"), Rule("03-200 SUB"), Rule("03-200 *") with { ValidTo = From.AddDays(9) }, Rule("04-100 SUB")]),
        };
        Assert.Equal(
            [
                "Rule 03-200 SUB (project; cost code 03-200, cost type SUB) decides: no other rule is as specific.",
                "Rule * SUB (project; cost code *, cost type SUB) is less specific than 03-200 SUB.",
                "Rule 03-200 * (project; cost code 03-200, cost type *) is valid from 2025-01-01 to 2025-01-10, not on 2025-02-01.",
            ],
            RuleTrail.Of(new SegmentCodes(null, "03-200", "SUB"), mapping, new CalendarDate(2025, 2, 1))
        );
    }

    private static WbsMappingRule Rule(string patterns)
    {
        var parts = patterns.Split(' ');
        return Facts.Rule(parts[1], costCode: parts[0], task: "2600") with { Key = patterns };
    }
}
