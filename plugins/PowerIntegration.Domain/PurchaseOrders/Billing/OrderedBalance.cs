using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>Compares what an invoice bills with what is ordered.</summary>
public static class OrderedBalance
{
    /// <summary>
    /// Held where a change order that it bills is not in effect yet, or where it bills more than is ordered; null where neither.
    /// </summary>
    /// <param name="order">The purchase order as Oracle has it.</param>
    /// <param name="lines">What the invoice bills.</param>
    /// <param name="implemented">Numbers of the change orders that are in effect.</param>
    public static Refusal? Check(PurchaseOrder order, IEnumerable<BilledLine> lines, IEnumerable<string> implemented)
    {
        var inEffect = new HashSet<string>(implemented, StringComparer.Ordinal);
        var refusals = new RefusalList();
        var billed = new Dictionary<int, decimal>();
        foreach (var line in lines.Where(line => line.Amount != 0m))
        {
            var ordered = LineOf(order, line);
            if (ordered is null || (line.ChangeOrderNumber is { } number && !inEffect.Contains(number)))
            {
                refusals.Add(ChangeOrderFirst(order, line));
                continue;
            }

            billed.TryGetValue(ordered.Number, out var sum);
            billed[ordered.Number] = sum + line.Amount;
        }

        refusals.Add(
            order.Lines.Where(line => billed.ContainsKey(line.Number)).Select(line => Over(order, line, billed[line.Number])).OfType<Refusal>()
        );
        return refusals.First();
    }

    // The line or schedule that it made; else, as its policy says, the line that takes all change orders or the one that it changed.
    private static PurchaseOrderLine? LineOf(PurchaseOrder order, BilledLine billed)
    {
        var live = order.Lines.Where(line => !line.IsCanceled).ToList();
        return billed.Policy switch
        {
            null => Linked(live, billed),
            ChangeOrderPolicy.Aggregate => live.Find(line => line.TakesAllChangeOrders),
            ChangeOrderPolicy.Amend or ChangeOrderPolicy.Schedule => Own(live, billed) ?? Linked(live, billed),
            ChangeOrderPolicy.Append or ChangeOrderPolicy.Separate => Own(live, billed),
            _ => throw new InvariantBrokenException("Every policy says where a change order is ordered."),
        };
    }

    private static PurchaseOrderLine? Own(List<PurchaseOrderLine> live, BilledLine billed) =>
        live.Find(line => line.ChangeOrderLineId == billed.LineId || line.Schedules.Any(schedule => schedule.ChangeOrderLineId == billed.LineId));

    private static PurchaseOrderLine? Linked(List<PurchaseOrderLine> live, BilledLine billed) =>
        live.Find(line => billed.CommitmentLineId is not null && line.CommitmentLineId == billed.CommitmentLineId);

    private static Refusal ChangeOrderFirst(PurchaseOrder order, BilledLine line) =>
        new(
            PurchaseOrderReasons.ChangeOrderFirst,
            line.ChangeOrderNumber is { } number
                ? Sentence.Of(
                    $"The invoice bills {Sentence.Amount(line.Amount)} {order.CurrencyCode} on line {line.LineId} ",
                    $"of change order {number}, which is not in effect ",
                    $"on purchase order {order.Number}. Approve it in Procore if it is pending; the invoice is sent after it."
                )
                : Sentence.Of(
                    $"The invoice bills {Sentence.Amount(line.Amount)} {order.CurrencyCode} on line {line.LineId}, ",
                    $"which purchase order {order.Number} has no line for. ",
                    $"Approve the change order that adds it; the invoice is sent after it."
                )
        );

    private static Refusal? Over(PurchaseOrder order, PurchaseOrderLine line, decimal bills)
    {
        var over = line.IsCredit ? line.Amount - line.Billed - bills : line.Billed + bills - line.Amount;
        return over <= 0m
            ? null
            : new Refusal(
                PurchaseOrderReasons.OverOrdered,
                Sentence.Of(
                    $"The invoice bills {Sentence.Amount(bills)} {order.CurrencyCode} on line {line.Number} of purchase order {order.Number}, ",
                    $"which has {Sentence.Amount(line.Amount)} ordered and {Sentence.Amount(line.Billed)} billed: {Sentence.Amount(over)} too much. ",
                    $"Approve a change order for the rest, or correct the invoice in Procore."
                )
            );
    }
}
