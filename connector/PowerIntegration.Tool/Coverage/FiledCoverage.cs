using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Domain.Wbs.Suggestions;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Proves every code of the files on every day that open work needs, and suggests tasks for what is not covered.</summary>
internal sealed class FiledCoverage(FiledStructure structure, ResultFiles results)
{
    private const int MostSuggestions = 3;

    private readonly CoveredCodes covered = new();
    private readonly List<PendingCode> pending = [];

    /// <summary>Writes the result files; the caller finishes them.</summary>
    public CoverageSummary Write()
    {
        var coverage = results.Begin(StructureFile.CoverageResult);
        var suggestions = results.Begin(StructureFile.SuggestionResult);
        var summary = new CoverageSummary();
        var seen = new HashSet<(FiledProject, string)>();
        foreach (var row in structure.RowsOf(StructureFile.Codes))
        {
            var project = structure.ProjectOf(row);
            if (!seen.Add((project, row.Required("code"))))
            {
                throw row.Mistake("code", row.Text("code"), "each code of a project once");
            }

            WriteCode(row, project, coverage, summary);
        }

        WriteSuggestions(suggestions);
        return summary;
    }

    private void WriteCode(CsvRow row, FiledProject project, CsvResult result, CoverageSummary summary)
    {
        var codes = FileRows.Codes(row, project.TaskSegment);
        var use = new CodeUse(row.Optional("needed_class"), row.Optional("vendor_unit"));
        var isFault = false;
        var isAsked = false;
        foreach (var work in OpenWork.Of(row))
        {
            var proof = CoverageProof.Of(codes, use, project.Mapping, work.Day);
            summary.Add(proof, work.Amount);
            WriteDay(row, work, proof, result);
            isFault |= !proof.IsSafe;
            if (proof.IsSafe)
            {
                covered.Add(project.Mapping.ProjectNumber, codes, proof.Decision.Coding!.TaskNumber);
            }
            else if (!isAsked && UncoveredCode.IsCuredByAnotherTask(proof.Decision.Fault))
            {
                isAsked = true;
                pending.Add(Pending(row, project, codes, work, proof));
            }
        }

        summary.AddCode(isFault);
    }

    private static void WriteDay(CsvRow row, OpenWork work, CodeCoverage proof, CsvResult result)
    {
        var coding = proof.State == CoverageState.Covered ? proof.Decision.Coding : null;
        result.Add(
            row.Text("project"),
            row.Text("code"),
            work.Day.ToString(),
            ResultWords.Of(proof.State),
            proof.Decision.Fault is { } fault ? ResultWords.Of(fault)
                : proof.IsCatchAll ? "catch-all"
                : "",
            coding?.TaskNumber ?? "",
            coding?.ExpenditureType ?? "",
            coding?.ExpenditureOrganization ?? "",
            string.Join('|', proof.Decision.Match.Rules.Select(rule => rule.Key)),
            (proof.IsSafe ? 0.00m : work.Amount).ToString(CultureInfo.InvariantCulture),
            proof.Until?.ToString() ?? ""
        );
    }

    private static PendingCode Pending(CsvRow row, FiledProject project, SegmentCodes codes, OpenWork work, CodeCoverage proof) =>
        new(
            row.Text("code"),
            project,
            new UncoveredCode
            {
                Codes = codes,
                Day = work.Day,
                Fault = proof.Decision.Fault,
                MappedTask = proof.Decision.Coding?.TaskNumber,
                PurchaseOrderTask = row.Optional("po_task"),
            }
        );

    private void WriteSuggestions(CsvResult result)
    {
        var names = structure.ItemNames(pending.Select(code => code.Project.Mapping.ProjectNumber).ToHashSet(StringComparer.Ordinal));
        foreach (var (code, project, uncovered) in pending)
        {
            var named = uncovered with { Names = [.. Names(names, project, uncovered.Codes)] };
            var suggestions = TaskSuggestions.For(named, project.Mapping, covered, MostSuggestions);
            foreach (var (rank, suggestion) in suggestions.Index())
            {
                result.Add(
                    project.Mapping.ProjectNumber,
                    code,
                    (rank + 1).ToString(CultureInfo.InvariantCulture),
                    suggestion.TaskNumber,
                    ResultWords.Of(suggestion.Evidence)
                );
            }
        }
    }

    private static IEnumerable<string> Names(
        IReadOnlyDictionary<(string Project, string Segment, string Path), string> names,
        FiledProject project,
        SegmentCodes codes
    )
    {
        if (project.TaskSegment is { } segment && names.TryGetValue((project.Mapping.ProjectNumber, segment, codes.TaskSegment ?? ""), out var task))
        {
            yield return task;
        }

        if (names.TryGetValue((project.Mapping.ProjectNumber, "cost_code", codes.CostCode ?? ""), out var name))
        {
            yield return name;
        }
    }

    private sealed record PendingCode(string Code, FiledProject Project, UncoveredCode Uncovered);
}
