using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;

/// <summary>The figures of one line of the continuation sheet (G703), or of all lines together.</summary>
internal sealed record SheetFigures
{
    private SheetFigures() { }

    /// <summary>C, scheduled value; null on a line that left the schedule of values.</summary>
    public decimal? Scheduled { get; private init; }

    /// <summary>D, work from previous applications.</summary>
    public decimal Previous { get; private init; }

    /// <summary>E, work this period.</summary>
    public decimal ThisPeriod { get; private init; }

    /// <summary>F, materials presently stored.</summary>
    public decimal Stored { get; private init; }

    /// <summary>G, total completed and stored to date.</summary>
    public decimal ToDate { get; private init; }

    /// <summary>I, retainage.</summary>
    public decimal Retainage { get; private init; }

    /// <summary>What the line moves with this document, before retainage.</summary>
    public decimal Gross { get; private init; }

    /// <summary>What the line pays with this document.</summary>
    public decimal Payable { get; private init; }

    /// <summary>The figures of a line.</summary>
    public static SheetFigures Of(PreparedLine line)
    {
        var gross = (line.GrossAfter ?? 0m) - (line.GrossBefore ?? 0m);
        var held = Held(line.WorkRetainageAfter, line.StoredRetainageAfter, line.PunchListAfter);
        return new SheetFigures
        {
            Scheduled = line.ScheduledValue,
            Previous = line.WorkPrevious ?? 0m,
            ThisPeriod = line.WorkThisPeriod ?? 0m,
            Stored = line.StoredAfter ?? 0m,
            ToDate = line.GrossAfter ?? 0m,
            Retainage = held,
            Gross = gross,
            Payable = gross - held + Held(line.WorkRetainageBefore, line.StoredRetainageBefore, line.PunchListBefore),
        };
    }

    /// <summary>The figures of all lines together.</summary>
    public static SheetFigures Sum(IReadOnlyCollection<SheetFigures> lines) =>
        new()
        {
            Scheduled = lines.Sum(line => line.Scheduled ?? 0m),
            Previous = lines.Sum(line => line.Previous),
            ThisPeriod = lines.Sum(line => line.ThisPeriod),
            Stored = lines.Sum(line => line.Stored),
            ToDate = lines.Sum(line => line.ToDate),
            Retainage = lines.Sum(line => line.Retainage),
            Gross = lines.Sum(line => line.Gross),
            Payable = lines.Sum(line => line.Payable),
        };

    /// <summary>Adds the figures to an object.</summary>
    public JsonObject WriteTo(JsonObject owner) =>
        owner
            .Number("scheduled", Scheduled)
            .Number("previous", Previous)
            .Number("thisPeriod", ThisPeriod)
            .Number("stored", Stored)
            .Number("toDate", ToDate)
            .Number("percent", Scheduled is null or 0m ? null : Rounding.ToHundredths(100m * ToDate / Scheduled.Value))
            .Number("toFinish", Scheduled - ToDate)
            .Number("retainage", Retainage)
            .Number("gross", Gross)
            .Number("payable", Payable);

    private static decimal Held(decimal? work, decimal? stored, decimal? punchList) => (work ?? 0m) + (stored ?? 0m) + (punchList ?? 0m);
}
