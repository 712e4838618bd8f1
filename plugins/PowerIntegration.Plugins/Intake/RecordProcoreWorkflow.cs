using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Intake;

/// <summary>Records what the gateway read about Procore's workflow of a project, and when. Nothing else of the project changes.</summary>
[CustomApi(
    Message,
    Gates.RecordProcoreWorkflow,
    "Records whether Procore has a workflow for the subcontractor invoices of a project, and when that was read."
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiInput("State", CustomApiFieldType.String, "Configured, None or Unknown.")]
[CustomApiInput("Note", CustomApiFieldType.String, "Why it is unknown.", IsOptional = true)]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class RecordProcoreWorkflow : PluginShell
{
    /// <summary>Its name.</summary>
    internal const string Message = "pint_RecordProcoreWorkflow";

    private const string Environment = "environment";

    private static readonly Dictionary<string, ProcoreWorkflow> States = new(StringComparer.Ordinal)
    {
        [nameof(ProcoreWorkflow.Configured)] = ProcoreWorkflow.Configured,
        [nameof(ProcoreWorkflow.None)] = ProcoreWorkflow.None,
        [nameof(ProcoreWorkflow.Unknown)] = ProcoreWorkflow.Unknown,
    };

    private protected override void Run(PluginCall call)
    {
        var id = call.Input<Guid>("ProjectId");
        var service = call.SystemService();
        var row = Find(service, id);
        RegisteredGateway.Read(new RowView(row, Environment)).Require(call);
        var text = call.Input<string>("State");
        if (!States.TryGetValue(text, out var state))
        {
            throw new InvalidPluginExecutionException(
                $"State {Sentence.Quoted(text)} is not Configured, None or Unknown. Nothing was recorded. ({SharedReasons.InputUnusable.Wire})"
            );
        }

        var note = state == ProcoreWorkflow.Unknown && call.OptionalText("Note") is { Length: > 0 } why ? why : null;
        service.Update(
            new Entity(ProjectTable.LogicalName, id)
            {
                [ProjectTable.ProcoreWorkflow] = new OptionSetValue(ProcoreWorkflows.ToChoice(state)),
                [ProjectTable.ProcoreWorkflowReadOn] = call.Context.OperationCreatedOn,
                [ProjectTable.ProcoreWorkflowNote] = note is null ? null : Sentence.Fit(note, ProjectTable.ProcoreWorkflowNoteLengthMax),
            }
        );
        call.Output("Message", $"{new RowView(row).Text(ProjectTable.Name)}: Procore workflow {Sentence.Words(state).ToLowerInvariant()}.");
    }

    private static Entity Find(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(ProjectTable.LogicalName, [ProjectTable.Name]);
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, id);
        query.AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id).Join(Environment, RegisteredGateway.Columns);
        return Rows.First(service, query)
            ?? throw new InvalidPluginExecutionException($"Project {id} does not exist. Choose a project. ({SharedReasons.InputUnusable.Wire})");
    }
}
