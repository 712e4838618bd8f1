using CsCheck;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Segments;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

/// <summary>The items of a segment follow the tasks of a project, and nothing is deleted.</summary>
public sealed class SegmentPlanTests
{
    private static readonly SegmentShape Flat = new(IsTiered: false, 8);
    private static readonly SegmentShape Tiered = new(IsTiered: true, 8);

    private static readonly Gen<string> GenNumber = Gen.Int[0, 11]
        .Select(number => number == 11 ? "1.1" : "T" + number.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> GenName = Gen.Int[0, 3]
        .Select(number => number == 3 ? " " : "Name " + number.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<ProjectTask> GenTask = Gen.Select(
        GenNumber,
        GenName,
        Gen.Select(Gen.Bool, GenNumber, (has, number) => has ? number : null),
        Gen.Int[0, 3],
        (number, name, parent, kind) => Task(number, name, parent, isLowest: kind != 0, isChargeable: kind != 1)
    );

    private static readonly Gen<SegmentItem> GenItem = Gen.Select(
        GenNumber.List[1, 3],
        GenName,
        Gen.Bool,
        Gen.Bool,
        (codes, name, isActive, isInUse) =>
            new SegmentItem
            {
                Id = "",
                Path = CodePath.Of(codes),
                Name = name,
                IsActive = isActive,
                IsInUse = isInUse,
            }
    );

    [Fact]
    public void A_flat_segment_has_the_chargeable_lowest_level_tasks_alone()
    {
        var plan = SegmentPlan.Of(
            [Task("03", "Concrete", null, isLowest: false), Task("0320", "Rebar", "03"), Task("0330", "Slabs", "03", isChargeable: false)],
            [],
            Flat
        );
        Assert.Equal(["Create 0320 Rebar"], Words(plan));
        Assert.Equal((1, 1), (plan.Wanted, plan.Kept));
    }

    [Fact]
    public void A_tiered_segment_has_the_tasks_above_them_first()
    {
        var plan = SegmentPlan.Of(
            [
                Task("01", "Rebar", "02"),
                Task("02", "Concrete", "03", isLowest: false),
                Task("03", "Structure", null, isLowest: false),
                Task("04", "Empty", null, isLowest: false),
            ],
            [],
            Tiered
        );
        Assert.Equal(["Create 03 Structure", "Create 03 > 02 Concrete", "Create 03 > 02 > 01 Rebar"], Words(plan));
    }

    [Fact]
    public void Names_follow_and_items_become_inactive_and_active_and_others_are_left()
    {
        var plan = SegmentPlan.Of(
            [
                Task("A", "New name", null),
                Task("B", "Closed", null, isChargeable: false),
                Task("C", "Again", null),
                Task("D", "Same", null),
                Task("E", "Again, other name", null),
                Task("F", "Closed long ago", null, isLowest: false),
            ],
            [
                Item("1", "A", "Old name"),
                Item("2", "B", "Closed") with
                {
                    IsInUse = true,
                },
                Item("3", "C", "Again", isActive: false),
                Item("4", "D", " Same"),
                Item("5", "E", "Again", isActive: false),
                Item("6", "F", "Closed", isActive: false),
                Item("7", "X", "Not a task"),
            ],
            Flat
        );
        Assert.Equal(["Rename A New name", "Activate C", "Activate E Again, other name", "Deactivate B"], Words(plan));
        Assert.Equal(["1", "3", "5", "2"], plan.Changes.Select(change => change.ItemId));
        Assert.Equal(["X"], plan.Others);
        Assert.Equal((4, 6), (plan.Wanted, plan.Kept));
    }

    [Fact]
    public void A_task_that_moved_below_another_one_becomes_an_item_there_and_inactive_where_it_was()
    {
        var plan = SegmentPlan.Of(
            [Task("A", "Top", null, isLowest: false), Task("B", "Moved", "A")],
            [Item("1", "A", "Top"), Item("2", "B", "Moved")],
            Tiered
        );
        Assert.Equal(["Create A > B Moved", "Deactivate B"], Words(plan));
    }

    [Fact]
    public void What_cannot_become_an_item_is_named_and_left_as_it_is()
    {
        var plan = SegmentPlan.Of(
            [
                Task("123456789", "Long", null),
                Task("T", "First", null),
                Task("T", "Second", null),
                Task("U", "Gone in Oracle", null, isChargeable: false),
                Task("U", "Later one", null),
            ],
            [Item("1", "123456789", "Old"), Item("2", "T", "Old"), Item("3", "U", "Later one"), Item("4", "V", "Once"), Item("5", "V", "Twice")],
            Flat
        );
        Assert.Empty(plan.Changes);
        Assert.Equal(
            [
                "Task 123456789 has 9 characters in its number, but a code can have 8. Shorten the number.",
                "Number T belongs to 2 tasks in Oracle. Give each task a number of its own.",
                "Procore has 2 items V. Keep one of them.",
            ],
            plan.Problems
        );
    }

    [Fact]
    public void A_number_with_a_delimiter_in_it_is_a_code_like_any_other()
    {
        var plan = SegmentPlan.Of(
            [Task("1", "Site", null, isLowest: false), Task("1.1", "Dotted", "1"), Task("1-1", "Dashed", "1")],
            [Item("1", "1.1", "At the top")],
            Tiered
        );
        Assert.Equal(["Create 1 Site", "Create 1 > 1-1 Dashed", "Create 1 > 1.1 Dotted", "Deactivate 1.1"], Words(plan));
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_task_below_one_that_cannot_become_an_item_is_named_too()
    {
        var plan = SegmentPlan.Of([Task("123456789", "Long", null, isLowest: false), Task("A", "Below", "123456789")], [], Tiered);
        Assert.Empty(plan.Changes);
        Assert.Equal("Task A cannot become an item, because task 123456789 above it cannot. Correct task 123456789.", plan.Problems[1]);
        var round = SegmentPlan.Of([Task("A", "Round", "B", isLowest: true), Task("B", "Round", "A", isLowest: false)], [], Tiered);
        Assert.Contains("Task A is below itself in Oracle.", round.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_changes_give_what_is_wanted_once_and_leave_nothing_for_a_second_plan() =>
        Gen.Select(GenTask.List[0, 14], GenItem.List[0, 14], Gen.Bool)
            .Sample(
                (tasks, drawn, isTiered) =>
                {
                    var shape = isTiered ? Tiered : Flat;
                    List<SegmentItem> items = [.. drawn.Select((item, place) => item with { Id = place.ToString(CultureInfo.InvariantCulture) })];
                    var plan = SegmentPlan.Of(tasks, items, shape);
                    var after = plan.Apply(items);

                    Assert.Empty(SegmentPlan.Of(tasks, after, shape).Changes);
                    Assert.Equal(items.Select(item => (item.Id, item.Path)), after.Take(items.Count).Select(item => (item.Id, item.Path)));
                    var doubled = items.GroupBy(item => item.Path).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
                    foreach (var wanted in WantedItems.Of(tasks, shape).Items.Where(wanted => !doubled.Contains(wanted.Path)))
                    {
                        var item = Assert.Single(after, item => item.Path == wanted.Path);
                        Assert.Equal((wanted.Name, true), (item.Name.Trim(), item.IsActive));
                        Assert.True(wanted.Path.Above is null || after.Any(above => above.Path == wanted.Path.Above));
                    }

                    foreach (var change in plan.Changes.Where(change => change.Kind == SegmentChangeKind.Deactivate))
                    {
                        Assert.Contains(tasks, task => task.TaskNumber == change.Path.Code);
                    }
                }
            );

    [Fact]
    public void Every_item_that_is_made_comes_after_the_one_above_it() =>
        Gen.Select(GenTask.List[0, 20], GenItem.List[0, 6])
            .Sample(
                (tasks, drawn) =>
                {
                    List<SegmentItem> items = [.. drawn.Select((item, place) => item with { Id = place.ToString(CultureInfo.InvariantCulture) })];
                    var there = items.Select(item => item.Path).ToHashSet();
                    foreach (var change in SegmentPlan.Of(tasks, items, Tiered).Changes.Where(change => change.ItemId is null))
                    {
                        Assert.True(change.Path.Above is null || there.Contains(change.Path.Above), change.ToString());
                        Assert.True(there.Add(change.Path), change.ToString());
                    }
                }
            );

    private static IEnumerable<string> Words(SegmentPlan plan) =>
        plan.Changes.Select(change => $"{change.Kind} {change.Path} {change.Name}".TrimEnd());

    private static ProjectTask Task(string number, string name, string? parent, bool isLowest = true, bool isChargeable = true) =>
        new()
        {
            TaskNumber = number,
            Name = name,
            Parent = parent,
            IsLowestLevel = isLowest,
            IsChargeable = isChargeable,
        };

    private static SegmentItem Item(string id, string code, string name, bool isActive = true) =>
        new()
        {
            Id = id,
            Path = CodePath.Of([code]),
            Name = name,
            IsActive = isActive,
        };
}
