using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Domain.Wbs.Suggestions;

namespace PowerIntegration.Tool.Coverage;

/// <summary>The proof of a project as text: the result, then a line for each finding.</summary>
internal static class ProofText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ProvedProject proved)
    {
        output.WriteLine(proved.Report.Sentence);
        output.WriteLine(
            $"Project {proved.Mapping.ProjectNumber} ({proved.Name}) in {proved.Environment}, "
                + $"each month end from {proved.Span.From} to {proved.Span.To}."
        );
        foreach (var note in proved.Notes)
        {
            output.WriteLine(note);
        }

        foreach (var finding in proved.Report.Findings)
        {
            output.WriteLine(Line(finding, proved.Mapping.Tasks));
        }
    }

    /// <summary>The state in a word.</summary>
    public static string State(CodeCoverage proof) => ResultWords.Of(proof.State) is var state && proof.IsCatchAll ? "catch-all" : state;

    private static string Line(CoverageFinding finding, ProjectTasks tasks)
    {
        var days = finding.From == finding.To ? $"{finding.From}" : $"{finding.From} to {finding.To}";
        var until = finding.Proof.Until is { } last ? $" Covered until {last}." : "";
        var budget = finding.Code.Budget is { } amount ? Sentence.Amount(amount) : "none";
        return $"{finding.Code.FlatCode}, {days}, {State(finding.Proof)}: {finding.Sentence}{until} Budget {budget}, committed "
            + $"{Sentence.Amount(finding.Code.Committed)}, billed {Sentence.Amount(finding.Code.Billed)}."
            + (finding.Suggestions is [var best, ..] ? $" Suggestion: task {Words(best, tasks)}." : "");
    }

    private static string Words(TaskSuggestion suggestion, ProjectTasks tasks) =>
        $"{suggestion.TaskNumber} \"{tasks[suggestion.TaskNumber]?.Name}\", because {SuggestionWords.Of(suggestion.Evidence)}";
}
