using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>Reads what a preparation froze.</summary>
internal static class FrozenRows
{
    private const string PreparationAlias = "preparation";

    /// <summary>The document's current preparation; null where it has none.</summary>
    public static PreparedInvoice? Read(IOrganizationService service, CommitmentSnapshot snapshot) =>
        snapshot.Standing.PreparationId is { } preparationId ? Read(service, preparationId) : null;

    /// <summary>Lines with their preparation joined: a preparation has at least one line, so one request finds both.</summary>
    public static PreparedInvoice? Read(IOrganizationService service, Guid preparationId)
    {
        var query = Rows.Of(DocumentLineTable.LogicalName, PreparedInvoiceRows.LineColumns);
        query.Criteria.AddCondition(DocumentLineTable.PreparationId, ConditionOperator.Equal, preparationId);
        query
            .AddLink(PreparationTable.LogicalName, DocumentLineTable.PreparationId, PreparationTable.Id)
            .Join(PreparationAlias, PreparedInvoiceRows.PreparationColumns);
        var lines = Rows.All(service, query);
        return lines.Count == 0 ? null : PreparedInvoiceRows.Read(new RowView(lines[0], PreparationAlias), lines);
    }

    /// <summary>
    /// The document's current preparation with its texts; null where it has none. The texts come alone: joined, they would come once for every line.
    /// </summary>
    public static FrozenPreparation? ReadWithTexts(IOrganizationService service, CommitmentSnapshot snapshot)
    {
        if (Read(service, snapshot) is not { } invoice)
        {
            return null;
        }

        var columns = new ColumnSet(PreparationTable.Certificate, PreparationTable.Proof, PreparationTable.Summary);
        var row = new RowView(service.Retrieve(PreparationTable.LogicalName, snapshot.Standing.PreparationId!.Value, columns));
        return new FrozenPreparation(
            invoice,
            new PreparationTexts(
                row.Text(PreparationTable.Certificate) ?? "",
                row.Text(PreparationTable.Proof) ?? "",
                row.Text(PreparationTable.Summary) ?? ""
            )
        );
    }
}
