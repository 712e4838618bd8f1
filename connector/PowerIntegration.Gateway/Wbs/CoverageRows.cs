using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Domain.Wbs.Suggestions;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>The rows in which a coverage proof keeps what it found.</summary>
internal sealed class CoverageRows(RunRow run, Guid projectId, IReadOnlyList<Entity> tasks)
{
    private readonly IReadOnlyDictionary<string, Entity> byNumber = MappingRows.ByNumber(tasks);

    /// <summary>The row of a finding.</summary>
    public Entity Of(CoverageFinding finding) =>
        new(CoverageResultTable.LogicalName, CoverageResultTable.Key, SyncKey.ForCoverageResult(run.Key, finding.Code.Key, finding.From))
        {
            [CoverageResultTable.Name] = Sentence.Fit(finding.Code.FlatCode, CoverageResultTable.NameLengthMax),
            [CoverageResultTable.RunId] = new EntityReference(RunTable.LogicalName, run.Id),
            [CoverageResultTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, projectId),
            [CoverageResultTable.ProcoreWbsCodeId] = new EntityReference(ProcoreWbsCodeTable.LogicalName, ProcoreWbsCodeTable.Key, finding.Code.Key),
            [CoverageResultTable.CostCode] = finding.Code.Codes.CostCode,
            [CoverageResultTable.CostType] = finding.Code.Codes.CostType,
            [CoverageResultTable.SubJob] = finding.Code.Codes.SubJob,
            [CoverageResultTable.TaskSegmentCode] = finding.Code.Codes.TaskSegment,
            [CoverageResultTable.OtherSegments] = SegmentText.Write(finding.Code.Codes.Others.Values),
            [CoverageResultTable.ExpenditureType] = finding.Proof.Decision.Coding?.ExpenditureType,
            [CoverageResultTable.AsOf] = finding.From.ToDateTime(),
            [CoverageResultTable.ToDate] = finding.To.ToDateTime(),
            [CoverageResultTable.CoverageState] = new OptionSetValue(CodeStates.Of(finding.Proof)),
            [CoverageResultTable.ReasonCode] = finding.Reason,
            [CoverageResultTable.Message] = Sentence.Fit(finding.Sentence, CoverageResultTable.MessageLengthMax),
            [CoverageResultTable.Rules] = Text(finding.Proof.Decision.Match.Rules.Select(rule => rule.Key), "; ", CoverageResultTable.RulesLengthMax),
            [CoverageResultTable.CoveredUntil] = finding.Proof.Until?.ToDateTime(),
            [CoverageResultTable.AmountAtRisk] = finding.Code.OpenAmount,
            [CoverageResultTable.Budget] = finding.Code.Budget,
            [CoverageResultTable.Committed] = finding.Code.Committed,
            [CoverageResultTable.Billed] = finding.Code.Billed,
            [CoverageResultTable.SuggestedTaskId] = finding.Suggestions is [var best, ..] ? Reference(best) : null,
            [CoverageResultTable.Suggestions] = Text(finding.Suggestions.Select(Words), "\n", CoverageResultTable.SuggestionsLengthMax),
        };

    /// <summary>A row that an earlier call of the run wrote and that holds no more.</summary>
    public static Entity Covered(string key) =>
        new(CoverageResultTable.LogicalName, CoverageResultTable.Key, key)
        {
            [CoverageResultTable.CoverageState] = new OptionSetValue(CoverageStateChoice.Covered),
            [CoverageResultTable.ReasonCode] = null,
            [CoverageResultTable.Message] = "The code was covered while the proof was made.",
            [CoverageResultTable.AmountAtRisk] = 0m,
        };

    /// <summary>The result of the proof, for the row of the run.</summary>
    public static AttributeCollection Result(CoverageReport report) =>
        new()
        {
            [RunTable.Covered] = report.Covered,
            [RunTable.CatchAll] = report.CatchAll,
            [RunTable.Ambiguous] = report.Ambiguous,
            [RunTable.Stale] = report.Stale,
            [RunTable.Uncovered] = report.Uncovered,
            [RunTable.Faults] = report.Faults,
            [RunTable.AmountAtRisk] = report.AmountAtRisk,
            [RunTable.Message] = Sentence.Fit(report.Sentence, RunTable.MessageLengthMax),
        };

    private string Words(TaskSuggestion suggestion)
    {
        var name = byNumber.TryGetValue(suggestion.TaskNumber, out var row) ? new RowView(row).Text(OracleTaskTable.Name) : null;
        return $"{name ?? suggestion.TaskNumber}: {SuggestionWords.Of(suggestion.Evidence)}";
    }

    private EntityReference? Reference(TaskSuggestion suggestion) =>
        byNumber.TryGetValue(suggestion.TaskNumber, out var row) ? row.ToEntityReference() : null;

    private static string? Text(IEnumerable<string> parts, string between, int lengthMax) =>
        string.Join(between, parts) is { Length: > 0 } text ? Sentence.Fit(text, lengthMax) : null;
}
