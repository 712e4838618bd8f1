using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>Applies changes of the schedule of values to the ledger's lines, in order. Balances move between lines; totals do not change.</summary>
internal sealed class ScheduleChanges
{
    private readonly List<ContractLine> lines;
    private readonly Dictionary<string, DeletedLine> deleted = new(StringComparer.Ordinal);
    private readonly List<ContractLine> reclassified = [];
    private readonly Currency currency;
    private readonly RefusalList refusals;

    private ScheduleChanges(IEnumerable<ContractLine> lines, Currency currency, RefusalList refusals)
    {
        this.lines = [.. lines];
        this.currency = currency;
        this.refusals = refusals;
    }

    /// <summary>Applies the changes; one that does not fit is refused.</summary>
    public static ChangedSchedule Apply(ContractLedger ledger, IReadOnlyList<ScheduleChange> changes, Currency currency, RefusalList refusals)
    {
        if (changes.Count == 0)
        {
            return new ChangedSchedule(ledger.Lines, new Dictionary<string, DeletedLine>(), []);
        }

        var work = new ScheduleChanges(ledger.Lines, currency, refusals);
        foreach (var change in changes)
        {
            work.Apply(change);
        }

        Invariant.Require(
            ledger.Lines.Sum(line => line.Posted.Gross) == work.lines.Sum(line => line.Posted.Gross),
            "A change of the schedule of values does not change gross."
        );
        Invariant.Require(
            ledger.Lines.Sum(line => line.Posted.Retainage.Total) == work.lines.Sum(line => line.Posted.Retainage.Total),
            "A change of the schedule of values does not change retainage."
        );
        return new ChangedSchedule(work.lines, work.deleted, work.reclassified);
    }

    private void Apply(ScheduleChange change)
    {
        switch (change)
        {
            case ScheduleChange.Split split:
                Split(split);
                break;
            case ScheduleChange.Merge merge:
                Merge(merge);
                break;
            case ScheduleChange.Delete delete:
                Delete(delete);
                break;
            case ScheduleChange.Recode recode:
                Recode(recode);
                break;
            default:
                Invariant.Require(false, "Every change of the schedule of values is known.");
                break;
        }
    }

    private void Split(ScheduleChange.Split split)
    {
        var index = Find(split.LineId);
        if (index < 0 || !IsSplitUsable(split, lines[index]))
        {
            return;
        }

        var line = lines[index];
        var parts = SplitBalance.Of(line, split.Parts, currency);
        lines.RemoveAt(index);
        lines.InsertRange(index, parts);
    }

    private bool IsSplitUsable(ScheduleChange.Split split, ContractLine line)
    {
        var mapped = split.Parts.Count(part => part.Gross is not null);
        var sum = split.Parts.Sum(part => part.Gross ?? 0m);
        var taken = split.Parts.FirstOrDefault(part => part.LineId != split.LineId && lines.Any(other => other.LineId == part.LineId));
        if (
            split.Parts.Count < 2
            || split.Parts.Select(part => part.LineId).Distinct(StringComparer.Ordinal).Count() < split.Parts.Count
            || taken is not null
        )
        {
            Refuse(
                $"Line {split.LineId} must be split into at least two new lines, each listed once and not yet in the schedule of values. "
                    + "Correct the split."
            );
            return false;
        }

        if (mapped != 0 && (mapped != split.Parts.Count || sum != line.Posted.Gross))
        {
            Refuse(
                $"Line {split.LineId} has {new Money(line.Posted.Gross, currency)} billed, but the amounts of its new lines ({mapped} of "
                    + $"{split.Parts.Count} entered) total {new Money(sum, currency)}. Enter amounts for all new lines that add up, or for none."
            );
            return false;
        }

        if (mapped == 0 && (split.Parts.Any(part => part.ScheduledValue < 0m) || split.Parts.All(part => part.ScheduledValue == 0m)))
        {
            Refuse(
                $"Line {split.LineId} cannot be split by scheduled value, because the new values are negative or all zero. "
                    + "Enter the billed amount of every new line."
            );
            return false;
        }

        return true;
    }

    private void Merge(ScheduleChange.Merge merge)
    {
        var indexes = merge.LineIds.Distinct(StringComparer.Ordinal).Select(Find).ToList();
        if (indexes.Any(index => index < 0))
        {
            return;
        }

        var into = merge.IntoLineId;
        if (indexes.Count < 2 || (lines.Any(line => line.LineId == into) && !merge.LineIds.Contains(into, StringComparer.Ordinal)))
        {
            Refuse(
                $"The merge into line {into} lists fewer than two lines, or line {into} exists and is not one of them. "
                    + "List every line that it replaces."
            );
            return;
        }

        var old = indexes.OrderBy(index => index).Select(index => lines[index]).ToList();
        foreach (var line in old)
        {
            lines.Remove(line);
        }

        lines.Insert(indexes.Min(), SplitBalance.Merged(old, into, merge.Coding));
    }

    private void Delete(ScheduleChange.Delete delete)
    {
        var index = Find(delete.LineId);
        if (index < 0)
        {
            return;
        }

        var line = lines[index];
        if (line.Posted.Gross == 0m && line.Posted.Retainage == default)
        {
            lines.RemoveAt(index);
        }
        else if (delete.Treatment is { } treatment)
        {
            deleted[line.LineId] = treatment;
        }
        else
        {
            Refuse(
                $"Line {line.LineId} was deleted with {new Money(line.Posted.Gross, currency)} billed. "
                    + "Ask the controller whether to credit it or to close it at the billed amount."
            );
        }
    }

    private void Recode(ScheduleChange.Recode recode)
    {
        var index = Find(recode.LineId);
        if (index < 0)
        {
            return;
        }

        if (recode.Reclassify)
        {
            reclassified.Add(lines[index]);
        }

        lines[index] = lines[index] with { Coding = recode.Coding };
    }

    private int Find(string lineId)
    {
        var index = lines.FindIndex(line => line.LineId == lineId);
        if (index < 0)
        {
            Refuse($"A change of the schedule of values refers to line {lineId}, which is not in the ledger. Correct the line ID.");
        }

        return index;
    }

    private void Refuse(string sentence) => refusals.Add(BillingReasons.ScheduleChangeUnusable, sentence);
}
