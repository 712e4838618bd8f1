using PowerIntegration.Domain.PurchaseOrders.Comparison;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Comparison;

public sealed class VersionComparisonTests
{
    private static readonly ChangePrediction Prediction = An.Predicted(
        An.Facts(ChangeOrderPolicy.Amend, An.OrderOf(An.Line(1, "L1", 100m), An.Line(2, "L2", 50m)), Lines())
    );

    private static readonly ShownVersion Shown = new()
    {
        OrderNumber = "PO-033",
        Description = "PC PO-033 CO 001 r1: Extra dowels",
        LineCount = 2,
        Amount = 200m,
        Changes =
        [
            new ShownChange(ShownChangeKind.Changed, 1, 100m, 140m),
            new ShownChange(ShownChangeKind.Canceled, 2, 50m, null),
            new ShownChange(ShownChangeKind.Added, 3, null, 60m),
        ],
    };

    [Fact]
    public void What_oracle_shows_is_what_was_predicted() => Assert.Null(VersionComparison.Check(Prediction, Shown));

    [Fact]
    public void A_missing_change_is_named()
    {
        Held(Shown with { Changes = [Shown.Changes[0], Shown.Changes[2]] }, "Line 2 was to be canceled", "50.00", "0.00", "no change");
        Held(Shown with { Changes = [Shown.Changes[0], Shown.Changes[1]] }, "Line 3 was to be added", "60.00");
    }

    [Fact]
    public void A_change_that_was_not_predicted_is_named() =>
        Held(Shown with { Changes = [.. Shown.Changes, new ShownChange(ShownChangeKind.Changed, 7, 5m, 6m)] }, "Line 7 was changed", "5.00", "6.00");

    [Theory]
    [InlineData(90, 140, "90.00")]
    [InlineData(100, 140.01, "140.01")]
    public void A_cent_is_a_difference(double before, double after, string named) =>
        Held(With(Shown.Changes[0] with { AmountBefore = (decimal)before, AmountAfter = (decimal)after }), "Line 1", named);

    [Fact]
    public void Another_kind_of_change_and_a_line_twice_are_named()
    {
        Held(With(Shown.Changes[0] with { Kind = ShownChangeKind.Canceled }), "Line 1 was to be changed", "canceled");
        Held(With(Shown.Changes[0] with { SchedulesAdded = 1 }), "Line 1 got 1 schedule");
        Held(Shown with { Changes = [.. Shown.Changes, Shown.Changes[0]] }, "Line 1 appears 2 times");
    }

    [Fact]
    public void Count_total_order_and_description_are_compared()
    {
        Held(Shown with { LineCount = 3 }, "3 lines", "2 were");
        Held(Shown with { Amount = 200.01m }, "200.01 USD", "0.01");
        Held(Shown with { OrderNumber = "PO-034" }, "PO-034");
        Held(Shown with { Description = "Price update" }, "'Price update'", "PC PO-033 CO 001 r1");
    }

    [Fact]
    public void A_schedule_is_a_change_of_its_line()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Schedule, An.OrderOf(An.Line(1, "L1", 100m)), An.Changing("a", "L1", 40m)));
        var shown = Shown with
        {
            LineCount = 1,
            Amount = 140m,
            Changes = [new ShownChange(ShownChangeKind.Changed, 1, 100m, 140m) { SchedulesAdded = 1 }],
        };
        Assert.Null(VersionComparison.Check(prediction, shown));
        var amended = shown with { Changes = [shown.Changes[0] with { SchedulesAdded = 0 }] };
        SentenceFacts.In(VersionComparison.Check(prediction, amended)!.Sentence, "Line 1 got 0 schedules", "1 were");
    }

    private static PowerIntegration.Domain.PurchaseOrders.ChangeOrders.ChangeOrderLine[] Lines() =>
        [An.Changing("a", "L1", 40m), An.Changing("b", "L2", -50m), An.Added("c", 60m)];

    private static ShownVersion With(ShownChange first) => Shown with { Changes = [first, Shown.Changes[1], Shown.Changes[2]] };

    private static void Held(ShownVersion shown, params string[] words)
    {
        var refusal = VersionComparison.Check(Prediction, shown)!;
        Assert.Equal(("outcome-differs", StopState.Held), (refusal.WireCode, refusal.State));
        SentenceFacts.In(refusal.Sentence, ["PO-033", .. words]);
        Assert.Single(VersionComparison.Differences(Prediction, shown));
    }
}
