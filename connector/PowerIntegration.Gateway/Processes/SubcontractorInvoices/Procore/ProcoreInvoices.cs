using Microsoft.AspNetCore.WebUtilities;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;

/// <summary>Procore's subcontractor invoices, on the wire <c>requisitions</c>.</summary>
internal sealed class ProcoreInvoices(ProcoreClient procore)
{
    private const string List = "rest/v1.1/requisitions";

    /// <summary>List of the invoices of a project that changed in a span of time.</summary>
    public static string ChangesOf(string projectId, DateTimeOffset from, DateTimeOffset to) =>
        QueryHelpers.AddQueryString(
            List,
            new Dictionary<string, string?> { ["project_id"] = projectId, ["filters[updated_at]"] = $"{Instant(from)}...{Instant(to)}" }
        );

    /// <summary>List of the invoices of a commitment.</summary>
    public static string InvoicesOf(string projectId, string commitmentId) =>
        QueryHelpers.AddQueryString(List, new Dictionary<string, string?> { ["project_id"] = projectId, ["filters[commitment_id]"] = commitmentId });

    /// <summary>
    /// Everything about one invoice. Three reads, because no single one has it all: the requisition has the certificate and the lines, the detail has
    /// the retainage held to date, the change history has who approved and when.
    /// </summary>
    public async Task<InvoiceReads> ReadAsync(string projectId, string requisitionId, CallBudget budget, CancellationToken cancellationToken)
    {
        var project = $"?project_id={Uri.EscapeDataString(projectId)}";
        var id = Uri.EscapeDataString(requisitionId);
        var invoice =
            await procore.FindAsync<RequisitionWire>($"{List}/{id}{project}", budget, cancellationToken)
            ?? throw new IntegrationException(
                ProblemCatalog.InvoiceUnknown,
                $"Procore has no subcontractor invoice {requisitionId} in project {projectId}, or does not show it to this account. "
                    + "Check in Procore whether it was deleted, and whether the account may read the project's commitments."
            );
        var reads = new InvoiceReads(
            requisitionId,
            invoice,
            await RequireAsync<List<RequisitionDetailWire>>($"rest/v1.0/requisitions/{id}/detail{project}", budget, cancellationToken),
            await RequireAsync<List<ChangeHistoryWire>>($"rest/v1.0/requisitions/{id}/change_histories{project}", budget, cancellationToken)
        );
        if (invoice.Id?.ToString(CultureInfo.InvariantCulture) != requisitionId)
        {
            throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore answers with id {invoice.Id?.ToString(CultureInfo.InvariantCulture) ?? "null"} for subcontractor invoice {requisitionId}. "
                    + "Report it to Procore's support."
            );
        }

        RequireWhole(requisitionId, "items", invoice.Items ?? []);
        RequireWhole(requisitionId, "detail", reads.Detail);
        RequireWhole(requisitionId, "change_histories", reads.History);
        return reads;
    }

    // A row that is null says nothing about its line, not that the line has nothing.
    private static void RequireWhole<T>(string requisitionId, string field, IReadOnlyList<T?> rows)
        where T : class
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index] is null)
            {
                throw new IntegrationException(
                    ProblemCatalog.FieldUnreadable,
                    $"Subcontractor invoice {requisitionId}: {field}[{index}] is null in Procore's answer. "
                        + "Open the invoice in Procore and save it again."
                );
            }
        }
    }

    private async Task<T> RequireAsync<T>(string address, CallBudget budget, CancellationToken cancellationToken)
        where T : class =>
        await procore.FindAsync<T>(address, budget, cancellationToken)
        ?? throw new IntegrationException(ProblemCatalog.InvoiceUnknown, $"Procore has no {address}, or does not show it to this account.");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
