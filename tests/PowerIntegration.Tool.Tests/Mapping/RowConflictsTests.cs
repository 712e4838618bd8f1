using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Mapping;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>What compares only rules that can meet finds the same conflicts as what compares all of them.</summary>
public sealed class RowConflictsTests
{
    private static readonly string[] Patterns = ["*", "0*", "03*", "03-2", "03-20", "07-8*", "07-840"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_conflict_is_overlooked(int seed)
    {
        var random = new Random(seed);
        var found = 0;
        for (var run = 0; run < 60; run++)
        {
            var rules = Enumerable.Range(0, 8).Select(number => Rule(number, random)).ToList();
            var conflicts = new RowConflicts(rules);
            foreach (var rule in rules)
            {
                var expected = rules.Any(other => !ReferenceEquals(rule, other) && RuleConflicts.Of([rule], [other]).Any());
                found += expected ? 1 : 0;
                Assert.Equal(expected, conflicts.Of(rule) is not null);
            }
        }

        Assert.InRange(found, 20, 440);
    }

    [Fact]
    public void Fifty_thousand_rows_are_compared_one_by_one_only_where_they_can_meet()
    {
        var rows = Enumerable
            .Range(0, 50_000)
            .Select(number =>
                AnEnvironment.Row(number + 2, ["P1", "*", $"C-{number:D5}", "SUB", "", "", "0784", "Subcontract", "", "2026-01-01", "", ""])
            )
            .ToList();
        rows.Add(AnEnvironment.Row(60_000, "P1", "*", "C-49999", "*", "", "Area=1", "0784", "Subcontract", "", "2026-01-01", "", ""));
        var results = MapCheck.Of(rows, AnEnvironment.Facts);
        Assert.Equal([50_001, 60_000], results.Where(result => result.Outcome == RowOutcome.Error).Select(result => result.Row));
        Assert.Equal(49_999, results.Count(result => result.Outcome == RowOutcome.Accepted));
    }

    [Fact]
    public void Beginnings_of_codes_are_compared_only_where_one_begins_with_the_other()
    {
        string[] Beginning(string code) => AnEnvironment.But(MapColumn.CostCode, code);
        var rows = Enumerable.Range(0, 20_000).Select(number => AnEnvironment.Row(number + 2, Beginning($"C-{number:D5}*"))).ToList();
        rows.Add(AnEnvironment.Row(60_000, "P1", "*", "C-199*", "SU*", "", "", "0784", "Subcontract", "", "2026-01-01", "", ""));
        rows.Add(AnEnvironment.Row(60_001, "P1", "*", "C-19*", "SUB*", "", "", "0784", "Subcontract", "", "2026-01-01", "", ""));
        var results = MapCheck.Of(rows, AnEnvironment.Facts);
        Assert.Equal([60_000, 60_001], results.Where(result => result.Outcome == RowOutcome.Error).Select(result => result.Row));
    }

    private static WbsMappingRule Rule(int number, Random random)
    {
        CodePattern Pattern() => CodePattern.Parse(Patterns[random.Next(Patterns.Length)]);
        var from = new CalendarDate(2026, random.Next(1, 7), 1);
        return new WbsMappingRule
        {
            Key = $"R{number}",
            CostCode = Pattern(),
            CostType = random.Next(2) == 0 ? CodePattern.Any : CodePattern.Exact("SUB"),
            SubJob = random.Next(4) == 0 ? Pattern() : CodePattern.Any,
            TaskSegment = random.Next(4) == 0 ? Pattern() : CodePattern.Any,
            Others = random.Next(4) == 0 ? new Dictionary<string, CodePattern> { ["Area"] = Pattern() } : new Dictionary<string, CodePattern>(),
            ExpenditureType = "Subcontract",
            ValidFrom = from,
            ValidTo = random.Next(2) == 0 ? null : from.AddDays(random.Next(90)),
        };
    }
}
