using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>Proves that a code has exactly one valid coding on a day, or says what is missing and since when.</summary>
public static class CoverageProof
{
    /// <summary>The proof for one code on one day.</summary>
    /// <param name="codes">The code's segment values.</param>
    /// <param name="use">What it is used for.</param>
    /// <param name="mapping">Rules of the project, and what of Oracle was read.</param>
    /// <param name="day">Expenditure item date of open work.</param>
    public static CodeCoverage Of(SegmentCodes codes, CodeUse use, WbsMapping mapping, CalendarDate day)
    {
        var decision = CodeDecision.Of(codes, use, mapping, day);
        if (decision.Fault is not { } fault)
        {
            return new CodeCoverage(CoverageState.Covered, decision, IsCatchAll(decision, mapping), null);
        }

        if (fault == CodingFault.TwoRows)
        {
            return new CodeCoverage(CoverageState.Ambiguous, decision, false, null);
        }

        var until = CoveredUntil(codes, use, mapping, day);
        return new CodeCoverage(until is null ? CoverageState.Uncovered : CoverageState.Stale, decision, false, until);
    }

    // Where the task comes from the segment, a rule for every code gives each code its own task.
    private static bool IsCatchAll(CodeDecision decision, WbsMapping mapping) =>
        mapping.TaskSource != TaskSource.Segment && decision.Match.Winner!.IsCatchAll;

    // Coverage can end only on a day on which something ends or something begins the day after, so no other day has to be tried.
    private static CalendarDate? CoveredUntil(SegmentCodes codes, CodeUse use, WbsMapping mapping, CalendarDate day)
    {
        var ends = new HashSet<CalendarDate>();
        AddBefore(ends, day);
        foreach (var rule in mapping.Rules.Fitting(codes))
        {
            Add(ends, rule.ValidTo);
            AddBefore(ends, rule.ValidFrom);
            var coding = CodeDecision.CodingOf(rule, codes, use, mapping);
            var task = mapping.Tasks[coding.TaskNumber];
            Add(ends, task?.Finish);
            AddBefore(ends, task?.ChangedOn);
            Add(ends, mapping.Catalog?.Type(coding.ExpenditureType)?.Finish);
            Add(ends, mapping.Catalog?.Organization(coding.ExpenditureOrganization)?.Finish);
        }

        foreach (var control in mapping.Controls)
        {
            AddBefore(ends, control.From);
        }

        foreach (var end in ends.Where(end => end < day).OrderByDescending(end => end))
        {
            if (CodeDecision.Of(codes, use, mapping, end, asItWas: true).Fault is null)
            {
                return end;
            }
        }

        return null;
    }

    private static void Add(HashSet<CalendarDate> days, CalendarDate? day)
    {
        if (day is { } last)
        {
            days.Add(last);
        }
    }

    private static void AddBefore(HashSet<CalendarDate> days, CalendarDate? day)
    {
        if (day is { } first && first > default(CalendarDate))
        {
            days.Add(first.AddDays(-1));
        }
    }
}
