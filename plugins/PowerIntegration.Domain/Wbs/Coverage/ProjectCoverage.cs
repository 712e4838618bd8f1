using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs.Suggestions;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>Proves every code in use of one project on every day that open work needs.</summary>
public static class ProjectCoverage
{
    private const int MostSuggestions = 3;

    /// <summary>The proof.</summary>
    /// <param name="codes">The codes in use.</param>
    /// <param name="mapping">Rules of the project, and what of Oracle was read.</param>
    /// <param name="days">The days on which every code is proved, in order. A code is also proved on its own days.</param>
    public static CoverageReport Of(IReadOnlyList<UsedCode> codes, WbsMapping mapping, IReadOnlyList<CalendarDate> days)
    {
        var covered = new CoveredCodes();
        var states = new int[(int)CoverageState.Uncovered + 1];
        var findings = new List<CoverageFinding>();
        var catchAll = 0;
        var faults = 0;
        var atRisk = 0m;
        foreach (var code in codes)
        {
            var before = findings.Count;
            foreach (var day in DaysOf(code, days))
            {
                var proof = CoverageProof.Of(code.Codes, code.Use, mapping, day);
                states[(int)proof.State]++;
                catchAll += proof.IsCatchAll ? 1 : 0;
                if (proof.IsSafe)
                {
                    covered.Add(mapping.ProjectNumber, code.Codes, proof.Decision.Coding!.TaskNumber);
                }
                else
                {
                    Add(findings, before, code, day, proof, mapping);
                }
            }

            if (findings.Count > before)
            {
                faults++;
                atRisk += code.OpenAmount;
            }
        }

        return new CoverageReport
        {
            Codes = codes.Count,
            Covered = states[(int)CoverageState.Covered] - catchAll,
            CatchAll = catchAll,
            Ambiguous = states[(int)CoverageState.Ambiguous],
            Stale = states[(int)CoverageState.Stale],
            Uncovered = states[(int)CoverageState.Uncovered],
            Faults = faults,
            AmountAtRisk = atRisk,
            Findings = [.. findings.Select(finding => finding with { Suggestions = Suggested(finding, mapping, covered) })],
        };
    }

    private static IReadOnlyList<CalendarDate> DaysOf(UsedCode code, IReadOnlyList<CalendarDate> days) =>
        code.Days.Count == 0 ? days : [.. days.Concat(code.Days).Distinct().OrderBy(day => day)];

    // Successive days with one and the same fault are one finding: a rule that ended in May is one thing to mend, not one for each month.
    private static void Add(List<CoverageFinding> findings, int first, UsedCode code, CalendarDate day, CodeCoverage proof, WbsMapping mapping)
    {
        if (findings.Count > first && IsSame(findings[findings.Count - 1].Proof, proof))
        {
            findings[findings.Count - 1] = findings[findings.Count - 1] with { To = day };
            return;
        }

        findings.Add(
            new CoverageFinding
            {
                Code = code,
                From = day,
                To = day,
                Proof = proof,
                Refusal = proof.Decision.Fault is { } fault
                    ? new CodingRefusal($"Code {code.FlatCode}", code.Codes, mapping, day, code.Use).Of(fault, proof.Decision)
                    : null,
            }
        );
    }

    private static bool IsSame(CodeCoverage one, CodeCoverage other) =>
        one.State == other.State
        && one.IsCatchAll == other.IsCatchAll
        && one.Decision.Fault == other.Decision.Fault
        && one.Decision.Match.Rules.Select(rule => rule.Key).SequenceEqual(other.Decision.Match.Rules.Select(rule => rule.Key));

    private static IReadOnlyList<TaskSuggestion> Suggested(CoverageFinding finding, WbsMapping mapping, CoveredCodes covered) =>
        UncoveredCode.IsCuredByAnotherTask(finding.Proof.Decision.Fault)
            ? TaskSuggestions.For(
                new UncoveredCode
                {
                    Codes = finding.Code.Codes,
                    Day = finding.From,
                    Fault = finding.Proof.Decision.Fault,
                    MappedTask = finding.Proof.Decision.Coding?.TaskNumber,
                    PurchaseOrderTask = finding.Code.PurchaseOrderTask,
                    Names = finding.Code.Names,
                },
                mapping,
                covered,
                MostSuggestions
            )
            : [];
}
