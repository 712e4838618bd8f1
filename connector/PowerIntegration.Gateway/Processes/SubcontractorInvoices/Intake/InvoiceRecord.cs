using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>One invoice as Procore showed it, its commitment, and what the commitment's documents say.</summary>
internal sealed class InvoiceRecord(
    SourceInvoice invoice,
    InvoiceReads reads,
    SourceProject project,
    CommitmentDocuments documents,
    PostedInvoices posted
) : ISourceRecord
{
    private CommitmentView? commitment;

    public string Hash { get; } = SourceHash.Of(invoice);

    public DateTimeOffset? UpdatedOn => reads.Invoice.UpdatedAt;

    public IReadOnlyList<SourceFile> Files { get; } = SourceFiles.Of(reads.Invoice.Attachments);

    public MissingRecords? Missing =>
        View.MissingBefore(invoice.ApplicationNumber) is { Count: > 0 } numbers
            ? new MissingRecords(ProcoreInvoices.InvoicesOf(project.ProcoreId, View.ProcoreId), row => IsOneOf(numbers, row))
            : null;

    private CommitmentView View => commitment ?? throw new InvalidOperationException("The commitment is read before it is used.");

    public async Task<Entity?> NewestAsync(CancellationToken cancellationToken)
    {
        var fields = new InvoiceFields($"Subcontractor invoice {invoice.ProcoreId}");
        commitment = await documents.ReadAsync(invoice.ProcoreId, fields.RequiredId("the commitment", reads.Invoice.CommitmentId), cancellationToken);
        return commitment.NewestOf(invoice.ProcoreId);
    }

    public async Task<RecordNotes> NotesAsync(CallBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            var variances = await posted.VariancesAsync(View, budget, cancellationToken);
            return new RecordNotes(
                new Dictionary<string, object?> { [DocumentTable.OracleVariances] = variances, [DocumentTable.OracleNotRead] = null },
                null
            );
        }
        catch (IntegrationException unasked)
        {
            return new RecordNotes(new Dictionary<string, object?> { [DocumentTable.OracleNotRead] = unasked.Message }, unasked.Message);
        }
    }

    public Entity Row(string key, int revision) => SourceDocumentRow.Of(invoice, View, key, revision);

    private static bool IsOneOf(IReadOnlySet<int> numbers, JsonElement row) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty("number", out var number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt32(out var value)
        && numbers.Contains(value);
}
