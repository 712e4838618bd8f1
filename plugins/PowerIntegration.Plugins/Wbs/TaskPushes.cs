using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Runs that send the tasks of projects to Procore.</summary>
internal static class TaskPushes
{
    private const string Environment = "environment";

    /// <summary>
    /// Starts a run where the structure of a project changed. The first one is started by a person; where the last one failed, a person starts the
    /// next one.
    /// </summary>
    public static void Renew(PluginCall call, Guid projectId)
    {
        var service = call.SystemService();
        if (Rows.First(service, Last(projectId)) is not { } last || new RowView(last).Choice(RunTable.RunState) != RunStateChoice.Finished)
        {
            return;
        }

        var query = Projects();
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, projectId);
        if (Rows.First(service, query) is { } project && !string.IsNullOrWhiteSpace(new RowView(project).Text(ProjectTable.TaskSegment)))
        {
            Start(call, project);
        }
    }

    /// <summary>Starts a run.</summary>
    /// <param name="call">The call.</param>
    /// <param name="project">Row of the project, as <see cref="Projects"/> reads it.</param>
    /// <returns>Row of the run.</returns>
    public static Guid Start(PluginCall call, Entity project) => call.SystemService().Create(NewRun(call, project.Id, new RowView(project)));

    private static Entity NewRun(PluginCall call, Guid projectId, RowView project)
    {
        var environment = project.Joined(Environment);
        var scope = new KeyScope(environment.RequiredText(EnvironmentTable.Key), environment.WholeNumber(EnvironmentTable.Generation) ?? 1);
        return new Entity(RunTable.LogicalName)
        {
            [RunTable.Key] = SyncKey.ForRun(
                scope,
                "SEGMENT",
                project.RequiredText(ProjectTable.ProcoreId),
                Number(call.SystemService(), projectId) + 1
            ),
            [RunTable.Name] = Sentence.Fit(
                $"Tasks of {project.Text(ProjectTable.Name)} to segment {project.Text(ProjectTable.TaskSegment)}",
                RunTable.NameLengthMax
            ),
            [RunTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, project.RequiredReference(ProjectTable.EnvironmentId)),
            [RunTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, projectId),
            [RunTable.RunKind] = new OptionSetValue(RunKindChoice.TaskSegment),
            [RunTable.RunState] = new OptionSetValue(RunStateChoice.Waiting),
            [RunTable.RequestedBy] = call.Caller().Name,
        };
    }

    /// <summary>The active projects with what a run needs of them.</summary>
    public static QueryExpression Projects()
    {
        var query = Rows.Of(
            ProjectTable.LogicalName,
            [ProjectTable.Name, ProjectTable.ProcoreId, ProjectTable.EnvironmentId, ProjectTable.TaskSegment]
        );
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query
            .AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id)
            .Join(Environment, [EnvironmentTable.Key, EnvironmentTable.Generation]);
        return query;
    }

    /// <summary>The run of a project that is not finished.</summary>
    public static QueryExpression Open(Guid projectId)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.RunState]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.TaskSegment);
        query.Criteria.AddCondition(RunTable.RunState, ConditionOperator.In, RunStateChoice.Waiting, RunStateChoice.Running);
        return query;
    }

    // Two calls at once take the same number, and the second is refused as a duplicate.
    private static int Number(IOrganizationService service, Guid projectId)
    {
        var key = Rows.First(service, Last(projectId)) is { } last ? new RowView(last).RequiredText(RunTable.Key) : "0";
        return int.Parse(key.Substring(key.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static QueryExpression Last(Guid projectId)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.Key, RunTable.RunState]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.TaskSegment);
        query.AddOrder(RunTable.Key, OrderType.Descending);
        query.TopCount = 1;
        return query;
    }
}
