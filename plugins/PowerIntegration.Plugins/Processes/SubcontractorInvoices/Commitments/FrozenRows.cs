using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>Reads what a preparation froze, and checks that it still is what was frozen.</summary>
internal static class FrozenRows
{
    private static readonly string[] Columns = [PreparationTable.Name, PreparationTable.Content, PreparationTable.ContentHash];

    /// <summary>The document's current preparation; null where it has none, or where it is not what was frozen.</summary>
    public static PreparedInvoice? Read(IOrganizationService service, CommitmentSnapshot snapshot, out Refusal? refusal)
    {
        refusal = null;
        return snapshot.Summary.PreparationId is { } id ? Read(service, snapshot, id, out refusal) : null;
    }

    /// <summary>A preparation of the commitment; null where it is not what was frozen.</summary>
    public static PreparedInvoice? Read(IOrganizationService service, CommitmentSnapshot snapshot, Guid preparationId, out Refusal? refusal) =>
        Read(snapshot, new RowView(service.Retrieve(PreparationTable.LogicalName, preparationId, new ColumnSet(Columns))), out refusal);

    /// <summary>The document's current preparation with its texts; null where it has none, or where it is not what was frozen.</summary>
    public static FrozenPreparation? ReadWithTexts(IOrganizationService service, CommitmentSnapshot snapshot)
    {
        if (snapshot.Summary.PreparationId is not { } preparationId)
        {
            return null;
        }

        var columns = new ColumnSet([.. Columns, PreparationTable.Certificate, PreparationTable.Proof, PreparationTable.Summary]);
        var row = new RowView(service.Retrieve(PreparationTable.LogicalName, preparationId, columns));
        return Read(snapshot, row, out _) is { } invoice
            ? new FrozenPreparation(
                invoice,
                new PreparationTexts(
                    row.Text(PreparationTable.Certificate) ?? "",
                    row.Text(PreparationTable.Proof) ?? "",
                    row.Text(PreparationTable.Summary) ?? ""
                )
            )
            : null;
    }

    private static PreparedInvoice? Read(CommitmentSnapshot snapshot, RowView row, out Refusal? refusal) =>
        PreparedInvoiceContent.Read(
            $"Commitment {snapshot.Commitment.Text(CommitmentTable.Number)}, preparation {row.Text(PreparationTable.Name)}",
            row.Text(PreparationTable.Content),
            row.Text(PreparationTable.ContentHash),
            out refusal
        );
}
