using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Runs that prove the coverage of projects.</summary>
internal static class CoverageRuns
{
    // A proof is at most this old.
    private static readonly TimeSpan AgeMax = TimeSpan.FromHours(23);

    /// <summary>Starts the proof of a project for the year ahead where its structure changed, or where the last proof is a day old.</summary>
    public static void Renew(PluginCall call, Guid projectId, bool isChanged)
    {
        var service = call.SystemService();
        var last = ProjectRuns.Last(service, projectId, RunKindChoice.CoverageProof);
        var isOld = last is null || new RowView(last).Instant(StalledRows.CreatedOn) <= call.Context.OperationCreatedOn - AgeMax;
        if (!isChanged && !isOld && !StructureChanges.Since(service, projectId, last!))
        {
            return;
        }

        // No code of a project template is in use.
        if (ProjectRuns.Project(service, projectId) is { } project && !new RowView(project).Flag(ProjectTable.IsTemplate))
        {
            var today = CalendarDate.FromDateTime(call.Context.OperationCreatedOn);
            Start(call, project, CoverageSpan.YearFrom(today), out _, out _);
        }
    }

    /// <summary>Starts the proof of a project, or finds the same one that is not finished.</summary>
    /// <param name="call">The call.</param>
    /// <param name="project">Row of the project, as <see cref="ProjectRuns.Projects"/> reads it.</param>
    /// <param name="span">First and last day.</param>
    /// <param name="isNew">True where it was started now.</param>
    /// <param name="state">Waiting or Running.</param>
    /// <returns>Row of the run.</returns>
    public static Guid Start(PluginCall call, Entity project, CoverageSpan span, out bool isNew, out string state)
    {
        var service = call.SystemService();
        isNew = false;
        if (Rows.First(service, Open(project.Id, span)) is { } open)
        {
            state = new RowView(open).Choice(RunTable.RunState) == RunStateChoice.Running ? "Running" : "Waiting";
            return open.Id;
        }

        isNew = true;
        state = "Waiting";
        var name = $"Coverage of {new RowView(project).Text(ProjectTable.Name)} from {span.From} to {span.To}";
        var run = ProjectRuns.New(call, project, RunKindChoice.CoverageProof, "COVERAGE", name);
        run[RunTable.FromDate] = span.From.ToDateTime();
        run[RunTable.ToDate] = span.To.ToDateTime();
        return service.Create(run);
    }

    private static QueryExpression Open(Guid projectId, CoverageSpan span)
    {
        var query = ProjectRuns.Open(projectId, RunKindChoice.CoverageProof);
        query.Criteria.AddCondition(RunTable.FromDate, ConditionOperator.Equal, span.From.ToDateTime());
        query.Criteria.AddCondition(RunTable.ToDate, ConditionOperator.Equal, span.To.ToDateTime());
        return query;
    }
}
