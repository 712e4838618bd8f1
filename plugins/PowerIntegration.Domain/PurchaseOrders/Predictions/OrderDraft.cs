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
        if (Own(difference) is { } own)
        {
            Place(own, difference, isScheduled: own.HasScheduleOf(difference));
            return;
        }

        var target = policy switch
        {
            ChangeOrderPolicy.Amend or ChangeOrderPolicy.Schedule when difference.CommitmentLineId is not null => Linked(difference),
            ChangeOrderPolicy.Aggregate => lines.Find(line => line.Start.TakesAllChangeOrders && !line.Start.IsCanceled),
            _ => null,
        };
        Place(target ?? NewLine(difference), difference, isScheduled: IsScheduled(difference));
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

    private bool IsScheduled(LineDifference difference) => policy == ChangeOrderPolicy.Schedule && difference.CommitmentLineId is not null;

    private static void Place(LineDraft line, LineDifference difference, bool isScheduled)
    {
        if (isScheduled)
        {
            line.AddSchedule(difference);
        }
        else
        {
            line.Add(difference);
        }
    }

    private static LineEffect EffectOf(PurchaseOrderLine before, PurchaseOrderLine after) =>
        after.IsCanceled ? LineEffect.Canceled
        : after.Schedules.Count > before.Schedules.Count ? LineEffect.Scheduled
        : after.Amount == before.Amount && after.Quantity == before.Quantity && after.Schedules.SequenceEqual(before.Schedules) ? LineEffect.Unchanged
        : LineEffect.Changed;

    // Where an earlier revision of the line went, whatever the policy.
    private LineDraft? Own(LineDifference difference) =>
        byChangeOrderLine.TryGetValue(difference.LineId, out var made)
            ? made.Find(line =>
                line.HasScheduleOf(difference) || (line.Start.ChangeOrderLineId == difference.LineId && line.Coding == difference.Coding)
            )
            : null;

    private LineDraft? Linked(LineDifference difference) =>
        byCommitmentLine.TryGetValue(difference.CommitmentLineId!, out var linked) ? linked.Find(line => !line.Start.IsCanceled) : null;

    private LineDraft NewLine(LineDifference difference)
    {
        var isLinked = policy is ChangeOrderPolicy.Amend or ChangeOrderPolicy.Schedule && difference.CommitmentLineId is not null;
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
