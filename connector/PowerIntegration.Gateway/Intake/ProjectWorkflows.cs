using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// Reads at most once a day whether Procore has a workflow for the records of a project, and has it recorded: the ownership register does not name
/// Procore as the place of approval where nobody there is asked.
/// </summary>
internal sealed partial class ProjectWorkflows(
    ProcoreWorkflows workflows,
    IDataverseStore store,
    TimeProvider clock,
    ILogger<ProjectWorkflows> logger
)
{
    /// <summary>How often a project is asked about.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private const string RecordApi = "pint_RecordProcoreWorkflow";

    /// <summary>Reads and records where a day has passed since the last time; does nothing for a source whose records have no workflow.</summary>
    public async Task RefreshAsync(PolledProject project, ISource source, CallBudget budget, CancellationToken cancellationToken)
    {
        if (source.WorkflowTool is not { } tool || project.WorkflowReadOn > clock.GetUtcNow() - Interval)
        {
            return;
        }

        var reading = await ReadAsync(project.Project.ProcoreId, tool, budget, cancellationToken);
        var inputs = new ParameterCollection { { "ProjectId", project.Project.Id }, { "State", reading.State.ToString() } };
        if (reading.Note is { } note)
        {
            inputs.Add("Note", note);
        }

        await store.CallAsync(RecordApi, inputs, cancellationToken);
        Log.Read(logger, project.Project.ProcoreId, tool, reading.State, reading.Note);
    }

    // What Procore refuses to say is unknown; what it could not be asked at the moment is asked with the next poll.
    private async Task<Reading> ReadAsync(string projectId, string tool, CallBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            return await OfPresetsAsync(projectId, tool, budget, cancellationToken);
        }
        catch (IntegrationException refused) when (IsRefusal(refused))
        {
            return await OfInstancesAsync(projectId, tool, refused, budget, cancellationToken);
        }
    }

    // Only what is configured says that nothing is: a project whose first invoice is still to come has a workflow and no instance of it.
    private async Task<Reading> OfPresetsAsync(string projectId, string tool, CallBudget budget, CancellationToken cancellationToken)
    {
        var presets = await workflows.PresetsAsync(projectId, tool, budget, cancellationToken);
        return presets.Any(preset => preset.Valid == true) || await workflows.HasInstanceAsync(projectId, tool, true, budget, cancellationToken)
                ? new Reading(ProcoreWorkflow.Configured, null)
            : presets.Count > 0
                ? new Reading(ProcoreWorkflow.Unknown, "The workflow in Procore is not ready to use because its configuration is not complete.")
            // An empty list about a tool that Procore does not have says nothing.
            : await workflows.HasToolAsync(tool, budget, cancellationToken) ? new Reading(ProcoreWorkflow.None, null)
            : new Reading(ProcoreWorkflow.Unknown, $"Procore does not list '{tool}' among its tools with workflows.");
    }

    private async Task<Reading> OfInstancesAsync(
        string projectId,
        string tool,
        IntegrationException refused,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await workflows.HasInstanceAsync(projectId, tool, false, budget, cancellationToken)
                ? new Reading(ProcoreWorkflow.Configured, null)
                : new Reading(ProcoreWorkflow.Unknown, refused.Message);
        }
        catch (IntegrationException second) when (IsRefusal(second))
        {
            return new Reading(ProcoreWorkflow.Unknown, refused.Message);
        }
    }

    private static bool IsRefusal(IntegrationException failure) =>
        failure.Kind == ProblemCatalog.ProcoreNotPermitted || failure.Kind == ProblemCatalog.ProcoreAnswerUnreadable;

    private sealed record Reading(ProcoreWorkflow State, string? Note);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Workflows of {Tool} in Procore project {Project}: {State} {Note}")]
        public static partial void Read(ILogger logger, string project, string tool, ProcoreWorkflow state, string? note);
    }
}
