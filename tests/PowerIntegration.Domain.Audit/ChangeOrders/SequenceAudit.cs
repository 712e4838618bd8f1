using PowerIntegration.Audit.Orders;
using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Comparison;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.PurchaseOrders.Queue;

namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>Takes one sequence through queue, preview and comparison, and compares each result with the auditor's.</summary>
public sealed class SequenceAudit
{
    private const string OrderNumber = "SC-014";

    private readonly OrderSequence sequence;
    private readonly PolicyVersion policy;
    private readonly Dictionary<string, PurchaseOrder> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommitmentChangeOrder> changeOrders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ChangeOrderLine>> implemented = new(StringComparer.Ordinal);
    private readonly List<QueuedChange> queue = [];
    private readonly List<OrderChange> inOracle = [];
    private readonly List<string> told = [];
    private readonly Findings found = new();

    /// <summary>Prepares the audit of a sequence.</summary>
    public SequenceAudit(OrderSequence sequence)
    {
        this.sequence = sequence;
        policy = SequenceInputs.Policy(sequence);
        orders[OrderNumber] = SequenceInputs.Order(sequence, OrderNumber);
    }

    /// <summary>The first step that differs; null where none does.</summary>
    public ChangeOrderFinding? Run()
    {
        for (var step = 0; step < sequence.Steps.Count; step++)
        {
            Take(sequence.Steps[step], step);
            if (found.All.Count > 0)
            {
                return new ChangeOrderFinding(sequence, step + 1, found.All);
            }
        }

        return null;
    }

    private void Take(ExpectedStep expected, int index)
    {
        var step = expected.Step;
        switch (step.Kind)
        {
            case StepKind.Billed:
                Bill(step);
                break;
            case StepKind.BuyerBegins:
                inOracle.Add(
                    new OrderChange(string.Create(CultureInfo.InvariantCulture, $"buyer {index}"), "Price update", OpenChangeStatus.Incomplete)
                );
                break;
            case StepKind.BuyerEnds:
                inOracle[^1] = inOracle[^1] with { Status = OpenChangeStatus.Implemented };
                orders[OrderNumber] = SequenceInputs.Bought(orders[OrderNumber], step);
                break;
            default:
                Enqueue(step, index);
                break;
        }

        // What waits for an invoice is looked at again with each step, since one may have been posted.
        for (var place = 0; place < queue.Count; place++)
        {
            queue[place] = queue[place] with { WaitsForInvoice = false };
        }

        LookAtAll(expected.Results);
    }

    private void Enqueue(OrderStep step, int index)
    {
        var changeOrder = SequenceInputs.ChangeOrder(step, OrderNumber);
        changeOrders[changeOrder.Number] = changeOrder;
        queue.RemoveAll(change => change.Key.Number == changeOrder.Number);
        queue.Add(
            new QueuedChange(
                ChangeOrderKey.Of(changeOrder),
                new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(index),
                changeOrder.Lines.Sum(line => line.Ordered)
            )
        );
    }

    private void LookAtAll(IReadOnlyList<ExpectedResult> results)
    {
        var looked = 0;
        while (true)
        {
            switch (ChangeQueue.Decide(OrderNumber, queue, inOracle, told))
            {
                case QueueDecision.Send send when looked < results.Count:
                    LookAt(send.Change, results[looked++]);
                    break;
                case QueueDecision.Wait wait:
                    Wait(wait);
                    Same("change orders looked at", results.Count, looked);
                    return;
                case QueueDecision.Idle:
                    Same("change orders looked at", results.Count, looked);
                    return;
                case var other:
                    found.Add(new Disagreement("next step of the queue", "nothing more", other.ToString()));
                    return;
            }

            if (found.All.Count > 0)
            {
                return;
            }
        }
    }

    // One message for each change of a buyer, however often it is looked at.
    private void Wait(QueueDecision.Wait wait)
    {
        if (wait.IsNews == told.Contains(wait.Foreign.ChangeId))
        {
            found.Add(new Disagreement("message about a buyer's change", "one", "another"));
        }

        if (wait.IsNews)
        {
            told.Add(wait.Foreign.ChangeId);
        }
    }

    private void LookAt(QueuedChange change, ExpectedResult expected)
    {
        var number = change.Key.Number;
        Same("change order in turn", expected.Change, int.Parse(number, CultureInfo.InvariantCulture));
        var order = OrderOf(number);
        var facts = new PreviewFacts
        {
            Order = order,
            ChangeOrder = changeOrders[number],
            Policy = policy,
            Implemented = implemented.GetValueOrDefault(number) ?? [],
        };
        var outcome = ChangePreview.Of(facts);
        Compare(outcome, expected);
        queue.Remove(change);
        if (outcome is PreviewOutcome.Stopped { Refusal.WireCode: "below-billed" })
        {
            queue.Add(change with { WaitsForInvoice = true });
        }
        else if (outcome is PreviewOutcome.Predicted { Prediction: var prediction } && found.All.Count == 0)
        {
            Send(change, order, prediction, expected);
        }
        else if (outcome is PreviewOutcome.NothingToSend)
        {
            Remember(number);
        }
    }

    private PurchaseOrder OrderOf(string number) =>
        policy.Policy == ChangeOrderPolicy.Separate && orders.TryGetValue(OrderNumbering.OfSeparate(OrderNumber, number), out var own)
            ? own
            : orders[OrderNumber];

    private void Compare(PreviewOutcome outcome, ExpectedResult expected)
    {
        var stops = outcome is PreviewOutcome.Stopped stopped
            ? string.Join(", ", stopped.All.Select(refusal => refusal.WireCode).Distinct().Order(StringComparer.Ordinal))
            : "";
        var nothing = outcome is PreviewOutcome.NothingToSend ? "nothing to send" : stops;
        var wanted = expected.IsNothing ? "nothing to send" : string.Join(", ", expected.Stops);
        if (wanted != nothing)
        {
            found.Add(
                new Disagreement($"change order {expected.Change}", wanted.Length == 0 ? "sent" : wanted, nothing.Length == 0 ? "sent" : nothing)
            );
        }
    }

    private void Send(QueuedChange change, PurchaseOrder order, ChangePrediction prediction, ExpectedResult expected)
    {
        PredictionComparison.Of(prediction, expected, found);
        foreach (var difference in VersionComparison.Differences(prediction, OracleComparison.Of(prediction, expected)))
        {
            found.Add(new Disagreement("comparison of versions", "equal", difference));
        }

        if (inOracle.Exists(known => change.Key.IsIn(known.Description)))
        {
            found.Add(new Disagreement("change " + change.Key, "sent once", "sent twice"));
        }

        // Its answer is lost: what is found is submitted, followed and read back, and never sent again.
        inOracle.Add(new OrderChange(change.Key.ToString(), prediction.Description, OpenChangeStatus.Incomplete));
        queue.Add(change);
        Expect<QueueDecision.Submit>(OpenChangeStatus.Pending);
        Expect<QueueDecision.Follow>(OpenChangeStatus.Implemented);
        Expect<QueueDecision.ReadBack>(OpenChangeStatus.Implemented);
        queue.Remove(change);

        var number = change.Key.Number;
        orders[prediction.OrderNumber] = order with
        {
            Number = prediction.OrderNumber,
            Revision = order.Revision + 1,
            Lines = [.. prediction.Lines.Select(line => line.After)],
        };
        Remember(number);
    }

    // What the next revision differs from, also where it moved nothing.
    private void Remember(string number) =>
        implemented[number] = ChangeOrderStatuses.HasNoEffect(changeOrders[number].Status) ? [] : changeOrders[number].Lines;

    private void Expect<TDecision>(OpenChangeStatus next)
    {
        var decision = ChangeQueue.Decide(OrderNumber, queue, inOracle, told);
        if (decision is not TDecision)
        {
            found.Add(new Disagreement("next step of the queue", typeof(TDecision).Name, decision.ToString()));
        }

        inOracle[^1] = inOracle[^1] with { Status = next };
    }

    private void Bill(OrderStep step)
    {
        var bar = step.Place.IndexOf('|', StringComparison.Ordinal);
        var number = bar == 0 ? OrderNumber : OrderNumbering.OfSeparate(OrderNumber, step.Place[..bar]);
        var order = orders[number];
        orders[number] = order with
        {
            Lines =
            [
                .. order.Lines.Select(line =>
                    !line.IsCanceled && PredictionComparison.PlaceOf(line) == step.Place[(bar + 1)..]
                        ? line with
                        {
                            Billed = line.Billed + (step.Cents / 100m),
                        }
                        : line
                ),
            ],
        };
    }

    private void Same(string figure, int expected, int actual)
    {
        if (expected != actual)
        {
            found.Add(new Disagreement(figure, $"{expected}", $"{actual}"));
        }
    }
}
