using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Notices;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>
/// What one finished proof tells: the codes without exactly one task that were not told yet. A code counts as told until a proof of a whole year does
/// not find it any more; a shorter proof says nothing about the days that it did not look at.
/// </summary>
/// <param name="service">Reads and marks.</param>
/// <param name="run">The run, with project and dates.</param>
/// <param name="now">When it is decided.</param>
internal sealed class ProofNotice(IOrganizationService service, Entity run, DateTime now)
{
    private const string Environment = "environment";
    private const string Task = "task";

    // Results that are read at most; what is beyond is told by the proof after this one.
    private const int PagesMax = 4;

    // Rows that are marked in one call, which has two minutes: of more codes the card says the number, and the next proof tells of those behind.
    private const int MarkedMax = 1_000;

    private Guid ProjectId => new RowView(run).RequiredReference(RunTable.ProjectId);

    /// <summary>Decides, and marks what is told.</summary>
    /// <returns>The card; null where nothing is new.</returns>
    public string? Decide()
    {
        var found = Rows.Some(service, Found(), PagesMax, out var isCut).GroupBy(CodeOf).ToDictionary(same => same.Key, same => same.First());
        var told = Rows.Some(service, Told(), PagesMax, out _);
        if (IsOfYear && !isCut)
        {
            foreach (var row in told.Where(row => !found.ContainsKey(CodeOf(row))).Take(MarkedMax))
            {
                Mark(row, null);
            }
        }

        var known = new HashSet<Guid>(told.Select(CodeOf));
        List<Entity> news =
        [
            .. found
                .Where(code => !known.Contains(code.Key))
                .Select(code => code.Value)
                .OrderByDescending(row => new RowView(row).Amount(CoverageResultTable.AmountAtRisk) ?? 0m),
        ];
        foreach (var row in news.Take(MarkedMax))
        {
            Mark(row, now);
        }

        return news.Count == 0 ? null : CoverageNotice.Of(Project(out var link), [.. news.Select(Code)], link);
    }

    private bool IsOfYear =>
        new RowView(run).Date(RunTable.FromDate) is { } from
        && new RowView(run).Date(RunTable.ToDate) is { } to
        && from.ToDateTime() <= now
        && from.AddDays(CoverageSpan.DaysAhead) <= to;

    private static Guid CodeOf(Entity result) => new RowView(result).Reference(CoverageResultTable.ProcoreWbsCodeId) ?? result.Id;

    private static NoticedCode Code(Entity result)
    {
        var row = new RowView(result);
        return new NoticedCode(
            row.Text(CoverageResultTable.Name) ?? "",
            row.Choice(CoverageResultTable.CoverageState) == CoverageStateChoice.Ambiguous,
            row.Amount(CoverageResultTable.AmountAtRisk) ?? 0m,
            new RowView(result, Task).Text(OracleTaskTable.Name)
        );
    }

    private void Mark(Entity result, DateTime? told) =>
        service.Update(new Entity(CoverageResultTable.LogicalName, result.Id) { [CoverageResultTable.ToldOn] = told });

    private QueryExpression Found()
    {
        var query = Rows.Of(
            CoverageResultTable.LogicalName,
            [CoverageResultTable.Name, CoverageResultTable.ProcoreWbsCodeId, CoverageResultTable.CoverageState, CoverageResultTable.AmountAtRisk]
        );
        query.Criteria.AddCondition(CoverageResultTable.RunId, ConditionOperator.Equal, run.Id);
        query.Criteria.AddCondition(
            CoverageResultTable.CoverageState,
            ConditionOperator.In,
            CoverageStateChoice.Uncovered,
            CoverageStateChoice.Ambiguous
        );
        query.AddOrder(CoverageResultTable.Key, OrderType.Ascending);
        query
            .AddLink(OracleTaskTable.LogicalName, CoverageResultTable.SuggestedTaskId, OracleTaskTable.Id, JoinOperator.LeftOuter)
            .Join(Task, [OracleTaskTable.Name]);
        return query;
    }

    private QueryExpression Told()
    {
        var query = Rows.Of(CoverageResultTable.LogicalName, [CoverageResultTable.ProcoreWbsCodeId]);
        query.Criteria.AddCondition(CoverageResultTable.ProjectId, ConditionOperator.Equal, ProjectId);
        query.Criteria.AddCondition(CoverageResultTable.ToldOn, ConditionOperator.NotNull);
        query.AddOrder(CoverageResultTable.Key, OrderType.Ascending);
        return query;
    }

    private string Project(out string link)
    {
        var query = Rows.Of(ProjectTable.LogicalName, [ProjectTable.Name]);
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, ProjectId);
        query.AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id).Join(Environment, [EnvironmentTable.AppAddress]);
        var project = Rows.First(service, query);
        var app = project is null ? null : new RowView(project, Environment).Text(EnvironmentTable.AppAddress);
        link = string.IsNullOrEmpty(app)
            ? ""
            : app + (app!.IndexOf('?') < 0 ? "?" : "&") + "pagetype=entityrecord&etn=" + RunTable.LogicalName + "&id=" + run.Id;
        return project is null ? "a project" : new RowView(project).Text(ProjectTable.Name) ?? "a project";
    }
}
