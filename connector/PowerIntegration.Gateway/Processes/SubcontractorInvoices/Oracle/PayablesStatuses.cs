using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Statuses;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>The statuses of posted invoices in Oracle Payables.</summary>
internal sealed class PayablesStatuses(OracleInvoices oracle) : IFollowedRecords
{
    public bool Takes(DocumentKind kind) => kind != DocumentKind.OwnerInvoice;

    public async Task<IReadOnlyList<TargetStatus>> StatusesAsync(
        IReadOnlyDictionary<string, Guid> records,
        CallBudget budget,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await oracle.StatusesAsync([.. records.Keys], budget, cancellationToken))
                .Where(invoice => invoice.InvoiceId is not null && records.ContainsKey(invoice.InvoiceId))
                .Select(invoice => new TargetStatus(
                    records[invoice.InvoiceId!],
                    Plain(invoice.ValidationStatus),
                    Plain(invoice.ApprovalStatus),
                    Plain(invoice.PaidStatus)
                )),
        ];

    // A status is a word; what separates statuses in the report is not part of one.
    private static string Plain(string? status) => (status ?? "").Replace('|', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
