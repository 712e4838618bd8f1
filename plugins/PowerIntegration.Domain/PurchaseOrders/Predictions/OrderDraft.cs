using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>A purchase order with a change on it: decides by the policy which line each difference goes to.</summary>
internal sealed class OrderDraft
{
    private readonly PurchaseOrder order;
    private readonly ChangeOrderPolicy policy;
    private readonly List<LineDraft> lines;
    private readonly Dictionary<string, List<LineDraft>> byCommitmentLine = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LineDraft>> byChangeOrderLine = new(StringComparer.Ordinal);

    /// <summary>Begins with the lines as they are.</summary>
    public OrderDraft(PurchaseOrder order, ChangeOrderPolicy policy)
    {
        this.order = order;
        this.policy = policy;
        lines = [.. order.Lines.Select(line => new LineDraft(line, isNew: false))];
        lines.ForEach(Index);
    }

    /// <summary>The lines that the change brings anything to.</summary>
    public IEnumerable<LineDraft> Touched => lines.Where(line => line.IsTouched);

    /// <summary>Brings a difference to its line.</summary>
    public void Apply(LineDifference difference)
    {
        var target =
            Own(difference)
            ?? (
                IsLinked(difference) ? Linked(difference)
                : policy == ChangeOrderPolicy.Aggregate ? lines.Find(line => line.Start.TakesAllChangeOrders && !line.Start.IsCanceled)
                : null
            )
            ?? NewLine(difference);
        if (policy == ChangeOrderPolicy.Schedule && IsLinked(difference))
        {
            target.AddSchedule(difference);
        }
        else
        {
            target.Add(difference);
        }
    }

    /// <summary>Every line before and after; a new line on which nothing remains is left out.</summary>
    public IReadOnlyList<PredictedLine> Predict()
    {
        var number = order.Lines.Count == 0 ? 0 : order.Lines.Max(line => line.Number);
        var predicted = new List<PredictedLine>(lines.Count);
        foreach (var draft in lines)
        {
            if (!draft.IsTouched)
            {
                predicted.Add(new PredictedLine(LineEffect.Unchanged, draft.Start, draft.Start));
                continue;
            }

            var after = draft.After(order);
            if (draft.IsNew && after.Amount != 0m)
            {
                predicted.Add(new PredictedLine(LineEffect.Added, null, after with { Number = ++number }));
            }
            else if (!draft.IsNew)
            {
                predicted.Add(new PredictedLine(EffectOf(draft.Start, after), draft.Start, after));
            }
        }

        return predicted;
    }

    private static LineEffect EffectOf(PurchaseOrderLine before, PurchaseOrderLine after) =>
        after.IsCanceled ? LineEffect.Canceled
        : after.Schedules.Count > before.Schedules.Count ? LineEffect.Scheduled
        : after.Amount == before.Amount && after.Quantity == before.Quantity && after.Schedules.SequenceEqual(before.Schedules) ? LineEffect.Unchanged
        : LineEffect.Changed;

    // Where an earlier revision of the line went. A line that Procore links to another one leaves that place.
    private LineDraft? Own(LineDifference difference) =>
        !byChangeOrderLine.TryGetValue(difference.LineId, out var made) ? null
        : IsLinked(difference) ? made.Find(line => line.Start.CommitmentLineId == difference.CommitmentLineId && line.HasScheduleOf(difference))
        : made.Find(line => line.Start.ChangeOrderLineId == difference.LineId && line.Coding == difference.Coding);

    private bool IsLinked(LineDifference difference) =>
        policy is ChangeOrderPolicy.Amend or ChangeOrderPolicy.Schedule && difference.CommitmentLineId is not null;

    private LineDraft? Linked(LineDifference difference) =>
        byCommitmentLine.TryGetValue(difference.CommitmentLineId!, out var linked) ? linked.Find(line => !line.Start.IsCanceled) : null;

    private LineDraft NewLine(LineDifference difference)
    {
        var isLinked = IsLinked(difference);
        var isOwn = !isLinked && policy != ChangeOrderPolicy.Aggregate;
        var line = new LineDraft(
            new PurchaseOrderLine
            {
                Number = 0,
                Description = policy == ChangeOrderPolicy.Aggregate ? "Change orders" : difference.Description,
                Schedules = [],
                CommitmentLineId = isLinked ? difference.CommitmentLineId : null,
                ChangeOrderLineId = isOwn ? difference.LineId : null,
                TakesAllChangeOrders = policy == ChangeOrderPolicy.Aggregate,
            },
            isNew: true
        );
        lines.Add(line);
        Index(line);
        return line;
    }

    private void Index(LineDraft line)
    {
        if (line.Start.IsCanceled)
        {
            return;
        }

        Add(byCommitmentLine, line.Start.CommitmentLineId, line);
        Add(byChangeOrderLine, line.Start.ChangeOrderLineId, line);
        foreach (var schedule in line.Start.Schedules.Where(schedule => !schedule.IsCanceled))
        {
            Add(byChangeOrderLine, schedule.ChangeOrderLineId, line);
        }
    }

    private static void Add(Dictionary<string, List<LineDraft>> index, string? key, LineDraft line)
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out var found))
        {
            index[key] = found = [];
        }

        found.Add(line);
    }
}
