using Microsoft.AspNetCore.WebUtilities;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;

/// <summary>Procore's subcontractor invoices, on the wire <c>requisitions</c>.</summary>
internal sealed class ProcoreInvoices(ProcoreClient procore)
{
    /// <summary>Invoices of a project changed in a span of time, page by page; instants are UTC.</summary>
    public IAsyncEnumerable<IReadOnlyList<ChangedRequisitionWire>> ChangedAsync(
        string projectId,
        DateTimeOffset from,
        DateTimeOffset to,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var address = QueryHelpers.AddQueryString(
            "rest/v1.1/requisitions",
            new Dictionary<string, string?> { ["project_id"] = projectId, ["filters[updated_at]"] = $"{Instant(from)}...{Instant(to)}" }
        );
        return procore.PagesAsync<ChangedRequisitionWire>(address, budget, cancellationToken);
    }

    /// <summary>
    /// Everything about one invoice. Four reads, because no single one has it all: the requisition has the certificate and the lines, the detail has
    /// the retainage held to date, the change history has who approved and when, the WBS codes have the segments of each line's coding.
    /// </summary>
    public async Task<InvoiceReads> ReadAsync(string projectId, string requisitionId, CallBudget budget, CancellationToken cancellationToken)
    {
        var project = $"?project_id={Uri.EscapeDataString(projectId)}";
        var id = Uri.EscapeDataString(requisitionId);
        var invoice =
            await procore.FindAsync<RequisitionWire>($"rest/v1.1/requisitions/{id}{project}", budget, cancellationToken)
            ?? throw new IntegrationException(
                ProblemCatalog.InvoiceUnknown,
                $"Procore has no subcontractor invoice {requisitionId} in project {projectId}, or does not show it to this account. "
                    + "Look whether it was deleted, and whether the account may read the project's commitments."
            );
        return new InvoiceReads(
            requisitionId,
            invoice,
            await RequireAsync<List<RequisitionDetailWire>>($"rest/v1.0/requisitions/{id}/detail{project}", budget, cancellationToken),
            await RequireAsync<List<ChangeHistoryWire>>($"rest/v1.0/requisitions/{id}/change_histories{project}", budget, cancellationToken),
            await procore.ListAsync<WbsCodeWire>(
                $"rest/v1.0/projects/{Uri.EscapeDataString(projectId)}/work_breakdown_structure/wbs_codes",
                budget,
                cancellationToken
            )
        );
    }

    private async Task<T> RequireAsync<T>(string address, CallBudget budget, CancellationToken cancellationToken)
        where T : class =>
        await procore.FindAsync<T>(address, budget, cancellationToken)
        ?? throw new IntegrationException(ProblemCatalog.InvoiceUnknown, $"Procore has no {address}, or does not show it to this account.");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
