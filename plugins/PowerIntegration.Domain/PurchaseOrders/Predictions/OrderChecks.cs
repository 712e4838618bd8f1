using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What is checked about the purchase order as it is.</summary>
internal static class OrderChecks
{
    public static void Add(PreviewFacts facts, RefusalList refusals)
    {
        var order = facts.Order;
        if (IsNewOrder(facts))
        {
            // Neither the status nor the rates of the order that is there are those of a new one; only its style is.
            refusals.Add(NumberInUse(facts));
            refusals.Add(Retainage(order with { Lines = [] }, facts.OwnRetainagePercent));
        }
        else
        {
            refusals.Add(Status(order));
            refusals.Add(Retainage(order, facts.OwnRetainagePercent));
        }

        foreach (var line in order.Lines.Where(line => !line.IsCanceled && line.Schedules.Count == 0))
        {
            refusals.Add(
                SharedReasons.InputUnusable,
                $"Line {line.Number} of purchase order {order.Number} was read without a schedule. Read the purchase order again."
            );
        }

        foreach (var difference in LineDifferences.Of(facts.ChangeOrder, facts.Implemented))
        {
            refusals.Add(Deleted(facts, difference));
        }
    }

    /// <summary>True where the change order becomes a purchase order of its own and has none yet.</summary>
    public static bool IsNewOrder(PreviewFacts facts) =>
        facts.Policy.Policy == ChangeOrderPolicy.Separate
        && facts.Order.Number != OrderNumbering.OfSeparate(facts.Order.CommitmentNumber, facts.ChangeOrder.Number);

    private static Refusal? Status(PurchaseOrder order) =>
        EditEffects.Of(order.Status) switch
        {
            EditEffect.DirectEdit or EditEffect.ChangeOrder => null,
            EditEffect.Waits => new Refusal(
                PurchaseOrderReasons.OrderPending,
                Sentence.Of(
                    $"Purchase order {order.Number} has the status '{Sentence.Words(order.Status)}' in Oracle and ",
                    $"takes no change until that has ended. ",
                    $"The change is sent as soon as it has."
                )
            ),
            EditEffect.Refused => new Refusal(
                PurchaseOrderReasons.OrderTakesNoChange,
                Sentence.Of(
                    $"Purchase order {order.Number} has the status '{Sentence.Words(order.Status)}' in Oracle and takes no change. ",
                    $"Ask the buyer to open it again, or enter a policy that orders the change order separately."
                )
            ),
            _ => throw new InvariantBrokenException("Every effect of an edit has its answer."),
        };

    private static Refusal? Retainage(PurchaseOrder order, decimal own)
    {
        var inOracle = order
            .Lines.Where(line => !line.IsCanceled)
            .SelectMany(line => line.Schedules.Where(schedule => !schedule.IsCanceled))
            .Select(schedule => schedule.RetainagePercent)
            .Concat([order.StyleRetainagePercent])
            .Max();
        return own <= 0m || inOracle <= 0m
            ? null
            : new Refusal(
                PurchaseOrderReasons.RetainageTwice,
                Sentence.Of(
                    $"Purchase order {order.Number} withholds {inOracle:0.##} % retainage in Oracle, ",
                    $"and the terms of commitment {order.CommitmentNumber} ",
                    $"withhold {own:0.##} % here, so it would be withheld twice. ",
                    $"Set the rate in Oracle to 0, or let Oracle keep the retainage in the terms."
                )
            );
    }

    private static Refusal? NumberInUse(PreviewFacts facts)
    {
        var number = OrderNumbering.OfSeparate(facts.Order.CommitmentNumber, facts.ChangeOrder.Number);
        return facts.OrderNumbersInUse.TryGetValue(number, out var owner)
            ? new Refusal(
                PurchaseOrderReasons.OrderNumberCollision,
                Sentence.Of(
                    $"{ChangeOrderChecks.Name(facts.ChangeOrder)} would become purchase order {number}, which {owner} already has. ",
                    $"Change the number of the change order in Procore."
                )
            )
            : null;
    }

    // What is taken back from an implemented line needs no schedule-of-values line any more, and a purchase order of its own has none.
    private static Refusal? Deleted(PreviewFacts facts, LineDifference difference) =>
        difference.CommitmentLineId is not { } commitmentLineId
        || difference.WasImplemented
        || facts.Policy.Policy == ChangeOrderPolicy.Separate
        || facts.Order.Lines.Any(line => line.CommitmentLineId == commitmentLineId)
            ? null
            : new Refusal(
                PurchaseOrderReasons.LineDeleted,
                Sentence.Of(
                    $"Line {difference.LineId} of {ChangeOrderChecks.Name(facts.ChangeOrder)} ",
                    $"changes line {commitmentLineId} of the schedule of values, ",
                    $"which purchase order {facts.Order.Number} has no line for. If it was deleted, choose another line in Procore."
                )
            )
            {
                Place = new InputPlace(difference.LineId, "schedule of values line"),
            };
}
