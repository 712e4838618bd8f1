using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>An application as rows that are stored one by one.</summary>
internal static class SourceRows
{
    public static Entity Document(
        SourceInvoice invoice,
        int revision,
        string key,
        Guid environment,
        Guid project,
        Guid commitment,
        int type = DocumentTypeChoice.SubcontractorInvoice
    )
    {
        var row = new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = key,
            [DocumentTable.Name] = $"Application {invoice.ApplicationNumber}",
            [DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, environment),
            [DocumentTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project),
            [DocumentTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, commitment),
            [DocumentTable.DocumentType] = new OptionSetValue(type),
            [DocumentTable.Revision] = revision,
            [DocumentTable.SourceHash] = SourceHash.Of(invoice),
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received),
        };
        SourceInvoiceRows.Write(row, invoice);
        return row;
    }

    public static Entity Line(SourceInvoiceLine line, string documentKey, Guid documentId)
    {
        var row = SourceInvoiceRows.Write(line, documentKey);
        row[SourceLineTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, documentId);
        return row;
    }
}
