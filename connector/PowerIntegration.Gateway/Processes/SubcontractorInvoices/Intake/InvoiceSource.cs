using Microsoft.Extensions.Options;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>Subcontractor invoices of Procore, for which it has no webhook.</summary>
internal sealed class InvoiceSource(
    ProcoreInvoices invoices,
    WbsCodes codes,
    CommitmentDocuments documents,
    PostedInvoices posted,
    ProcoreAccount account,
    ProcoreClient procore,
    IOptions<ProcoreOptions> options
) : ISource
{
    public PolledRecords Records { get; } =
        new(DocumentKind.SubcontractorInvoice, RecordTypeChoice.SubcontractorInvoice, "Subcontractor invoice", "Subcontractor invoices");

    public bool NeedsCodes => true;

    public string? WorkflowTool => options.Value.InvoiceWorkflowTool;

    public ProblemKind Unknown => ProblemCatalog.InvoiceUnknown;

    public IReadOnlyList<string> ShownFields { get; } =
    [
        "status",
        "number",
        "invoice_number",
        "billing_date",
        "requisition_start",
        "requisition_end",
        "final",
        "total_claimed_amount",
        "summary",
        "items",
    ];

    public string ChangesOf(string projectId, DateTimeOffset from, DateTimeOffset to) => ProcoreInvoices.ChangesOf(projectId, from, to);

    public string AllOf(string projectId) => ProcoreInvoices.AllOf(projectId);

    public async Task<ISourceRecord> ReadAsync(InboundRecord inbound, CallBudget budget, CancellationToken cancellationToken)
    {
        var reads = await invoices.ReadAsync(inbound.Home.ProcoreId, inbound.Record, budget, cancellationToken);
        return new InvoiceRecord(await MergeAsync(inbound.Home, reads, budget, cancellationToken), reads, inbound.Home, documents, posted);
    }

    public async Task<string> HashAsync(SourceProject project, string recordId, CallBudget budget, CancellationToken cancellationToken)
    {
        var reads = await invoices.ReadAsync(project.ProcoreId, recordId, budget, cancellationToken);
        return SourceHash.Of(await MergeAsync(project, reads, budget, cancellationToken));
    }

    private async Task<SourceInvoice> MergeAsync(SourceProject project, InvoiceReads reads, CallBudget budget, CancellationToken cancellationToken)
    {
        var lines = await codes.OfAsync(project, reads.CodeIds, budget, cancellationToken);
        var own = reads.NamesWhoDecided ? await account.IdAsync(procore, budget, cancellationToken) : null;
        return InvoiceMerge.Merge(reads, lines, own);
    }

    public Task<IReadOnlyList<SourceFile>> FilesAsync(string projectId, string recordId, CallBudget budget, CancellationToken cancellationToken) =>
        invoices.FilesAsync(projectId, recordId, budget, cancellationToken);
}
