using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>Predicts, line by line, what a change order makes of its purchase order under the signed policy.</summary>
public static class ChangePreview
{
    /// <summary>The most lines of a purchase order or of a change order.</summary>
    public const int LinesMax = 2_000;

    /// <summary>The prediction, or everything that Oracle or the policy would not do.</summary>
    public static PreviewOutcome Of(PreviewFacts facts)
    {
        var refusals = new RefusalList();
        ChangeOrderChecks.Add(facts, refusals);
        if (!refusals.IsEmpty)
        {
            return Stopped(refusals);
        }

        var differences = LineDifferences.Of(facts.ChangeOrder, facts.Implemented);
        if (differences.Count == 0)
        {
            return Nothing(facts);
        }

        OrderChecks.Add(facts, refusals);
        return refusals.IsEmpty ? OnOrder(facts, Base(facts), differences) : Stopped(refusals);
    }

    private static PreviewOutcome OnOrder(PreviewFacts facts, PurchaseOrder order, IReadOnlyList<LineDifference> differences)
    {
        var draft = new OrderDraft(order, facts.Policy.Policy);
        foreach (var difference in differences)
        {
            draft.Apply(difference);
        }

        var refusals = new RefusalList();
        foreach (var line in draft.Touched)
        {
            LineChecks.Add(facts, line, refusals);
        }

        var lines = draft.Predict();
        refusals.Add(TooManyLines(order, lines));

        // Amounts that cancel out on their line change nothing, and Oracle gets no empty change.
        return !refusals.IsEmpty ? Stopped(refusals)
            : lines.All(line => line.Effect == LineEffect.Unchanged) ? Nothing(facts)
            : new PreviewOutcome.Predicted(Prediction(facts, order, lines, differences));
    }

    private static PreviewOutcome.NothingToSend Nothing(PreviewFacts facts) =>
        new($"No amount of {ChangeOrderChecks.Name(facts.ChangeOrder)} changed, so nothing will be sent to Oracle.");

    // A change order with a purchase order of its own begins with no line.
    private static PurchaseOrder Base(PreviewFacts facts) =>
        OrderChecks.IsNewOrder(facts)
            ? facts.Order with
            {
                Number = OrderNumbering.OfSeparate(facts.Order.CommitmentNumber, facts.ChangeOrder.Number),
                Status = PurchaseOrderStatus.Incomplete,
                Revision = 0,
                Lines = [],
            }
            : facts.Order;

    private static PreviewOutcome.Stopped Stopped(RefusalList refusals) => new(refusals.First()!, refusals.All);

    private static Refusal? TooManyLines(PurchaseOrder order, IReadOnlyList<PredictedLine> lines) =>
        lines.Count <= LinesMax
            ? null
            : new Refusal(
                DocumentReasons.TooManyLines,
                Sentence.Of(
                    $"Purchase order {order.Number} would have {lines.Count:#,##0} lines; it can have at most {LinesMax:#,##0}. ",
                    $"Choose a policy that adds fewer lines, such as Amend or Separate."
                )
            );

    private static ChangePrediction Prediction(
        PreviewFacts facts,
        PurchaseOrder order,
        IReadOnlyList<PredictedLine> lines,
        IReadOnlyList<LineDifference> differences
    )
    {
        var key = ChangeOrderKey.Of(facts.ChangeOrder);
        var prediction = new ChangePrediction
        {
            Key = key,
            Description = key.Describe(Text(facts)),
            OrderNumber = order.Number,
            IsNewOrder = OrderChecks.IsNewOrder(facts),
            Effect = EditEffects.Of(order.Status),
            Policy = facts.Policy,
            CurrencyCode = order.CurrencyCode,
            Lines = lines,
            Movements = Movements(lines),
            ChangeAmount = differences.Sum(difference => difference.Amount),
            Warnings = PolicyWarnings.Of(facts),
        };
        Residual.RequireZero(
            prediction.AmountAfter,
            [prediction.AmountBefore, prediction.ChangeAmount],
            "Ordered before and change order are ordered after."
        );
        Residual.RequireZero(
            prediction.ChangeAmount,
            prediction.Movements.Select(movement => movement.Amount),
            "The movements of the tasks are the change order."
        );
        return prediction;
    }

    private static string Text(PreviewFacts facts) =>
        facts.ChangeOrder.Status == ChangeOrderStatus.PendingBillable ? $"sent before approval, {facts.Policy.EarlyReason} {facts.ChangeOrder.Title}"
        : ChangeOrderStatuses.HasNoEffect(facts.ChangeOrder.Status) ? $"reversed {facts.ChangeOrder.Title}"
        : facts.ChangeOrder.Title;

    private static IReadOnlyList<TaskMovement> Movements(IReadOnlyList<PredictedLine> lines) =>
        [
            .. lines
                .Where(line => line.Effect != LineEffect.Unchanged)
                .SelectMany(line =>
                    line.After.Schedules.Select(schedule => new TaskMovement(schedule.Coding, schedule.Amount))
                        .Concat((line.Before?.Schedules ?? []).Select(schedule => new TaskMovement(schedule.Coding, -schedule.Amount)))
                )
                .GroupBy(movement => movement.Coding)
                .Select(coded => new TaskMovement(coded.Key, coded.Sum(movement => movement.Amount)))
                .Where(movement => movement.Amount != 0m),
        ];
}
