namespace PowerIntegration.Audit.Orders;

/// <summary>
/// The order as the contract has it, kept in cents. No change is added to what was there: a row is always the sum of what was signed and of the
/// lines in effect that belong to it, added up again.
/// </summary>
public sealed class OrderBook
{
    private const long PriceUnitsPerCent = 10_000;
    private readonly OrderRule rule;
    private readonly bool takesCredits;
    private readonly Dictionary<string, BookedRow> rows = [];
    private readonly SortedDictionary<int, IReadOnlyList<ChangedLine>> inEffect = [];
    private readonly List<OrderStep> waiting = [];
    private bool isBuyerBusy;

    /// <summary>Opens the book with the signed order.</summary>
    public OrderBook(OrderRule rule, bool takesCredits, IEnumerable<OrderRow> start)
    {
        this.rule = rule;
        this.takesCredits = takesCredits;
        foreach (var row in start)
        {
            rows["|row:" + row.Id] = new BookedRow("", "row:" + row.Id, row.Task)
            {
                Signed = row.Cents,
                Units = row.Units,
                Price = row.Units is { } units ? row.Cents * PriceUnitsPerCent / units : 0,
            };
        }
    }

    /// <summary>Change orders that were sent or wait, by number.</summary>
    public IEnumerable<int> InEffect => inEffect.Where(change => change.Value.Count > 0).Select(change => change.Key);

    /// <summary>Rows that can be billed: name, amount and what is billed.</summary>
    public IReadOnlyList<(string Place, long Cents, long Billed)> Billable =>
        [
            .. rows.Where(row => row.Value.IsLive && !row.Value.IsCredit)
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => (row.Key, SumOf(row.Key, inEffect), row.Value.Billed)),
        ];

    /// <summary>Takes a step and tells what becomes of every change order that is looked at.</summary>
    public ExpectedStep Take(OrderStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Billed:
                rows[step.Place] = rows[step.Place] with { Billed = rows[step.Place].Billed + step.Cents };
                break;
            case StepKind.BuyerBegins:
                isBuyerBusy = true;
                break;
            case StepKind.BuyerEnds:
                isBuyerBusy = false;
                var bought = rows.GetValueOrDefault(step.Place) ?? new BookedRow("", step.Place[1..], "T1");
                rows[step.Place] = bought with { Signed = bought.Signed + step.Cents };
                break;
            default:
                waiting.RemoveAll(other => other.Change == step.Change);
                waiting.Add(step);
                break;
        }

        return new ExpectedStep(step, isBuyerBusy ? [] : [.. LookAtAll()]);
    }

    private List<ExpectedResult> LookAtAll()
    {
        var results = new List<ExpectedResult>();
        foreach (var step in waiting.ToList())
        {
            var result = LookAt(step);
            results.Add(result);
            if (!result.Stops.Contains("below-billed") || result.Stops.Count > 1)
            {
                waiting.Remove(step);
            }
        }

        return results;
    }

    private ExpectedResult LookAt(OrderStep step)
    {
        var lines = step.Kind == StepKind.Voided ? [] : step.Lines.Where(line => line.Cents != 0).ToList();
        var moves = Moves(inEffect.GetValueOrDefault(step.Change) ?? [], lines);
        var order = rule == OrderRule.Separate ? $"{step.Change}" : "";
        var before = Shown(order);
        if (moves.Count == 0)
        {
            return new ExpectedResult(step.Change, [], true, before, before);
        }

        var then = new SortedDictionary<int, IReadOnlyList<ChangedLine>>(inEffect) { [step.Change] = lines };
        var stops = new SortedSet<string>(StringComparer.Ordinal);
        var moved = new Dictionary<string, BookedRow>();
        foreach (var place in moves.GroupBy(move => order + "|" + PlaceOf(move.Id, move.RowId, move.Task)))
        {
            moved[place.Key] = Move(place.Key, order, [.. place], SumOf(place.Key, then), stops);
        }

        if (rule == OrderRule.Schedule && moves.Any(move => move.RowId is not null && PartOf(move, then) < 0))
        {
            stops.Add("negative-line");
        }

        if (stops.Count > 0)
        {
            return new ExpectedResult(step.Change, [.. stops], false, before, before);
        }

        inEffect[step.Change] = lines;
        foreach (var row in moved)
        {
            rows[row.Key] = row.Value;
        }

        var after = Shown(order);
        if (before.SequenceEqual(after))
        {
            return new ExpectedResult(step.Change, [], true, before, after);
        }

        var tasks = moves.GroupBy(move => move.Task).ToDictionary(task => task.Key, task => task.Sum(move => move.Cents));
        return new ExpectedResult(step.Change, [], false, before, after) { Tasks = tasks.Where(task => task.Value != 0).ToDictionary() };
    }

    private BookedRow Move(string key, string order, IReadOnlyList<LineMove> moves, long sum, SortedSet<string> stops)
    {
        var known = rows.GetValueOrDefault(key);
        if (known is not { IsLive: true })
        {
            return Begin(known?.Signed ?? 0, order, key[(key.IndexOf('|', StringComparison.Ordinal) + 1)..], moves, sum, stops);
        }

        if (rule is OrderRule.Amend or OrderRule.Aggregate && moves.Any(move => move.Task != known.Task))
        {
            stops.Add("policy-coding-differs");
        }

        if (known.IsCredit ? sum > 0 : sum < 0)
        {
            stops.Add("negative-line");
        }

        if (known.IsCredit ? sum > known.Billed : sum < known.Billed)
        {
            stops.Add("below-billed");
        }

        var priced = known.Units is null ? known : Priced(known, known.Units.Value + moves.Sum(move => move.Units), sum, stops);
        return priced with { IsLive = sum != 0 || known.Billed != 0 };
    }

    // A row that was never there or was canceled: it begins with all that is on it now.
    private BookedRow Begin(long signed, string order, string place, IReadOnlyList<LineMove> moves, long sum, SortedSet<string> stops)
    {
        if (sum < 0 && !takesCredits)
        {
            stops.Add("negative-line");
        }

        if (rule is OrderRule.Amend or OrderRule.Aggregate && moves.Any(move => move.Task != moves[0].Task))
        {
            stops.Add("policy-coding-differs");
        }

        var only = moves.Count == 1 && place != "all" ? moves[0] : null;
        var byUnits =
            only is { HasUnits: true, Units: > 0, UnitCents: { } cents }
            && cents * only.Units == sum
            && !(rule == OrderRule.Schedule && only.RowId is not null);
        return new BookedRow(order, place, moves[0].Task)
        {
            Signed = signed,
            IsLive = sum != 0,
            IsCredit = sum < 0,
            Units = byUnits ? only!.Units : null,
            Price = byUnits ? only!.UnitCents!.Value * PriceUnitsPerCent : 0,
        };
    }

    private static BookedRow Priced(BookedRow row, long units, long sum, SortedSet<string> stops)
    {
        if (sum == 0)
        {
            return row with { Units = 0 };
        }

        // Half a cent away from zero, as money is rounded; prices and sums are positive here or the row is refused anyway.
        if (units > 0 && ((units * row.Price) + (PriceUnitsPerCent / 2)) / PriceUnitsPerCent == sum)
        {
            return row with { Units = units };
        }

        if (units <= 0 || sum <= 0 || sum * PriceUnitsPerCent % units != 0)
        {
            stops.Add("quantity-price-differs");
            return row;
        }

        if (row.Billed != 0)
        {
            stops.Add("billed-quantity-repriced");
        }

        return row with
        {
            Units = units,
            Price = sum * PriceUnitsPerCent / units,
        };
    }

    private string PlaceOf(string id, string? rowId, string task) =>
        rule == OrderRule.Aggregate ? "all"
        : rule is OrderRule.Amend or OrderRule.Schedule && rowId is not null ? "row:" + rowId
        : $"line:{id}/{task}";

    private long SumOf(string key, SortedDictionary<int, IReadOnlyList<ChangedLine>> effective)
    {
        var sum = rows.GetValueOrDefault(key)?.Signed ?? 0;
        foreach (var change in effective)
        {
            var order = rule == OrderRule.Separate ? $"{change.Key}" : "";
            sum += change.Value.Where(line => order + "|" + PlaceOf(line.Id, line.RowId, line.Task) == key).Sum(line => line.Cents);
        }

        return sum;
    }

    private static long PartOf(LineMove move, SortedDictionary<int, IReadOnlyList<ChangedLine>> effective) =>
        effective
            .Values.SelectMany(lines => lines)
            .Where(line => line.Id == move.Id && line.RowId == move.RowId && line.Task == move.Task)
            .Sum(line => line.Cents);

    private List<ExpectedRow> Shown(string order) =>
        [.. rows.Where(row => row.Value.Order == order && row.Value.IsLive).Select(row => Shown(row.Key, row.Value))];

    private ExpectedRow Shown(string key, BookedRow row)
    {
        var parts =
            rule == OrderRule.Schedule && row.Place.StartsWith("row:", StringComparison.Ordinal)
                ? inEffect
                    .Values.SelectMany(lines => lines)
                    .Where(line => line.RowId is not null && "row:" + line.RowId == row.Place && line.Cents != 0)
                    .Select(line => $"{line.Id}/{line.Task} {line.Cents}")
                    .ToList()
                : [];
        return new ExpectedRow(row.Place, SumOf(key, inEffect), row.Units, $"{row.Price} {string.Join(' ', parts)}", 1 + parts.Count);
    }

    private static List<LineMove> Moves(IReadOnlyList<ChangedLine> before, IReadOnlyList<ChangedLine> after)
    {
        var moves = new List<LineMove>();
        foreach (var name in before.Concat(after).Select(line => (line.Id, line.RowId, line.Task)).Distinct())
        {
            var old = before.FirstOrDefault(line => (line.Id, line.RowId, line.Task) == name);
            var now = after.FirstOrDefault(line => (line.Id, line.RowId, line.Task) == name);
            var cents = (now?.Cents ?? 0) - (old?.Cents ?? 0);
            var units = (now?.Units ?? 0) - (old?.Units ?? 0);
            var hasUnits = now?.Units is not null || old?.Units is not null;
            if (cents != 0 || units != 0)
            {
                moves.Add(new LineMove(name.Id, name.RowId, name.Task, cents, units, hasUnits, (now ?? old)!.UnitCents));
            }
        }

        return moves;
    }
}
