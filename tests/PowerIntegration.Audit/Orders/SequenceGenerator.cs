using PowerIntegration.Audit.Workload;

namespace PowerIntegration.Audit.Orders;

/// <summary>Makes orders and what happens to them from a seed.</summary>
public sealed class SequenceGenerator
{
    private const int RowsMax = 12;
    private const int StepsMax = 24;
    private const int LinesMax = 6;

    // A stream of its own beside that of contracts.
    private const long SequenceSeed = 0x0C0DE;

    private readonly SeededNumbers numbers;
    private readonly OrderRule rule;
    private readonly bool takesCredits;
    private readonly List<OrderRow> rows = [];
    private readonly List<ExpectedStep> steps = [];
    private readonly Dictionary<int, OrderStep> changes = [];
    private readonly OrderBook book;
    private bool isBuyerBusy;
    private int bought;

    private SequenceGenerator(long seed, int index)
    {
        numbers = new SeededNumbers(seed ^ SequenceSeed, index);
        rule = (OrderRule)numbers.Below(5);
        takesCredits = numbers.OneIn(2);
        var count = (int)numbers.Between(1, RowsMax);
        for (var number = 1; number <= count; number++)
        {
            rows.Add(Row(number));
        }

        book = new OrderBook(rule, takesCredits, rows);
    }

    /// <summary>One sequence.</summary>
    public static OrderSequence Make(long seed, int index)
    {
        var generator = new SequenceGenerator(seed, index);
        generator.Draw();
        return new OrderSequence(index, generator.rule, generator.takesCredits, generator.rows, generator.steps);
    }

    private void Draw()
    {
        var count = numbers.Between(3, StepsMax);
        for (var step = 0; step < count; step++)
        {
            Take(Next());
        }

        if (isBuyerBusy)
        {
            Take(BuyerEnds());
        }
    }

    private void Take(OrderStep step)
    {
        if (step.Change > 0)
        {
            changes[step.Change] = step;
        }

        steps.Add(book.Take(step));
    }

    private OrderStep Next() =>
        numbers.Below(10) switch
        {
            // A change order with an order of its own waits for no one.
            0 when rule != OrderRule.Separate => isBuyerBusy ? BuyerEnds() : BuyerBegins(),
            1 or 2 => Bill() ?? Approve(),
            3 or 4 => Revise() ?? Approve(),
            5 => Void() ?? Approve(),
            6 when isBuyerBusy => BuyerEnds(),
            _ => Approve(),
        };

    private OrderRow Row(int number)
    {
        var task = Task();
        if (!numbers.OneIn(3))
        {
            return new OrderRow($"R{number}", numbers.Between(100_00, 90_000_00), task, null);
        }

        var units = numbers.Between(1, 200);
        return new OrderRow($"R{number}", units * numbers.Between(1_00, 400_00), task, units);
    }

    private string Task() => numbers.OneIn(6) ? "T2" : "T1";

    private OrderStep Approve()
    {
        var change = changes.Count + 1;
        var count = (int)numbers.Between(1, LinesMax);
        return new OrderStep(StepKind.Approved)
        {
            Change = change,
            Revision = 1,
            Tier = (int)numbers.Between(1, 3),
            Lines = [.. Enumerable.Range(1, count).Select(line => Line($"c{change}-{line}"))],
        };
    }

    private ChangedLine Line(string id)
    {
        var row = numbers.OneIn(2) ? rows[(int)numbers.Below(rows.Count)] : null;
        var task = row is not null && !numbers.OneIn(8) ? row.Task : Task();
        if (numbers.OneIn(8))
        {
            return new ChangedLine(id, row?.Id, 0, task) { Units = numbers.OneIn(2) ? 3 : null };
        }

        // Another price for all units of a row.
        if (row is { Units: { } all } && numbers.OneIn(4))
        {
            return new ChangedLine(id, row.Id, all * numbers.Between(-50, 50_00), task);
        }

        var markup = numbers.OneIn(5) ? numbers.Between(1, 500_00) : 0;
        var tax = numbers.OneIn(4) ? numbers.Between(1, 900_00) : 0;
        if (numbers.OneIn(3))
        {
            var units = numbers.Between(1, 40);
            var price = row is { Units: { } ordered } && !numbers.OneIn(4) ? row.Cents / ordered : numbers.Between(1_00, 400_00);
            return new ChangedLine(id, row?.Id, (units * price) + markup, task)
            {
                Units = units,
                UnitCents = price,
                MarkupCents = markup,
                TaxCents = tax,
            };
        }

        return new ChangedLine(id, row?.Id, Amount(row) + markup, task) { MarkupCents = markup, TaxCents = tax };
    }

    // More or less; sometimes exactly all of a row, or all that is not billed, or a cent more than that.
    private long Amount(OrderRow? row) =>
        row is not null && numbers.OneIn(7) ? -row.Cents
        : row is not null && numbers.OneIn(6) && Unbilled(row) is { } unbilled ? -unbilled - numbers.Below(2)
        : numbers.OneIn(3) ? -numbers.Between(1, 20_000_00)
        : numbers.Between(1, 20_000_00);

    private long? Unbilled(OrderRow row) =>
        book
            .Billable.Where(place => place.Place == "|row:" + row.Id && place.Billed > 0 && place.Cents > place.Billed)
            .Select(place => (long?)(place.Cents - place.Billed))
            .FirstOrDefault();

    private OrderStep? Revise()
    {
        if (changes.Count == 0)
        {
            return null;
        }

        var change = changes[(int)numbers.Between(1, changes.Count)];
        var lines = change.Lines.Where(_ => !numbers.OneIn(6)).Select(Revised).ToList();
        if (numbers.OneIn(3))
        {
            lines.Add(Line($"c{change.Change}-r{change.Revision}"));
        }

        return change with
        {
            Kind = StepKind.Revised,
            Revision = change.Revision + 1,
            Lines = lines,
        };
    }

    private ChangedLine Revised(ChangedLine line) =>
        numbers.Below(7) switch
        {
            6 when rule != OrderRule.Separate => line with { RowId = numbers.OneIn(3) ? null : rows[(int)numbers.Below(rows.Count)].Id },
            0 => line with { Task = line.Task == "T1" ? "T2" : "T1" },
            1 when line.Units is { } units && line.UnitCents is { } price => line with { Units = units + 2, Cents = line.Cents + (2 * price) },
            2 when line.Units is { } units && line.UnitCents is { } price => line with
            {
                UnitCents = price + 1_00,
                Cents = line.Cents + (units * 1_00),
            },
            3 or 4 when line.Units is null => line with { Cents = line.Cents + numbers.Between(-500_00, 500_00) },
            _ => line,
        };

    private OrderStep? Void()
    {
        if (changes.Count == 0)
        {
            return null;
        }

        var change = changes[(int)numbers.Between(1, changes.Count)];
        return change with { Kind = StepKind.Voided, Revision = change.Revision + 1 };
    }

    private OrderStep? Bill()
    {
        var places = book.Billable.Where(place => place.Cents > 0).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var (place, cents, billed) = places[(int)numbers.Below(places.Count)];
        var amount = numbers.OneIn(3) ? -numbers.PartOf(billed, 100) : numbers.PartOf(cents - billed, 100);
        return new OrderStep(StepKind.Billed) { Place = place, Cents = amount };
    }

    private OrderStep BuyerBegins()
    {
        isBuyerBusy = true;
        return new OrderStep(StepKind.BuyerBegins);
    }

    // Adds to a signed row that is ordered by amount, or a row that no contract has.
    private OrderStep BuyerEnds()
    {
        isBuyerBusy = false;
        var live = book.Billable.Select(place => place.Place).ToHashSet(StringComparer.Ordinal);
        var signed = rows.Where(row => row.Units is null && live.Contains("|row:" + row.Id) && rule != OrderRule.Amend).ToList();
        var place = signed.Count > 0 && numbers.OneIn(2) ? "|row:" + signed[(int)numbers.Below(signed.Count)].Id : $"|buyer:{++bought}";
        return new OrderStep(StepKind.BuyerEnds) { Place = place, Cents = numbers.Between(1, 5_000_00) };
    }
}
