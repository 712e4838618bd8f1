using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Starts a run that makes the items of a project's task segment in Procore those of its Oracle tasks. The gateway does it.</summary>
[CustomApi(
    "pint_PushTaskSegment",
    Gates.PushTaskSegment,
    "Starts a run that makes the items of the project's task segment in Procore those of its Oracle tasks: new tasks become items, names follow, and "
        + "an item whose task takes no cost becomes inactive. Nothing is deleted. Returns the run, in which the result will be."
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiOutput("RunId", CustomApiFieldType.String, "Row ID of the run; empty if none was started.")]
[CustomApiOutput("State", CustomApiFieldType.String, "Waiting, Running or Refused.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason no run was started; empty if there is a run.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class PushTaskSegment : PluginShell
{
    private const string Environment = "environment";

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var projectId = call.Input<Guid>("ProjectId");
        var query = Projects();
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, projectId);
        var project =
            Rows.First(service, query)
            ?? throw new InvalidPluginExecutionException($"Project {projectId} does not exist or is not active. Choose an active project.");
        var row = new RowView(project);
        if (string.IsNullOrWhiteSpace(row.Text(ProjectTable.TaskSegment)))
        {
            var refusal = new Refusal(
                SharedReasons.InputUnusable,
                $"Project {row.Text(ProjectTable.Name)} has no task segment. Enter the name of the custom segment in Procore that is to have the Oracle "
                    + "tasks, or map by cost code and cost type with mapping rules."
            );
            Answer(call, null, "Refused", refusal.WireCode, refusal.Sentence);
        }
        else if (Rows.First(service, Open(projectId)) is { } open)
        {
            var isRunning = new RowView(open).Choice(RunTable.RunState) == RunStateChoice.Running;
            Answer(
                call,
                open.Id,
                isRunning ? "Running" : "Waiting",
                "",
                "The tasks of this project are already being sent to Procore. The result will be in the run."
            );
        }
        else
        {
            Answer(
                call,
                service.Create(NewRun(call, projectId, row)),
                "Waiting",
                "",
                $"The tasks of {row.Text(ProjectTable.Name)} will be sent to Procore. The result will be in the run."
            );
        }
    }

    private static Entity NewRun(PluginCall call, Guid projectId, RowView project)
    {
        var environment = project.Joined(Environment);
        var scope = new KeyScope(environment.RequiredText(EnvironmentTable.Key), environment.WholeNumber(EnvironmentTable.Generation) ?? 1);
        return new Entity(RunTable.LogicalName)
        {
            [RunTable.Key] = SyncKey.ForRun(scope, "SEGMENT", project.RequiredText(ProjectTable.ProcoreId), call.Context.OperationCreatedOn),
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

    private static void Answer(PluginCall call, Guid? runId, string state, string reason, string message)
    {
        call.Output("RunId", runId?.ToString("D") ?? "");
        call.Output("State", state);
        call.Output("ReasonCode", reason);
        call.Output("Message", message);
    }

    private static QueryExpression Projects()
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

    private static QueryExpression Open(Guid projectId)
    {
        var query = Rows.Of(RunTable.LogicalName, [RunTable.RunState]);
        query.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.TaskSegment);
        query.Criteria.AddCondition(RunTable.RunState, ConditionOperator.In, RunStateChoice.Waiting, RunStateChoice.Running);
        return query;
    }
}
