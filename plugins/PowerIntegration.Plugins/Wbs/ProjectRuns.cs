using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Runs about one project, whatever they do: how one is started, and which was the last.</summary>
internal static class ProjectRuns
{
    private const string Environment = "environment";

    /// <summary>The active projects with what a run needs of them.</summary>
    public static QueryExpression Projects()
    {
        var query = Rows.Of(
            ProjectTable.LogicalName,
            [ProjectTable.Name, ProjectTable.ProcoreId, ProjectTable.EnvironmentId, ProjectTable.TaskSegment, ProjectTable.IsTemplate]
        );
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query
            .AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id)
            .Join(Environment, [EnvironmentTable.Key, EnvironmentTable.Generation]);
        return query;
    }

    /// <summary>One active project; null where it does not exist or is not active.</summary>
    public static Entity? Project(IOrganizationService service, Guid id)
    {
        var query = Projects();
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, id);
        return Rows.First(service, query);
    }

    /// <summary>Runs of one kind about a project.</summary>
    public static QueryExpression Of(Guid projectId, int kind)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.Key, RunTable.RunState, StalledRows.CreatedOn]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, kind);
        return query;
    }

    /// <summary>Runs of one kind about a project that are not finished.</summary>
    public static QueryExpression Open(Guid projectId, int kind)
    {
        var query = Of(projectId, kind);
        query.Criteria.AddCondition(RunTable.RunState, ConditionOperator.In, RunStateChoice.Waiting, RunStateChoice.Running);
        return query;
    }

    /// <summary>The last run of one kind about a project; null where there was none.</summary>
    public static Entity? Last(IOrganizationService service, Guid projectId, int kind)
    {
        var query = Of(projectId, kind);
        query.AddOrder(RunTable.Key, OrderType.Descending);
        query.TopCount = 1;
        return Rows.First(service, query);
    }

    /// <summary>A run that waits. Two that are started at once take the same number, and the second is refused as a duplicate.</summary>
    /// <param name="call">The call.</param>
    /// <param name="project">Row of the project, as <see cref="Projects"/> reads it.</param>
    /// <param name="kind">Choice value of the kind.</param>
    /// <param name="keyPart">The kind within the key.</param>
    /// <param name="name">What is done, and for what.</param>
    public static Entity New(PluginCall call, Entity project, int kind, string keyPart, string name)
    {
        var row = new RowView(project);
        var environment = row.Joined(Environment);
        var scope = new KeyScope(environment.RequiredText(EnvironmentTable.Key), environment.WholeNumber(EnvironmentTable.Generation) ?? 1);
        var number = Number(Last(call.SystemService(), project.Id, kind)) + 1;
        return new Entity(RunTable.LogicalName)
        {
            [RunTable.Key] = SyncKey.ForRun(scope, keyPart, row.RequiredText(ProjectTable.ProcoreId), number),
            [RunTable.Name] = Sentence.Fit(name, RunTable.NameLengthMax),
            [RunTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, row.RequiredReference(ProjectTable.EnvironmentId)),
            [RunTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id),
            [RunTable.RunKind] = new OptionSetValue(kind),
            [RunTable.RunState] = new OptionSetValue(RunStateChoice.Waiting),
            [RunTable.RequestedBy] = call.Caller().Name,
        };
    }

    private static int Number(Entity? last)
    {
        var key = last is null ? "0" : new RowView(last).RequiredText(RunTable.Key);
        return int.Parse(key.Substring(key.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
