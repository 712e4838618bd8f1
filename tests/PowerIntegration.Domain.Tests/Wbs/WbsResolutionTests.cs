using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class WbsResolutionTests
{
    private static readonly CalendarDate Day = new(2025, 10, 31);

    // Task segment, cost code, cost type of the rule; its task.
    private static readonly WbsMapping Mapping = Facts.Mapping with
    {
        Rules = new MappingRules([
            Facts.Rule("SUB", task: "2600"),
            Facts.Rule("SUB", costCode: "07-840", task: "0784"),
            Facts.Rule("MAT", taskSegment: "2600") with
            {
                ExpenditureType = "Material",
                Organization = OrganizationRule.Fixed("Joliet Yard"),
            },
            Facts.Rule("EQP"),
            Facts.Rule("OTH", costCode: "01-100", task: "2600"),
            Facts.Rule("*", costCode: "01-100", taskSegment: "3300", task: "2600"),
        ]),
        Tasks = new ProjectTasks([
            Task("2600"),
            Task("0784"),
            Task("3300"),
            Task("3000") with
            {
                IsLowestLevel = false,
            },
            Task("3100") with
            {
                IsChargeable = false,
            },
            Task("3200") with
            {
                Finish = new CalendarDate(2025, 10, 30),
            },
        ]),
    };

    [Theory]
    [InlineData(null, "26-240", "SUB", "2600 Subcontract Chicago Construction")]
    [InlineData(null, "07-840", "SUB", "0784 Subcontract Chicago Construction")]
    [InlineData("3300", "07-840", "SUB", "3300 Subcontract Chicago Construction")]
    [InlineData("2600", "26-240", "MAT", "2600 Material Joliet Yard")]
    [InlineData(null, "26-240", "LAB", "wbs-unmapped")]
    [InlineData("3300", "26-240", "MAT", "wbs-unmapped")]
    [InlineData(null, "26-240", "EQP", "wbs-unmapped")]
    [InlineData("9999", "26-240", "EQP", "task-unknown")]
    [InlineData("3000", "26-240", "EQP", "task-not-lowest-level")]
    [InlineData("3100", "26-240", "EQP", "task-not-chargeable")]
    [InlineData("3200", "26-240", "EQP", "task-not-open")]
    [InlineData("3300", "01-100", "OTH", "wbs-ambiguous")]
    [InlineData(null, "01-100", "OTH", "2600 Subcontract Chicago Construction")]
    public void The_most_exact_rule_wins_and_the_segment_names_the_task(string? segment, string costCode, string costType, string answer)
    {
        var resolution = WbsResolution.Of("Invoice IG 7741-1, line 7", new SegmentCodes(segment, costCode, costType), Mapping, Day);
        Assert.Equal(
            answer,
            resolution.Coding is { } coding
                ? $"{coding.TaskNumber} {coding.ExpenditureType} {coding.ExpenditureOrganization}"
                : resolution.Refusal!.WireCode
        );
    }

    [Fact]
    public void A_refusal_names_the_line_the_code_the_day_and_the_next_step()
    {
        var sentence = WbsResolution.Of("Invoice IG 7741-1, line 7", new SegmentCodes(null, "07-840", "LAB"), Mapping, Day).Refusal!.Sentence;
        string[] wanted =
        [
            "Invoice IG 7741-1, line 7",
            "'07-840'",
            "'LAB'",
            "task segment (none)",
            "FYT-2401",
            "2025-10-31",
            "mapping administrator",
            "07-840 / LAB",
        ];
        Assert.All(wanted, part => Assert.Contains(part, sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_apply_from_their_first_to_their_last_day()
    {
        var rule = Facts.Rule("SUB", task: "2600") with { ValidFrom = Day, ValidTo = Day };
        var mapping = Mapping with { Rules = new MappingRules([rule]) };
        var answers = new[] { Day.AddDays(-1), Day, Day.AddDays(1) }.Select(day =>
            WbsResolution.Of("Line", new SegmentCodes(null, "26-240", "SUB"), mapping, day).Coding is not null
        );
        Assert.Equal([false, true, false], answers);
    }

    [Fact]
    public void The_order_of_the_rules_does_not_matter()
    {
        var codes = new SegmentCodes(null, "07-840", "SUB");
        var turned = Mapping with { Rules = new MappingRules(Mapping.Rules.All.Reverse()) };
        Assert.Equal(WbsResolution.Of("Line", codes, Mapping, Day).Coding, WbsResolution.Of("Line", codes, turned, Day).Coding);
    }

    private static ProjectTask Task(string number) =>
        new()
        {
            TaskNumber = number,
            IsLowestLevel = true,
            IsChargeable = true,
        };
}
