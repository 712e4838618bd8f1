using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>A purchase order line and what a change brings to it. All of it is summed before it is checked.</summary>
internal sealed class LineDraft
{
    private readonly List<LineDifference> onLine = [];
    private readonly List<LineDifference> onSchedules = [];

    /// <summary>Begins with a line of the purchase order, or with a new one that has no schedule yet.</summary>
    public LineDraft(PurchaseOrderLine line, bool isNew)
    {
        Start = line;
        IsNew = isNew;
    }

    /// <summary>The line before the change.</summary>
    public PurchaseOrderLine Start { get; }

    /// <summary>True where the line is new.</summary>
    public bool IsNew { get; }

    /// <summary>True where the change brings anything to it.</summary>
    public bool IsTouched => onLine.Count + onSchedules.Count > 0;

    /// <summary>Everything that the change brings to it.</summary>
    public IEnumerable<LineDifference> Differences => onLine.Concat(onSchedules);

    /// <summary>What the change brings to the money of the line, not to a schedule of its own.</summary>
    public IReadOnlyList<LineDifference> OnLine => onLine;

    /// <summary>The coding of the line; that of its first difference where it is new.</summary>
    public TaskCoding Coding => Start.Schedules.FirstOrDefault(schedule => !schedule.IsCanceled)?.Coding ?? Differences.First().Coding;

    /// <summary>Adds money to the line.</summary>
    public void Add(LineDifference difference) => onLine.Add(difference);

    /// <summary>Adds money to the schedule of the same change order line, or makes one.</summary>
    public void AddSchedule(LineDifference difference) => onSchedules.Add(difference);

    /// <summary>True where a schedule of the line was made by the change order line.</summary>
    public bool HasScheduleOf(LineDifference difference) => Start.Schedules.Any(schedule => IsOf(schedule, difference));

    /// <summary>The line after the change.</summary>
    public PurchaseOrderLine After(PurchaseOrder order)
    {
        var schedules = Scheduled(order);
        if (onLine.Count > 0)
        {
            Distribute(schedules, onLine.Sum(difference => difference.Amount), order);
        }

        var after = Start with { Schedules = [.. schedules.Select(CanceledWhereEmpty)] };
        return QuantityPrice.Applied(this, after) with
        {
            IsCanceled = after.Amount == 0m && after.Billed == 0m,
            IsCredit = IsNew ? after.Amount < 0m : after.IsCredit,
        };
    }

    private static bool IsOf(PurchaseOrderSchedule schedule, LineDifference difference) =>
        !schedule.IsCanceled && schedule.ChangeOrderLineId == difference.LineId && schedule.Coding == difference.Coding;

    private List<PurchaseOrderSchedule> Scheduled(PurchaseOrder order)
    {
        var schedules = Start.Schedules.ToList();
        foreach (var difference in onSchedules)
        {
            var own = schedules.FindIndex(schedule => IsOf(schedule, difference));
            if (own >= 0)
            {
                schedules[own] = schedules[own] with { Amount = schedules[own].Amount + difference.Amount };
            }
            else
            {
                schedules.Add(NewSchedule(schedules, difference.Coding, difference.Amount, order) with { ChangeOrderLineId = difference.LineId });
            }
        }

        return schedules;
    }

    private static PurchaseOrderSchedule NewSchedule(List<PurchaseOrderSchedule> schedules, TaskCoding coding, decimal amount, PurchaseOrder order) =>
        new()
        {
            Number = schedules.Count == 0 ? 1 : schedules.Max(schedule => schedule.Number) + 1,
            Amount = amount,
            Coding = coding,
            MatchesReceipt = schedules.Any(schedule => schedule.MatchesReceipt),
            RetainagePercent = order.StyleRetainagePercent,
        };

    // An addition goes to the first schedule; a deduction is taken from the last ones first and leaves none below zero while another has money.
    private void Distribute(List<PurchaseOrderSchedule> schedules, decimal amount, PurchaseOrder order)
    {
        var places = Places(schedules);
        if (places.Count == 0)
        {
            schedules.Add(NewSchedule(schedules, Coding, amount, order));
            return;
        }

        var left = amount;
        foreach (var place in Enumerable.Reverse(places))
        {
            var isFirst = place == places[0];
            var part = isFirst ? left : Math.Max(left, -Math.Max(schedules[place].Amount, 0m));
            part = left > 0m && !isFirst ? 0m : part;
            schedules[place] = schedules[place] with { Amount = schedules[place].Amount + part };
            left -= part;
        }
    }

    private List<int> Places(List<PurchaseOrderSchedule> schedules)
    {
        var live = Enumerable.Range(0, schedules.Count).Where(index => !schedules[index].IsCanceled).ToList();
        var coded = live.Where(index => schedules[index].Coding == onLine[0].Coding).ToList();
        return coded.Count > 0 ? coded : live;
    }

    private PurchaseOrderSchedule CanceledWhereEmpty(PurchaseOrderSchedule schedule) =>
        schedule.Amount == 0m && IsTouched ? schedule with { IsCanceled = true } : schedule;
}
