using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>
/// Works out, from what was billed and held, the retainage terms that may have been in force: a few of each kind, the simpler kinds first. The engine
/// decides which of them explain the history.
/// </summary>
internal sealed class ReplayCandidates(ReplayFigures figures, ReplayHistory history)
{
    private const int FlatRatesMax = 8;
    private const int FirstRatesMax = 3;
    private const int LaterRatesMax = 4;

    private readonly List<ReplayCandidate> found = [];

    /// <summary>The terms, each once.</summary>
    public static IReadOnlyList<ReplayCandidate> Of(ReplayFigures figures, ReplayHistory history)
    {
        var candidates = new ReplayCandidates(figures, history);
        foreach (var points in figures.Series)
        {
            candidates.Rates(points);
        }

        foreach (var points in figures.Series)
        {
            candidates.Limits(points);
            candidates.Steps(points);
        }

        return [.. candidates.found.Distinct()];
    }

    private void Add(RetainageTerms terms) => found.Add(new ReplayCandidate { Retainage = terms });

    private void Rates(IReadOnlyList<ReplayPoint> points)
    {
        if (points.All(point => point.Held == 0m))
        {
            Add(new RetainageTerms.None(null));
            return;
        }

        foreach (var rate in Ranked(points.SelectMany(Ratios), FlatRatesMax))
        {
            Add(new RetainageTerms.Flat(rate));
        }

        var stored = points.Where(point => point.CountedStored > 0m).ToList();
        foreach (var work in Ranked(points.Select(WorkRate).OfType<decimal>().Concat(Solved(points)), FirstRatesMax))
        {
            foreach (var rate in Ranked(stored.Select(point => StoredRate(point, work)).OfType<decimal>(), FirstRatesMax))
            {
                if (rate != work)
                {
                    Add(new RetainageTerms.Split(work, rate));
                }
            }
        }
    }

    private static decimal? WorkRate(ReplayPoint point)
    {
        if (point.HeldOnStored is { } onStored && point.CountedWork > 0m)
        {
            return CommonFraction.Near((point.Held - onStored) / point.CountedWork, point.Tolerance / point.CountedWork);
        }

        return point.WorkOnlyHeld is { } held && point.WorkOnlyGross > 0m
            ? CommonFraction.Near(held / point.WorkOnlyGross, point.Tolerance / point.WorkOnlyGross)
            : null;
    }

    private static decimal? StoredRate(ReplayPoint point, decimal work) =>
        CommonFraction.Near(
            (point.HeldOnStored ?? (point.Held - (work * point.CountedWork))) / point.CountedStored,
            point.Tolerance / point.CountedStored
        );

    // Two applications with different shares of stored materials give both rates, where only totals are known.
    private static IEnumerable<decimal> Solved(IReadOnlyList<ReplayPoint> points)
    {
        for (var index = 1; index < points.Count; index++)
        {
            ReplayPoint first = points[index - 1],
                second = points[index];
            var determinant = (first.CountedWork * second.CountedStored) - (second.CountedWork * first.CountedStored);
            if (determinant == 0m)
            {
                continue;
            }

            var work = ((first.Held * second.CountedStored) - (second.Held * first.CountedStored)) / determinant;
            var tolerance = Math.Abs(((first.Tolerance * second.CountedStored) + (second.Tolerance * first.CountedStored)) / determinant);
            if (CommonFraction.Near(work, Math.Min(tolerance, 0.001m)) is { } rate)
            {
                yield return rate;
            }
        }
    }

    private void Limits(IReadOnlyList<ReplayPoint> points)
    {
        var last = points[points.Count - 1];
        foreach (var rate in FirstRates(points))
        {
            if (last.Held <= 0m || last.Held >= (rate * last.CountedGross) - last.Tolerance || last.CountedGross != last.Gross)
            {
                continue;
            }

            var limits = new List<RetainageLimit>();
            if (last.ContractSum > 0m && CommonFraction.Near(last.Held / last.ContractSum, last.Tolerance / last.ContractSum) is { } revised)
            {
                limits.Add(new RetainageLimit(LimitBase.RevisedSum, revised));
            }

            if (
                figures.OriginalSum > 0m
                && (figures.OriginalSum != last.ContractSum || limits.Count == 0)
                && CommonFraction.Near(last.Held / figures.OriginalSum, last.Tolerance / figures.OriginalSum) is { } original
            )
            {
                limits.Add(new RetainageLimit(LimitBase.OriginalSum, original));
            }

            if (limits.Count == 0)
            {
                limits.Add(new RetainageLimit(LimitBase.Amount, last.Held));
            }

            foreach (var limit in limits)
            {
                // A maximum only checks amounts that the source states; a rule of a scale ends with its limit.
                found.Add(
                    history.IsStated
                        ? new ReplayCandidate { Retainage = new RetainageTerms.SlidingScale([new SlidingScaleRule(rate, limit)]) }
                        : new ReplayCandidate
                        {
                            Retainage = new RetainageTerms.Flat(rate),
                            Cap = limit,
                            ChangesCap = true,
                        }
                );
            }
        }
    }

    private void Steps(IReadOnlyList<ReplayPoint> points)
    {
        foreach (var before in FirstRates(points))
        {
            var crossing = 0;
            while (
                crossing < points.Count && Math.Abs(points[crossing].Held - (before * points[crossing].CountedGross)) <= points[crossing].Tolerance
            )
            {
                crossing++;
            }

            if (crossing == points.Count || crossing == 0)
            {
                continue;
            }

            WholeBalance(points, crossing, before);
            AboveThreshold(points, crossing, before);
            FromCrossing(points, crossing, before);
        }
    }

    private void WholeBalance(IReadOnlyList<ReplayPoint> points, int crossing, decimal before)
    {
        foreach (var after in Ranked(points.Skip(crossing).SelectMany(Ratios), LaterRatesMax).Where(rate => rate < before))
        {
            AtCrossing(points, crossing, new RetainageTerms.Step(0m, before, after, StepReading.WholeBalance, default, default));
        }
    }

    private void FromCrossing(IReadOnlyList<ReplayPoint> points, int crossing, decimal before)
    {
        var rates = Enumerable.Range(crossing, points.Count - crossing).SelectMany(index => Added(points, index));
        foreach (var after in Ranked(rates, LaterRatesMax).Where(rate => rate < before))
        {
            AtCrossing(points, crossing, new RetainageTerms.Step(0m, before, after, StepReading.FromCrossing, default, default));
        }
    }

    // Every threshold between two applications gives the same. The first measure for which there is one is proposed.
    private void AtCrossing(IReadOnlyList<ReplayPoint> points, int crossing, RetainageTerms.Step step)
    {
        foreach (var measured in Measures())
        {
            decimal above = 0m,
                amountAbove = 0m;
            for (var index = 0; index < crossing; index++)
            {
                var amount = measured.Of(points[index]);
                if (measured.SumOf(points[index], figures) is > 0m and var sum && amount / sum > above)
                {
                    above = amount / sum;
                    amountAbove = amount;
                }
            }

            var reached = points[crossing];
            if (
                measured.SumOf(reached, figures) is > 0m and var reachedSum
                && CommonFraction.Between(above, measured.Of(reached) / reachedSum) is { } at
            )
            {
                found.Add(
                    new ReplayCandidate
                    {
                        Retainage = step with { Threshold = at, Measure = measured.Measure, Sum = measured.Sum },
                        Range = new ReplayRange(above, measured.Of(reached) / reachedSum, amountAbove, measured.Of(reached)),
                    }
                );
                return;
            }
        }
    }

    // What is held above the threshold says where the threshold is.
    private void AboveThreshold(IReadOnlyList<ReplayPoint> points, int crossing, decimal before)
    {
        var last = points[points.Count - 1];
        if (last.CountedGross != last.Gross)
        {
            return;
        }

        var rates = Enumerable.Range(crossing, points.Count - crossing).Reverse().SelectMany(index => Added(points, index));
        foreach (var after in Ranked(rates, LaterRatesMax).Where(rate => rate < before))
        {
            // Each application after the threshold says where it is; together they say it more exactly.
            decimal lowest = 0m,
                highest = decimal.MaxValue;
            foreach (var point in points.Skip(crossing))
            {
                var threshold = (point.Held - (after * point.Gross)) / (before - after);
                lowest = Math.Max(lowest, threshold - (point.Tolerance / (before - after)));
                highest = Math.Min(highest, threshold + (point.Tolerance / (before - after)));
            }

            if (highest < lowest)
            {
                continue;
            }

            var reading = after == 0m ? StepReading.Stop : StepReading.AboveThreshold;
            foreach (var measured in Measures())
            {
                if (measured.SumOf(points[crossing], figures) is not (> 0m and var sum))
                {
                    continue;
                }

                foreach (var at in CommonFraction.Thresholds(lowest / sum, highest / sum).Distinct())
                {
                    Add(new RetainageTerms.Step(at, before, after, reading, measured.Measure, measured.Sum));
                }
            }
        }
    }

    // The likelier first; a measure that cannot differ from another in this history is left out.
    private IEnumerable<Measured> Measures()
    {
        var points = figures.Series[figures.Series.Count - 1];
        var isStored = points.Any(point => point.Stored != 0m);
        var isChanged = points.Any(point => point.ContractSum != figures.OriginalSum);
        var given = history.Applications.Select(entry => entry.Terms.Retainage).OfType<RetainageTerms.Step>().FirstOrDefault();
        return new[]
        {
            new Measured(given?.Measure ?? BilledMeasure.CompletedAndStored, given?.Sum ?? ContractSumBase.Revised),
            new Measured(BilledMeasure.CompletedAndStored, ContractSumBase.Revised),
            new Measured(BilledMeasure.CompletedAndStored, ContractSumBase.Original),
            new Measured(BilledMeasure.CompletedWork, ContractSumBase.Revised),
            new Measured(BilledMeasure.CompletedWork, ContractSumBase.Original),
        }
            .Distinct()
            .Where(
                (one, index) =>
                    index == 0 || ((isStored || one.Measure == BilledMeasure.CompletedAndStored) && (isChanged || one.Sum == ContractSumBase.Revised))
            );
    }

    private static IReadOnlyList<decimal> FirstRates(IReadOnlyList<ReplayPoint> points) =>
        [.. points.Take(FirstRatesMax).SelectMany(Ratios).Distinct().Where(rate => rate > 0m).Take(FirstRatesMax)];

    private static IEnumerable<decimal> Ratios(ReplayPoint point) => Near(point.Held, point.CountedGross, point.Tolerance);

    private static IEnumerable<decimal> Added(IReadOnlyList<ReplayPoint> points, int index) =>
        Near(
            points[index].Held - points[index - 1].Held,
            points[index].CountedGross - points[index - 1].CountedGross,
            points[index].Tolerance + points[index - 1].Tolerance
        );

    // The roundest rate that rounding allows, and the nearest: a small contract does not tell 10 from 10.01 percent, a large one does.
    private static IEnumerable<decimal> Near(decimal held, decimal gross, decimal tolerance)
    {
        if (gross <= 0m || held < -tolerance || held > gross + tolerance)
        {
            return [];
        }

        var nearest = CommonFraction.Nearest(Math.Max(0m, held / gross));
        return CommonFraction.Near(held / gross, tolerance / gross) is { } round ? new[] { round, nearest } : [nearest];
    }

    // Those that fit the most applications; of equals, the first.
    private static IEnumerable<decimal> Ranked(IEnumerable<decimal> rates, int most) =>
        rates.GroupBy(rate => rate).OrderByDescending(group => group.Count()).Select(group => group.Key).Take(most);

    private sealed record Measured(BilledMeasure Measure, ContractSumBase Sum)
    {
        public decimal Of(ReplayPoint point) => Measure == BilledMeasure.CompletedWork ? point.Work : point.Gross;

        public decimal SumOf(ReplayPoint point, ReplayFigures figures) => Sum == ContractSumBase.Original ? figures.OriginalSum : point.ContractSum;
    }
}
