using System.Text.Json;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>The proof of a project as JSON: one object, with amounts as numbers.</summary>
internal static class ProofJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ProvedProject proved) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    proved.Environment,
                    Project = proved.Mapping.ProjectNumber,
                    proved.Name,
                    From = proved.Span.From.ToString(),
                    To = proved.Span.To.ToString(),
                    Result = proved.Report.Sentence,
                    proved.Notes,
                    proved.Report.Codes,
                    proved.Report.Faults,
                    proved.Report.AmountAtRisk,
                    Findings = proved.Report.Findings.Select(finding => Finding(finding, proved)),
                },
                JsonText.Options
            )
        );

    private static object Finding(CoverageFinding finding, ProvedProject proved) =>
        new
        {
            Code = finding.Code.FlatCode,
            From = finding.From.ToString(),
            To = finding.To.ToString(),
            State = ProofText.State(finding.Proof),
            Reason = finding.Proof.Decision.Fault is { } fault ? ResultWords.Of(fault) : finding.Reason,
            ReasonCode = finding.Reason,
            Message = finding.Sentence,
            Rules = finding.Proof.Decision.Match.Rules.Select(rule => rule.Key),
            CoveredUntil = finding.Proof.Until?.ToString(),
            finding.Code.Budget,
            finding.Code.Committed,
            finding.Code.Billed,
            AmountAtRisk = finding.Code.OpenAmount,
            Suggestions = finding.Suggestions.Select(suggestion => new
            {
                Task = suggestion.TaskNumber,
                proved.Mapping.Tasks[suggestion.TaskNumber]?.Name,
                Reason = ResultWords.Of(suggestion.Evidence),
            }),
        };
}
