using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders;

/// <summary>A purchase order of 20,000.00 with two lines, the first ordered by quantity, and change orders of it.</summary>
internal static class An
{
    public static TaskCoding Concrete { get; } = new("RT-2401", "03.100", "Subcontract", "Construction East");

    public static TaskCoding Rebar { get; } = Concrete with { TaskNumber = "03.200" };

    public static PurchaseOrder Order { get; } =
        new()
        {
            Number = "PO-033",
            CommitmentNumber = "PO-033",
            CurrencyCode = "USD",
            Status = PurchaseOrderStatus.Open,
            Revision = 0,
            Lines = [Line(1, "L1", 12_500m) with { Quantity = 100m, Price = 125m }, Line(2, "L2", 7_500m)],
        };

    public static PurchaseOrderLine Line(int number, string? commitmentLineId, decimal amount, decimal billed = 0m) =>
        new()
        {
            Number = number,
            Description = "Line " + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Schedules =
            [
                new PurchaseOrderSchedule
                {
                    Number = 1,
                    Amount = amount,
                    Coding = Concrete,
                },
            ],
            Billed = billed,
            CommitmentLineId = commitmentLineId,
        };

    public static PurchaseOrder OrderOf(params PurchaseOrderLine[] lines) => Order with { Lines = lines };

    public static ChangeOrderLine Added(string id, decimal amount) =>
        new()
        {
            LineId = id,
            Description = "Work " + id,
            Amount = amount,
            Coding = Concrete,
        };

    public static ChangeOrderLine Changing(string id, string commitmentLineId, decimal amount) =>
        Added(id, amount) with
        {
            CommitmentLineId = commitmentLineId,
        };

    public static CommitmentChangeOrder ChangeOrder(params ChangeOrderLine[] lines) =>
        new()
        {
            RecordId = "9001",
            CommitmentNumber = "PO-033",
            Number = "001",
            Revision = 1,
            Tier = ChangeOrderTier.One,
            Status = ChangeOrderStatus.Approved,
            CurrencyCode = "USD",
            Title = "Extra dowels",
            Lines = lines,
        };

    public static PolicyVersion Policy(ChangeOrderPolicy policy) =>
        new()
        {
            Key = "POLICY-1",
            Policy = policy,
            ValidFrom = new CalendarDate(2026, 1, 1),
            EnteredBy = "dana",
            SignedBy = "kim",
        };

    public static PreviewFacts Facts(ChangeOrderPolicy policy, PurchaseOrder order, params ChangeOrderLine[] lines) =>
        new()
        {
            Order = order,
            ChangeOrder = ChangeOrder(lines),
            Policy = Policy(policy),
        };

    public static ChangePrediction Predicted(PreviewFacts facts)
    {
        var outcome = ChangePreview.Of(facts);
        Assert.True(outcome is PreviewOutcome.Predicted, (outcome as PreviewOutcome.Stopped)?.Refusal.Sentence ?? outcome.ToString());
        return ((PreviewOutcome.Predicted)outcome).Prediction;
    }

    public static Refusal Stopped(PreviewFacts facts) => Assert.IsType<PreviewOutcome.Stopped>(ChangePreview.Of(facts)).Refusal;

    /// <summary>The purchase order after the change was implemented as predicted.</summary>
    public static PurchaseOrder After(PurchaseOrder order, ChangePrediction prediction) =>
        order with
        {
            Number = prediction.OrderNumber,
            Revision = order.Revision + 1,
            Lines = [.. prediction.Lines.Select(line => line.After)],
        };

    public static decimal[] Amounts(ChangePrediction prediction) => [.. prediction.Lines.Select(line => line.After.Amount)];
}
