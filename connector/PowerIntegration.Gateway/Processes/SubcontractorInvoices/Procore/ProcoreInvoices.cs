using Microsoft.AspNetCore.WebUtilities;
using PowerIntegration.Gateway.Intake;
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

    /// <summary>List of all invoices of a project.</summary>
    public static string AllOf(string projectId) => QueryHelpers.AddQueryString(List, new Dictionary<string, string?> { ["project_id"] = projectId });

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
                $"Subcontractor invoice {requisitionId} was not found in Procore project {projectId}. Check in Procore if it was deleted. "
                    + "If not, ask the Procore administrator to give the integration account access to the project's commitments."
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
                $"Procore returned invoice {invoice.Id?.ToString(CultureInfo.InvariantCulture) ?? "(none)"} instead of {requisitionId}. "
                    + "Contact Procore support."
            );
        }

        RequireWhole(requisitionId, "the items", invoice.Items ?? []);
        RequireWhole(requisitionId, "the details", reads.Detail);
        RequireWhole(requisitionId, "the approval history", reads.History);
        return reads;
    }

    /// <summary>The files of an invoice with links that work now.</summary>
    public async Task<IReadOnlyList<SourceFile>> FilesAsync(
        string projectId,
        string requisitionId,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var address = $"{List}/{Uri.EscapeDataString(requisitionId)}?project_id={Uri.EscapeDataString(projectId)}";
        var files = (await RequireAsync<RequisitionFilesWire>(address, budget, cancellationToken)).Attachments;

        // A list that is not there does not say that every file was removed.
        return files is { ValueKind: System.Text.Json.JsonValueKind.Array }
            ? SourceFiles.Of(files)
            : throw new IntegrationException(
                ProblemCatalog.FieldUnreadable,
                $"Procore did not list the files of subcontractor invoice {requisitionId}. They will be asked for again automatically."
            );
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
                    $"Subcontractor invoice {requisitionId}: entry {index + 1} of {field} is empty. "
                        + "Open the invoice in Procore and save it again."
                );
            }
        }
    }

    private async Task<T> RequireAsync<T>(string address, CallBudget budget, CancellationToken cancellationToken)
        where T : class =>
        await procore.FindAsync<T>(address, budget, cancellationToken)
        ?? throw new IntegrationException(
            ProblemCatalog.InvoiceUnknown,
            $"Procore did not return {RecordWords.Of(address)}. Check in Procore if the invoice was deleted."
        );

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
