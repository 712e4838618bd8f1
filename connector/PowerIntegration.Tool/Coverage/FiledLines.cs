using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Codes every cost line of the files, or refuses it with the reason. Equal lines are decided once.</summary>
internal sealed class FiledLines(FiledStructure structure, ResultFiles results)
{
    private readonly Dictionary<(FiledProject Project, string Code), (SegmentCodes Codes, CodeUse Use)> codes = [];
    private readonly Dictionary<(FiledProject Project, string Code, CalendarDate Day), string[]> decided = [];

    /// <summary>Writes the result file; the caller finishes it.</summary>
    /// <returns>How many lines were coded and how many refused.</returns>
    public (int Coded, int Refused) Write()
    {
        ReadCodes();
        var result = results.Begin(StructureFile.LineResult);
        var count = (Coded: 0, Refused: 0);
        foreach (var row in structure.RowsOf(StructureFile.Lines))
        {
            var answer = AnswerTo(row);
            result.Add([row.Required("line"), .. answer]);
            count = answer[0] == "coded" ? count with { Coded = count.Coded + 1 } : count with { Refused = count.Refused + 1 };
        }

        return count;
    }

    private void ReadCodes()
    {
        foreach (var row in structure.RowsOf(StructureFile.Codes))
        {
            var project = structure.ProjectOf(row);
            var use = new CodeUse(row.Optional("needed_class"), row.Optional("vendor_unit"));
            if (!codes.TryAdd((project, row.Required("code")), (FileRows.Codes(row, project.TaskSegment), use)))
            {
                throw row.Mistake("code", row.Text("code"), "each code of a project once");
            }
        }
    }

    private string[] AnswerTo(CsvRow row)
    {
        var project = structure.ProjectOf(row);
        var key = (project, row.Text("code"), row.DateOf("date", row.Text("date")));
        if (!decided.TryGetValue(key, out var answer))
        {
            decided[key] = answer = codes.TryGetValue((project, key.Item2), out var code)
                ? Decide(code.Codes, code.Use, project.Mapping, key.Item3)
                : throw row.Mistake("code", key.Item2, $"a code that {StructureFile.Codes}.csv lists for the project");
        }

        return answer;
    }

    private static string[] Decide(SegmentCodes codes, CodeUse use, WbsMapping mapping, CalendarDate day)
    {
        var decision = CodeDecision.Of(codes, use, mapping, day);
        var rules = string.Join('|', decision.Match.Rules.Select(rule => rule.Key));
        return decision.Fault is { } fault
            ? ["refused", ResultWords.Of(fault), "", "", "", rules]
            : ["coded", "", decision.Coding!.TaskNumber, decision.Coding.ExpenditureType, decision.Coding.ExpenditureOrganization, rules];
    }
}
