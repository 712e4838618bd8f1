using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>What Procore said as one document row with its line rows: one request, one transaction.</summary>
internal static class SourceDocumentRow
{
    /// <summary>The row to create.</summary>
    public static Entity Of(SourceInvoice invoice, CommitmentView commitment, string key, int revision)
    {
        var row = new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Name] = $"{commitment.Number} application {invoice.ApplicationNumber}" + (revision == 1 ? "" : $", revision {revision}"),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, commitment.Id),
        };
        SourceInvoiceRows.Write(row, invoice);
        SourceInvoiceRows.WriteLines(row, invoice, key);
        return row;
    }
}
