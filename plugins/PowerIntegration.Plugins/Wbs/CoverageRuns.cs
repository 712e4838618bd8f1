using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Runs that prove the coverage of projects.</summary>
internal static class CoverageRuns
{
    /// <summary>How far a proof looks ahead unless someone says otherwise: a year.</summary>
    public const int DaysAhead = 365;

    private const string Environment = "environment";

    // A proof is at most this old.
    private static readonly TimeSpan AgeMax = TimeSpan.FromHours(23);

    /// <summary>Starts the proof of a project for the year ahead where its structure changed, or where the last proof is a day old.</summary>
    public static void Renew(PluginCall call, Guid projectId, bool isChanged)
    {
        var service = call.SystemService();
        if (!isChanged && Rows.First(service, Recent(projectId, call.Context.OperationCreatedOn - AgeMax)) is not null)
        {
            return;
        }

        var query = Projects();
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, projectId);
        if (Rows.First(service, query) is { } project)
        {
            var today = CalendarDate.FromDateTime(call.Context.OperationCreatedOn);
            Start(call, project, today, today.AddDays(DaysAhead), out _, out _);
        }
    }

    /// <summary>Starts the proof of a project, or finds the same one that is not finished.</summary>
    /// <param name="call">The call.</param>
    /// <param name="project">Row of the project, as <see cref="Projects"/> reads it.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="isNew">True where it was started now.</param>
    /// <param name="state">Waiting or Running.</param>
    /// <returns>Row of the run.</returns>
    public static Guid Start(PluginCall call, Entity project, CalendarDate from, CalendarDate to, out bool isNew, out string state)
    {
        var service = call.SystemService();
        isNew = false;
        if (Rows.First(service, Open(project.Id, from, to)) is { } open)
        {
            state = new RowView(open).Choice(RunTable.RunState) == RunStateChoice.Running ? "Running" : "Waiting";
            return open.Id;
        }

        isNew = true;
        state = "Waiting";
        return service.Create(NewRun(call, project.Id, new RowView(project), from, to));
    }

    private static Entity NewRun(PluginCall call, Guid projectId, RowView project, CalendarDate from, CalendarDate to)
    {
        var environment = project.Joined(Environment);
        var scope = new KeyScope(environment.RequiredText(EnvironmentTable.Key), environment.WholeNumber(EnvironmentTable.Generation) ?? 1);
        return new Entity(RunTable.LogicalName)
        {
            [RunTable.Key] = SyncKey.ForRun(
                scope,
                "COVERAGE",
                project.RequiredText(ProjectTable.ProcoreId),
                Number(call.SystemService(), projectId) + 1
            ),
            [RunTable.Name] = Sentence.Fit($"Coverage of {project.Text(ProjectTable.Name)} from {from} to {to}", RunTable.NameLengthMax),
            [RunTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, project.RequiredReference(ProjectTable.EnvironmentId)),
            [RunTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, projectId),
            [RunTable.RunKind] = new OptionSetValue(RunKindChoice.CoverageProof),
            [RunTable.RunState] = new OptionSetValue(RunStateChoice.Waiting),
            [RunTable.FromDate] = from.ToDateTime(),
            [RunTable.ToDate] = to.ToDateTime(),
            [RunTable.RequestedBy] = call.Caller().Name,
        };
    }

    /// <summary>The active projects with what a run needs of them.</summary>
    public static QueryExpression Projects()
    {
        var query = Rows.Of(ProjectTable.LogicalName, [ProjectTable.Name, ProjectTable.ProcoreId, ProjectTable.EnvironmentId]);
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query
            .AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id)
            .Join(Environment, [EnvironmentTable.Key, EnvironmentTable.Generation]);
        return query;
    }

    private static QueryExpression Open(Guid projectId, CalendarDate from, CalendarDate to)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.RunState]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.CoverageProof);
        query.Criteria.AddCondition(RunTable.RunState, ConditionOperator.In, RunStateChoice.Waiting, RunStateChoice.Running);
        query.Criteria.AddCondition(RunTable.FromDate, ConditionOperator.Equal, from.ToDateTime());
        query.Criteria.AddCondition(RunTable.ToDate, ConditionOperator.Equal, to.ToDateTime());
        return query;
    }

    // The number of the last run; two calls at once take the same number, and the second is refused as a duplicate.
    private static int Number(IOrganizationService service, Guid projectId)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.Key]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.CoverageProof);
        query.AddOrder(RunTable.Key, OrderType.Descending);
        query.TopCount = 1;
        var key = Rows.First(service, query) is { } last ? new RowView(last).RequiredText(RunTable.Key) : "0";
        return int.Parse(key.Substring(key.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static QueryExpression Recent(Guid projectId, DateTime since)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.Key]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.CoverageProof);
        query.Criteria.AddCondition("createdon", ConditionOperator.GreaterEqual, since);
        return query;
    }
}
