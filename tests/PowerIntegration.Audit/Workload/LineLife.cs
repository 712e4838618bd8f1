using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Workload;

/// <summary>
/// What happens on one line: work, material delivered, used and taken away, corrections, changes of its value. The row of the sheet is written down
/// from it; <see cref="Earned"/> is told from the events alone.
/// </summary>
internal sealed class LineLife
{
    private readonly bool keepsMaterial;
    private long heldOnWork;
    private long retainedWork;
    private long? shownValue;

    /// <summary>Begins a line at its value.</summary>
    public LineLife(LineSheet sheet, bool keepsMaterial)
    {
        Sheet = sheet;
        Value = sheet.Value;
        Coding = sheet.Coding;
        this.keepsMaterial = keepsMaterial;
    }

    /// <summary>Begins a line that takes the place of others, with what was done on them.</summary>
    public LineLife(LineSheet sheet, bool keepsMaterial, long work, long stored)
        : this(sheet, keepsMaterial)
    {
        Work = work;
        Stored = stored;
        Earned = work + stored;
    }

    /// <summary>True where material may be delivered to the line.</summary>
    public bool KeepsMaterial => keepsMaterial;

    /// <summary>The line as it first stood.</summary>
    public LineSheet Sheet { get; }

    /// <summary>Where its cost is booked.</summary>
    public string? Coding { get; set; }

    /// <summary>C.</summary>
    public long Value { get; set; }

    /// <summary>D + E of the last row.</summary>
    public long Work { get; private set; }

    /// <summary>F of the last row.</summary>
    public long Stored { get; private set; }

    /// <summary>New work plus delivered less taken away less corrected, so far.</summary>
    public long Earned { get; private set; }

    /// <summary>True where the last period changed nothing on the line.</summary>
    public bool WasUnchanged { get; private set; }

    /// <summary>What is not earned yet.</summary>
    public long Left => Value - Earned;

    /// <summary>One period; the row says what the sheet shows at its end.</summary>
    /// <param name="numbers">Where chance comes from.</param>
    /// <param name="moved">True where what was stored is moved into D first.</param>
    /// <param name="finishes">True where everything that is left is done and used now.</param>
    public RowSheet Period(SeededNumbers numbers, bool moved, bool finishes)
    {
        var workBefore = Work + (moved ? Stored : 0);
        var storedBefore = moved ? 0 : Stored;
        var row = finishes ? Finish(storedBefore) : Act(numbers, storedBefore, workBefore);
        WasUnchanged = row.WorkThisPeriod == 0 && row.Stored == Stored && !moved && Value == shownValue;
        shownValue = Value;
        Work = workBefore + row.WorkThisPeriod;
        Stored = row.Stored;
        return row with { LineId = Sheet.Id, Scheduled = Value, WorkPrevious = workBefore };
    }

    /// <summary>Adds what the source says is held: work as a movement rounded each period, stored as a balance.</summary>
    public RowSheet WithHeld(RowSheet row, int workRate, int storedRate)
    {
        heldOnWork += Share(Work - retainedWork, workRate);
        retainedWork = Work;
        return row with { HeldOnWork = heldOnWork, HeldOnStored = Share(Stored, storedRate) };
    }

    private static long Share(long amount, int rate) => Math.Sign(amount) * (((Math.Abs(amount) * rate) + 500_000) / 1_000_000);

    private RowSheet Finish(long storedBefore)
    {
        var work = Left;
        Earned += work;
        return new RowSheet
        {
            LineId = "",
            WorkThisPeriod = work + storedBefore,
            Stored = 0,
        };
    }

    private RowSheet Act(SeededNumbers numbers, long storedBefore, long workBefore)
    {
        // A change order may have left the line above its value; the claw-back comes with the same application.
        var correction = Value >= 0 ? Math.Min(0, Left) : Math.Max(0, Left);
        long work = 0,
            delivered = 0,
            used = 0,
            removed = 0;
        if (storedBefore > 0 && numbers.OneIn(2))
        {
            used = numbers.OneIn(3) ? storedBefore : numbers.PartOf(storedBefore, 100);
            removed = numbers.OneIn(12) ? numbers.PartOf(storedBefore - used, 100) : 0;
        }

        if (correction == 0 && numbers.Below(100) < 60)
        {
            work = numbers.PartOf(Left, 40) + (numbers.OneIn(4) && Left > 100 ? numbers.Below(Math.Min(Left / 2, 100)) : 0);
            delivered = keepsMaterial && numbers.OneIn(2) ? numbers.PartOf(Math.Max(0, Left - work), 50) : 0;
        }

        if (correction == 0 && workBefore > 0 && numbers.OneIn(25))
        {
            correction = -numbers.PartOf(workBefore, 30);
        }

        Earned += work + delivered - removed + correction;
        var thisPeriod = work + used + correction;
        return new RowSheet
        {
            LineId = "",
            WorkThisPeriod = thisPeriod,
            Stored = storedBefore + delivered - used - removed,
            Claimed = thisPeriod > 0 && numbers.OneIn(30) ? thisPeriod + numbers.PartOf(Math.Max(0, Left), 20) : null,
        };
    }
}
