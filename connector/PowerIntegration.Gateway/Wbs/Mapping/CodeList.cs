using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>The codes in use of a project with what the mapping says of each on a day, as a coverage proof would say it now.</summary>
internal sealed class CodeList(MappedProjects projects, CoverageReading reading, TimeProvider clock)
{
    /// <summary>Codes of one answer. A project has up to 5,000.</summary>
    public const int CodesMax = 1_000;

    /// <summary>Lists them.</summary>
    /// <param name="projectId">Procore's ID of the project.</param>
    /// <param name="asOf">The day; today where it is empty.</param>
    /// <param name="state">Only codes of that state; all where it is null.</param>
    /// <param name="after">Key of the last code of the page before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WbsCodePage> ListAsync(string projectId, string? asOf, MappingState? state, string? after, CancellationToken cancellationToken)
    {
        var day = RequestField.Day(nameof(asOf), asOf, Today(clock));
        var project = await projects.FindAsync(projectId, cancellationToken);
        var tasks = await reading.TasksAsync(project.Id, cancellationToken);
        var mapping = await reading.MappingAsync(project, tasks, cancellationToken);
        var found = (await reading.CodeRowsAsync(project.Id, cancellationToken))
            .Select(row => (Row: new RowView(row), Code: MappingRows.Used(new RowView(row))))
            .OrderBy(code => code.Code.Key, StringComparer.Ordinal)
            .Select(code => (code.Row, code.Code, Proof: CoverageProof.Of(code.Code.Codes, code.Code.Use, mapping, day)))
            .Where(code => state is null || StateOf(code.Proof) == state)
            .ToList();
        var left = found.Where(code => string.CompareOrdinal(code.Code.Key, after ?? "") > 0).ToList();
        var page = left.Take(CodesMax).Select(code => Choice(code.Row, code.Code, code.Proof, mapping, day)).ToList();
        return new WbsCodePage(page, found.Count, left.Count > page.Count ? page[^1].Key : null);
    }

    /// <summary>Today, as days are counted in Dataverse.</summary>
    public static CalendarDate Today(TimeProvider clock) => CalendarDate.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static MappingState StateOf(CodeCoverage proof) =>
        proof.State switch
        {
            CoverageState.Covered => proof.IsCatchAll ? MappingState.CatchAll : MappingState.Covered,
            CoverageState.Ambiguous => MappingState.Ambiguous,
            CoverageState.Stale => MappingState.Stale,
            _ => MappingState.Uncovered,
        };

    private static WbsCodeChoice Choice(RowView row, UsedCode code, CodeCoverage proof, WbsMapping mapping, CalendarDate day)
    {
        var rules = string.Join("; ", proof.Decision.Match.Rules.Select(rule => rule.Key));
        var coding = proof.Decision.Coding;
        return new WbsCodeChoice(
            code.Key,
            code.FlatCode,
            code.Codes.CostCode,
            code.Codes.CostType,
            code.Codes.SubJob,
            code.Codes.TaskSegment,
            row.Text(ProcoreWbsCodeTable.OtherSegments),
            StateOf(proof),
            rules.Length == 0 ? null : rules,
            Named(coding?.TaskNumber),
            Named(coding?.ExpenditureType),
            Named(coding?.ExpenditureOrganization),
            WbsResolution.Of($"Code {code.FlatCode}", code.Codes, mapping, day, code.Use).Refusal?.Sentence,
            row.Amount(ProcoreWbsCodeTable.Committed) ?? 0m,
            row.Amount(ProcoreWbsCodeTable.Billed) ?? 0m
        );
    }

    private static string? Named(string? name) => string.IsNullOrEmpty(name) ? null : name;
}
