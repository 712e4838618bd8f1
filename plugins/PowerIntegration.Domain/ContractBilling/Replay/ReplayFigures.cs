using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Retainage;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>
/// What is known of a running contract without any terms: what was billed and held with each application. Candidate terms are worked out from it.
/// </summary>
internal sealed class ReplayFigures
{
    private readonly ReplayHistory history;
    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> byHand;
    private readonly decimal minorUnit;
    private readonly Currency currency;
    private decimal? earned;
    private decimal released;

    private ReplayFigures(ReplayHistory history)
    {
        this.history = history;
        _ = Currency.TryFind(history.Ledger.Currency, out currency);
        minorUnit = Rounding.MinorUnit(currency);
        byHand = new HashSet<string>(
            history.Applications.SelectMany(entry => entry.Application.Lines).Where(line => line.IsRetainageOverridden).Select(line => line.LineId),
            StringComparer.Ordinal
        );
        earned = history.Ledger.Lines.Sum(line => line.Posted.EarnedLessRetainage);
        foreach (var line in history.Ledger.Lines)
        {
            lines[line.LineId] = new Line(line.Posted, line.ScheduledValue)
            {
                HeldWork = line.Posted.Retainage.Work,
                HeldStored = line.Posted.Retainage.Stored,
            };
            released += line.Released.Total;
        }
    }

    /// <summary>Original contract sum.</summary>
    public decimal OriginalSum => history.Ledger.OriginalContractSum;

    /// <summary>How the source carries stored materials, read from its previous amounts; null where it does not show.</summary>
    public StoredMaterials? Carried { get; private set; }

    /// <summary>
    /// The points in order, as one list for each way to count: without the lines that a person overrode, as held, and with what was released.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ReplayPoint>> Series { get; private set; } = [];

    /// <summary>Reads the history.</summary>
    public static ReplayFigures Of(ReplayHistory history)
    {
        var figures = new ReplayFigures(history);
        figures.Read();
        return figures;
    }

    private void Read()
    {
        List<ReplayPoint> counted = [],
            held = [],
            withReleases = [];
        foreach (var entry in history.Applications)
        {
            if (entry.Application.Status is not (ApplicationStatus.Approved or ApplicationStatus.ApprovedAsNoted))
            {
                continue;
            }

            Lay(entry);
            earned = earned is { } before && entry.Paid is { } paid ? before + paid : null;
            var all = Point(entry, _ => true);
            if (all is not null)
            {
                held.Add(all);
                withReleases.Add(all with { Held = all.Held + released, HeldOnStored = null });
            }

            if (byHand.Count > 0 && Point(entry, lineId => !byHand.Contains(lineId)) is { } part)
            {
                counted.Add(part);
            }
        }

        Series = [.. new[] { counted, held, released == 0m ? [] : withReleases }.Where(points => points.Count > 0)];
    }

    private void Lay(ReplayApplication entry)
    {
        foreach (var said in entry.Application.Lines)
        {
            var line = lines.TryGetValue(said.LineId, out var known) ? known : new Line(default, 0m);
            Carries(said, line.Balance);
            var stored = said.MaterialsStored ?? 0m;
            line.Balance = new LineBalance(StatedLedger.WorkOf(said, line.Balance, entry.Terms.StoredMaterials) + stored, default)
            {
                Stored = stored,
            };
            line.ScheduledValue = said.ScheduledValue ?? line.ScheduledValue;
            line.HeldWork = history.IsStated ? said.WorkRetainageHeld : null;
            line.HeldStored = history.IsStated ? said.StoredRetainageHeld : null;
            lines[said.LineId] = line;
            released += history.IsStated ? Math.Max(0m, (said.WorkRetainageReleased ?? 0m) + (said.StoredRetainageReleased ?? 0m)) : 0m;
        }

        foreach (var held in entry.Held.Where(held => !history.IsStated && lines.ContainsKey(held.LineId)))
        {
            lines[held.LineId].HeldWork = held.Amount;
            lines[held.LineId].HeldStored = null;
        }

        released += entry.Application.Release switch
        {
            RetainageRelease.Total total => total.Amount,
            RetainageRelease.ByLine own => own.Lines.Sum(line => line.Amount),
            _ => 0m,
        };
    }

    private void Carries(ApplicationLine said, LineBalance before)
    {
        if (before.Stored != 0m && said.WorkPrevious is { } previous)
        {
            Carried =
                previous == before.Work ? StoredMaterials.Manual
                : previous == before.Gross ? StoredMaterials.AutoMove
                : Carried;
        }
    }

    private ReplayPoint? Point(ReplayApplication entry, Func<string, bool> isCounted)
    {
        var counted = lines.Where(line => isCounted(line.Key)).Select(line => line.Value).ToList();
        var isByLine = counted.TrueForAll(line => line.HeldWork is not null || line.Balance.Gross == 0m);
        decimal gross = lines.Values.Sum(line => line.Balance.Gross),
            countedGross = counted.Sum(line => line.Balance.Gross);
        var held =
            isByLine ? counted.Sum(line => (line.HeldWork ?? 0m) + (line.HeldStored ?? 0m))
            : counted.Count == lines.Count ? gross - earned
            : null;
        if (held is not { } amount || countedGross <= 0m)
        {
            return null;
        }

        var workOnly = counted.Where(line => line.Balance.Stored == 0m).ToList();
        return new ReplayPoint
        {
            Gross = gross,
            Stored = lines.Values.Sum(line => line.Balance.Stored),
            ContractSum = lines.Values.Sum(line => line.ScheduledValue),
            CountedGross = countedGross,
            CountedStored = counted.Sum(line => line.Balance.Stored),
            Held = amount,
            HeldOnStored = isByLine && history.IsStated ? counted.Sum(line => line.HeldStored ?? 0m) : null,
            WorkOnlyGross = workOnly.Sum(line => line.Balance.Gross),
            WorkOnlyHeld = isByLine ? workOnly.Sum(line => line.HeldWork ?? 0m) : null,
            Tolerance = history.IsStated ? RetainageTolerance.Of(entry.Application.Number, currency) * counted.Count : minorUnit * counted.Count,
        };
    }

    private sealed class Line(LineBalance balance, decimal scheduledValue)
    {
        public LineBalance Balance { get; set; } = balance;

        public decimal ScheduledValue { get; set; } = scheduledValue;

        /// <summary>Retainage on work; all of it where the parts are not known.</summary>
        public decimal? HeldWork { get; set; }

        public decimal? HeldStored { get; set; }
    }
}
