using CsCheck;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Segments;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

/// <summary>Codes in use gain a code with their task beside them, and no other code is needed.</summary>
public sealed class TaskCodesTests
{
    private static readonly CalendarDate Day = new(2025, 11, 5);
    private static readonly ProjectTask[] Tasks = [Task("0784"), Task("2600"), Task("0999", isChargeable: false), Task("long-number")];
    private static readonly WantedItems Items = WantedItems.Of(Tasks, new SegmentShape(IsTiered: false, 5));

    [Fact]
    public void A_code_in_use_without_a_task_needs_one_with_the_task_that_its_rule_names()
    {
        var codes = Of([Code("07-840", "1"), Code("26-240", "2")], Rule("07-840", "0784"), Rule("26-240", "2600"));
        Assert.Equal(["07-840 with 0784", "26-240 with 2600"], codes.Missing.Select(code => code.ToString()));
        Assert.Equal([new CodeItem("6", "1", true), new CodeItem("8", "50", true)], codes.Missing[0].Items);
        Assert.Equal((2, 0, 0), (codes.Needed, codes.Undecided.Count, codes.Inactive.Count));
    }

    [Fact]
    public void What_has_a_task_or_is_not_in_use_or_inactive_needs_nothing()
    {
        var codes = Of(
            [
                Code("07-840", "1") with
                {
                    Task = new CodePath("0784", null),
                },
                Code("07-841", "2") with
                {
                    IsInUse = false,
                },
                Code("07-842", "3") with
                {
                    IsActive = false,
                },
            ],
            Rule("07-84*", "0784")
        );
        Assert.Equal((0, 0, 0), (codes.Needed, codes.Undecided.Count, codes.Inactive.Count));
    }

    [Fact]
    public void A_combination_that_there_is_is_found_whatever_the_order_of_its_segments_and_whether_it_is_active()
    {
        var there = Code("07-840.0784", "1") with { Task = new CodePath("0784", null), IsActive = false, IsInUse = false };
        var codes = Of([Code("07-840", "1"), there with { Items = [.. there.Items.Reverse()] }], Rule("07-840", "0784"));
        Assert.Empty(codes.Missing);
        Assert.Equal(1, codes.Needed);
        Assert.Single(Of([Code("07-840", "1"), there with { Task = new CodePath("2600", null) }], Rule("07-840", "0784")).Missing);
        Assert.Single(Of([Code("07-840", "1"), there with { Items = [there.Items[0]] }], Rule("07-840", "0784")).Missing);
    }

    [Fact]
    public void Two_codes_with_the_same_items_need_one_code()
    {
        var codes = Of(
            [Code("07-840", "1"), Code("07-840 too", "1") with { Codes = new SegmentCodes(null, "07-840", "SUB") }],
            Rule("07-840", "0784")
        );
        Assert.Equal(1, codes.Needed);
        Assert.Single(codes.Missing);
    }

    [Fact]
    public void Without_one_task_that_Oracle_takes_and_the_segment_has_a_code_is_named()
    {
        var codes = Of(
            [Code("none", "1"), Code("two", "2"), Code("closed", "3"), Code("long", "4"), Code("old", "5")],
            Rule("two", "0784"),
            Rule("two", "2600"),
            Rule("closed", "0999"),
            Rule("long", "long-number"),
            Rule("old", "0784") with
            {
                ValidTo = new CalendarDate(2025, 11, 4),
            }
        );
        Assert.Equal(["none", "two", "closed", "long", "old"], codes.Undecided);
        Assert.Equal(0, codes.Needed);
    }

    [Fact]
    public void An_inactive_item_is_named_because_no_new_code_takes_it()
    {
        var code = Code("07-840", "1");
        var codes = Of([code with { Items = [code.Items[0], code.Items[1] with { IsActive = false }] }], Rule("07-840", "0784"));
        Assert.Equal(["07-840"], codes.Inactive);
        Assert.Empty(codes.Missing);
    }

    [Theory]
    [InlineData(TaskSource.SegmentOrRule, 1)]
    [InlineData(TaskSource.Segment, 1)]
    [InlineData(TaskSource.Rule, 0)]
    public void Where_rules_alone_give_the_task_no_code_needs_the_segment(TaskSource source, int needed)
    {
        var codes = TaskCodes.Of([Code("07-840", "1"), Code("none", "2")], Mapping(Rule("07-840", "0784")) with { TaskSource = source }, Items, Day);
        Assert.Equal((needed, needed), (codes.Needed, codes.Undecided.Count));
    }

    [Fact]
    public void What_is_made_leaves_nothing_for_a_second_plan() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool, Gen.Bool, Gen.Bool)
            .List[0, 12]
            .Sample(drawn =>
            {
                var mapping = Mapping(Rule("C0", "0784"), Rule("C1", "2600"), Rule("C2", "0784"));
                List<ListedCode> before =
                [
                    .. drawn.Select(one =>
                        Code("C" + one.Item1.ToString(CultureInfo.InvariantCulture), one.Item1.ToString(CultureInfo.InvariantCulture)) with
                        {
                            Task = one.Item2 == 0 ? new CodePath(one.Item3 ? "0784" : "2600", null) : null,
                            IsInUse = one.Item4,
                            IsActive = one.Item5,
                        }
                    ),
                ];
                var codes = TaskCodes.Of(before, mapping, Items, Day);
                List<ListedCode> after = [.. before, .. codes.Missing.Select(Made)];
                var second = TaskCodes.Of(after, mapping, Items, Day);
                Assert.Empty(second.Missing);
                Assert.Equal(codes.Needed, second.Needed);
                Assert.Equal(codes.Missing.Count, codes.Missing.Select(code => code.Key).Distinct().Count());
            });

    private static ListedCode Made(NeededCode code) =>
        new()
        {
            FlatCode = code.ToString(),
            Codes = new SegmentCodes(code.Task.Code, code.FlatCode, "SUB"),
            Task = code.Task,
            Items = code.Items,
            IsActive = true,
        };

    private static TaskCodes Of(IReadOnlyList<ListedCode> codes, params WbsMappingRule[] rules) => TaskCodes.Of(codes, Mapping(rules), Items, Day);

    private static WbsMapping Mapping(params WbsMappingRule[] rules) =>
        new()
        {
            ProjectNumber = "P-1",
            ExpenditureOrganization = "Lakeshore",
            Rules = new MappingRules(rules),
            Tasks = new ProjectTasks(Tasks),
        };

    private static WbsMappingRule Rule(string costCode, string task) =>
        new()
        {
            Key = costCode + task,
            CostCode = CodePattern.Parse(costCode),
            TaskNumber = task,
            ExpenditureType = "Subcontract",
        };

    private static ListedCode Code(string costCode, string item) =>
        new()
        {
            FlatCode = costCode,
            Codes = new SegmentCodes(null, costCode, "SUB"),
            Items = [new CodeItem("6", item, true), new CodeItem("8", "50", true)],
            IsActive = true,
            IsInUse = true,
        };

    private static ProjectTask Task(string number, bool isChargeable = true) =>
        new()
        {
            TaskNumber = number,
            IsLowestLevel = true,
            IsChargeable = isChargeable,
        };
}
