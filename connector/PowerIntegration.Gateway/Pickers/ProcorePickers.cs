using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Pickers;

/// <summary>Choices that come from Procore.</summary>
internal sealed class ProcorePickers(ProcoreClient procore, IOptions<ProcoreOptions> options, TimeProvider clock)
{
    /// <summary>Projects of the company that the account may see.</summary>
    public async Task<PickerList<ProjectChoice>> ProjectsAsync(CancellationToken cancellationToken)
    {
        var address = $"rest/v1.1/projects?company_id={options.Value.CompanyId}";
        var projects = await procore.ListAsync<ProjectWire>(address, CallBudget.Start(clock, CallBudget.Operation), cancellationToken);
        return new([.. projects.Select(project => new ProjectChoice(Id(project.Id), project.Name ?? "", project.ProjectNumber))]);
    }

    /// <summary>Subcontracts of a project.</summary>
    public async Task<PickerList<CommitmentChoice>> CommitmentsAsync(string projectId, CancellationToken cancellationToken)
    {
        var address = $"rest/v1.0/work_order_contracts?project_id={Uri.EscapeDataString(projectId)}";
        var commitments = await procore.ListAsync<CommitmentWire>(address, CallBudget.Start(clock, CallBudget.Operation), cancellationToken);
        return new([
            .. commitments.Select(commitment => new CommitmentChoice(
                Id(commitment.Id),
                commitment.Number,
                commitment.Title,
                commitment.Vendor?.Company,
                commitment.Status
            )),
        ]);
    }

    private static string Id(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
