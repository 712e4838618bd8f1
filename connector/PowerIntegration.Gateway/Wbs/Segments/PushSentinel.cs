using Microsoft.Extensions.Options;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>
/// Asks each side which environment it is before a run writes to Procore: a copy of an environment, or a test system that was refreshed, has the ids
/// of other records.
/// </summary>
internal sealed class PushSentinel(
    EnvironmentPin pin,
    ProcoreClient procore,
    OracleProjects oracle,
    IOptions<ProcoreOptions> options,
    IOptions<OracleOptions> oracleOptions
)
{
    /// <summary>Stops a run that would write to another environment.</summary>
    /// <exception cref="IntegrationException">One side is not the one that the run was started for.</exception>
    public async Task RequireAsync(RunRow run, Entity project, CallBudget budget, CancellationToken cancellationToken)
    {
        await pin.RequireAsync(cancellationToken);
        var row = new RowView(project);
        RequireGeneration(run, row);
        RequireOracleHost();
        await RequireCompanyAsync(budget, cancellationToken);
        await RequireProjectAsync(row.RequiredText(ProjectTable.ProcoreId), row.Flag(ProjectTable.IsTemplate), budget, cancellationToken);
        await oracle.FindAsync(row.RequiredText(ProjectTable.OracleProjectNumber), budget, cancellationToken);
    }

    private void RequireGeneration(RunRow run, RowView project)
    {
        if (project.RequiredReference(ProjectTable.EnvironmentId) != pin.Environment.Id)
        {
            throw Mismatch($"Project {project.Text(ProjectTable.Name)} belongs to another environment. Start the run in its environment.");
        }

        if (!SyncKey.IsOf(run.Key, pin.Scope))
        {
            throw Mismatch(
                $"The run was started before environment '{pin.Key}' became generation {pin.Scope.Generation}. Start a new run for a project of this "
                    + "generation."
            );
        }

        if (!SyncKey.IsOf(project.RequiredText(ProjectTable.Key), pin.Scope))
        {
            throw Mismatch(
                $"Project {project.Text(ProjectTable.Name)} was entered before environment '{pin.Key}' became generation {pin.Scope.Generation}, so "
                    + "its Procore ID may belong to another project. Enter the project again."
            );
        }
    }

    // The pin compares the pod of the row with the setting; the address is what is read. The local Oracle of the sandbox has no name.
    private void RequireOracleHost()
    {
        var host = oracleOptions.Value.BaseUrl!;
        var pod = oracleOptions.Value.Pod;
        if (!host.IsLoopback && host.Host != pod && !host.Host.StartsWith(pod + ".", StringComparison.OrdinalIgnoreCase))
        {
            throw Mismatch(
                $"Environment '{pin.Key}' names the Oracle pod '{pod}', but this gateway reads from '{host.Host}'. Ask the integration "
                    + "administrator to correct the address or the pod."
            );
        }
    }

    private async Task RequireCompanyAsync(CallBudget budget, CancellationToken cancellationToken)
    {
        var company = options.Value.CompanyId;
        var seen = await procore.LongListAsync<CompanyWire?>("rest/v1.0/companies", budget, cancellationToken);
        if (!seen.Exists(one => Text(one?.Id) == company))
        {
            throw Mismatch(
                $"Procore does not show company {company} of environment '{pin.Key}' to the integration account. Ask the integration administrator "
                    + "to check the Procore connection."
            );
        }
    }

    private async Task RequireProjectAsync(string id, bool isTemplate, CallBudget budget, CancellationToken cancellationToken)
    {
        var company = options.Value.CompanyId;
        var address = $"rest/v1.1/projects?company_id={Uri.EscapeDataString(company)}&filters[id]={Uri.EscapeDataString(id)}";
        address += isTemplate ? "&filters[template]=true" : "";
        var seen = await procore.LongListAsync<ListedProjectWire?>(address, budget, cancellationToken);
        var project = seen.Find(one => Text(one?.Id) == id);
        if (project is null || (project.Company?.Id is { } owner && Text(owner) != company))
        {
            throw Mismatch(
                $"Procore does not show project {(isTemplate ? "template " : "")}{id} in company {company}. Check the Procore ID of the project and "
                    + "whether it is a project template, or ask the Procore administrator to give the integration account access to it."
            );
        }
    }

    private static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    private static IntegrationException Mismatch(string sentence) => new(ProblemCatalog.EnvironmentMismatch, sentence);
}
