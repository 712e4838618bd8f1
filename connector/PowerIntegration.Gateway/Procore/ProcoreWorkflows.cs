using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Procore;

/// <summary>Procore's workflows: what is configured for a project, and the workflows of its records.</summary>
internal sealed class ProcoreWorkflows(ProcoreClient procore, IOptions<ProcoreOptions> options)
{
    // More workflows of one record, or configured for one tool, are a list that does not end.
    private const int PagesMax = 10;

    private string Company => $"rest/v2.0/companies/{Uri.EscapeDataString(options.Value.CompanyId)}";

    /// <summary>Whether records of the tool can have workflows in a project at all.</summary>
    public async Task<bool> HasToolAsync(string tool, CallBudget budget, CancellationToken cancellationToken)
    {
        var tools = await procore.FindDataAsync<List<WorkflowToolWire?>>($"{Company}/workflows/tools", budget, cancellationToken);
        return tools?.Exists(known => known?.Type == tool && known.Provider == "Project") == true;
    }

    /// <summary>The workflows that are configured for the records of the tool in a project.</summary>
    public Task<IReadOnlyList<WorkflowPresetWire>> PresetsAsync(
        string projectId,
        string tool,
        CallBudget budget,
        CancellationToken cancellationToken
    ) =>
        procore.DataAsync<WorkflowPresetWire>(
            $"{Workflows(projectId)}/presets?filters[tool_type]={Uri.EscapeDataString(tool)}",
            PagesMax,
            budget,
            cancellationToken
        );

    /// <summary>Whether any record of the tool in a project has an active workflow, or any at all.</summary>
    public async Task<bool> HasInstanceAsync(string projectId, string tool, bool isActive, CallBudget budget, CancellationToken cancellationToken) =>
        (await procore.DataAsync<WorkflowInstanceWire>(Instances(projectId, tool, isActive), 1, budget, cancellationToken)).Count > 0;

    /// <summary>All workflows of one record, also those that ended.</summary>
    public Task<IReadOnlyList<WorkflowInstanceWire>> OfRecordAsync(
        string projectId,
        string tool,
        string recordId,
        CallBudget budget,
        CancellationToken cancellationToken
    ) =>
        procore.DataAsync<WorkflowInstanceWire>(
            $"{Instances(projectId, tool, isActive: false)}&filters[item_id]={Uri.EscapeDataString(recordId)}",
            PagesMax,
            budget,
            cancellationToken
        );

    /// <summary>A workflow with its current step; null where Procore does not show it.</summary>
    public Task<WorkflowInstanceWire?> FindAsync(string projectId, string id, CallBudget budget, CancellationToken cancellationToken) =>
        procore.FindDataAsync<WorkflowInstanceWire>(Instance(projectId, id), budget, cancellationToken);

    /// <summary>What happened in a workflow; empty where Procore does not show it.</summary>
    public async Task<IReadOnlyList<WorkflowPastStepWire>> HistoryAsync(
        string projectId,
        string id,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var history = await procore.FindDataAsync<WorkflowHistoryWire>(Instance(projectId, id) + "/history", budget, cancellationToken);
        return [.. (history?.History ?? []).Select(past => past?.Details).OfType<WorkflowPastStepWire>()];
    }

    /// <summary>Answers the current step of a workflow as the integration account.</summary>
    public Task<WriteAnswer> RespondAsync(
        string projectId,
        string id,
        string stepOccurrenceId,
        string optionId,
        string comment,
        CallBudget budget,
        CancellationToken cancellationToken
    ) =>
        procore.PostAsync(
            Instance(projectId, id) + "/responses",
            new
            {
                Response = new
                {
                    CurrentStepOccurrenceId = stepOccurrenceId,
                    SelectedResponseOptionId = optionId,
                    Comment = comment,
                    Attachments = new { },
                },
            },
            budget,
            cancellationToken
        );

    private string Instance(string projectId, string id) => $"{Workflows(projectId)}/instances/{Uri.EscapeDataString(id)}";

    private string Workflows(string projectId) => $"{Company}/projects/{Uri.EscapeDataString(projectId)}/workflows";

    private string Instances(string projectId, string tool, bool isActive) =>
        $"{Workflows(projectId)}/instances?filters[tool_type]={Uri.EscapeDataString(tool)}" + (isActive ? "&filters[active]=true" : "");
}
