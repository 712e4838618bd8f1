using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>
/// The current state in Oracle of the invoices that a commitment has posted: one query per forty, none if nothing is posted. A question that
/// fails never counts as agreement.
/// </summary>
internal sealed class PostedInvoices(OracleInvoices oracle)
{
    private const string Preparation = CommitmentDocuments.Preparation;

    /// <summary>The differences as a document's column keeps them; null where ledger and Oracle agree.</summary>
    public async Task<string?> VariancesAsync(CommitmentView commitment, CallBudget budget, CancellationToken cancellationToken)
    {
        var rows = commitment
            .Documents.Where(row =>
                new RowView(row).Choice(DocumentTable.DocumentState) is DocumentStateChoice.Posted or DocumentStateChoice.Reversed
            )
            .Where(row => row.Contains($"{Preparation}.{PreparationTable.VendorName}"))
            .OrderBy(row => new RowView(row).Instant(DocumentTable.PostedOn))
            .ToList();
        var expected = OracleVariances.Expected([.. rows.Select(Posting)]);
        if (expected.Count == 0)
        {
            return null;
        }

        var preparations = rows.Select(row => new RowView(row, Preparation)).ToList();
        var search = new InvoiceSearch(
            [.. expected.Keys.Order(StringComparer.Ordinal)],
            [.. preparations.Select(row => row.RequiredText(PreparationTable.VendorName)).Append(commitment.VendorName).OfType<string>().Distinct()],
            [.. preparations.Select(row => row.RequiredText(PreparationTable.BusinessUnit)).Distinct()]
        );
        var shown = await oracle.HeadersAsync(search, budget, cancellationToken);
        return OracleVariancesText.Write(OracleVariances.Between(expected, shown.Select(Shown)));
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
            fields.Text("invoice number", invoice.InvoiceNumber),
            fields.Amount("invoice amount", invoice.InvoiceAmount),
            invoice.ValidationStatus == OracleInvoices.Canceled
        );
        return fields.Problems.Count == 0
            ? shown
            : throw new IntegrationException(
                ProblemCatalog.OracleAnswerUnreadable,
                $"Oracle invoice '{invoice.InvoiceNumber}' (ID {invoice.InvoiceId}) cannot be compared with the posted document: "
                    + $"{string.Join(" ", fields.Problems)}"
            );
    }
}
