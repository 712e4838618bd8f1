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
    public async Task<bool> HasInstanceAsync(
        string projectId,
        string tool,
        bool isActive,
        CallBudget budget,
        CancellationToken cancellationToken
    ) => (await procore.DataAsync<WorkflowInstanceWire>(Instances(projectId, tool, isActive), 1, budget, cancellationToken)).Count > 0;

    private string Workflows(string projectId) => $"{Company}/projects/{Uri.EscapeDataString(projectId)}/workflows";

    private string Instances(string projectId, string tool, bool isActive) =>
        $"{Workflows(projectId)}/instances?filters[tool_type]={Uri.EscapeDataString(tool)}" + (isActive ? "&filters[active]=true" : "");
}
