using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>
/// What a contract has posted, and what Oracle shows of it now: one question to Dataverse, one to Oracle for every forty invoices, none where nothing
/// is posted. A question that fails fails the reading; it never counts as agreement.
/// </summary>
internal sealed class PostedInvoices(IDataverseStore store, OracleInvoices oracle)
{
    private const string Preparation = "preparation";

    /// <summary>The differences as a document's column keeps them; null where ledger and Oracle agree.</summary>
    public async Task<string?> VariancesAsync(Entity contract, CallBudget budget, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(contract.Id, cancellationToken);
        var expected = OracleVariances.Expected([.. rows.Select(Posting)]);
        if (expected.Count == 0)
        {
            return null;
        }

        var preparations = rows.Select(row => new RowView(row, Preparation)).ToList();
        var search = new InvoiceSearch(
            [.. expected.Keys.Order(StringComparer.Ordinal)],
            [
                .. preparations
                    .Select(row => row.RequiredText(PreparationTable.VendorName))
                    .Append(contract.GetAttributeValue<string>(CommitmentTable.VendorName))
                    .Distinct(),
            ],
            [.. preparations.Select(row => row.RequiredText(PreparationTable.BusinessUnit)).Distinct()]
        );
        var shown = await oracle.HeadersAsync(search, budget, cancellationToken);
        return OracleVariancesText.Write(OracleVariances.Between(expected, shown.Select(Shown)));
    }

    private async Task<IReadOnlyList<Entity>> RowsAsync(Guid commitmentId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(DocumentTable.DocumentState, DocumentTable.Decisions, DocumentTable.PostedOn),
        };
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, DocumentStateChoice.Posted, DocumentStateChoice.Reversed);
        query.AddOrder(DocumentTable.PostedOn, OrderType.Ascending);
        var preparation = query.AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id);
        preparation.EntityAlias = Preparation;
        preparation.Columns = new ColumnSet(PreparationTable.OracleDocuments, PreparationTable.VendorName, PreparationTable.BusinessUnit);
        return await store.ListAsync(query, cancellationToken);
    }

    private static PostedPreparation Posting(Entity row) =>
        new()
        {
            IsReversed = new RowView(row).Choice(DocumentTable.DocumentState) == DocumentStateChoice.Reversed,
            Documents = PayablesInvoicesText.Read(new RowView(row, Preparation).Text(PreparationTable.OracleDocuments)),
            Accepted = DecisionsText.Accepted(new RowView(row).Text(DocumentTable.Decisions)),
        };

    private static ShownInvoice Shown(OracleInvoiceWire invoice)
    {
        var fields = new FieldReader();
        var shown = new ShownInvoice(
            fields.Text("InvoiceNumber", invoice.InvoiceNumber),
            fields.Amount("InvoiceAmount", invoice.InvoiceAmount),
            invoice.ValidationStatus == OracleInvoices.Canceled
        );
        return fields.Problems.Count == 0
            ? shown
            : throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle's invoice {invoice.InvoiceId} ('{invoice.InvoiceNumber}') cannot be compared with what was posted: "
                    + $"{string.Join(" ", fields.Problems)}"
            );
    }
}
