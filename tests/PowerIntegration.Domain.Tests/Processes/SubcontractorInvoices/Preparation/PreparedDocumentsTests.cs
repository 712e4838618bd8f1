using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>Which documents an application becomes, and under which numbers.</summary>
public sealed class PreparedDocumentsTests
{
    private static readonly PreparedInvoice First = Facts
        .Frozen(
            Facts.Of(
                Sample.Application(
                    1,
                    0m,
                    [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 20000m, 0m, 5000m, 0m, 500m, 0m, 0m)]
                )
            )
        )
        .Invoice;

    [Fact]
    public void A_net_credit_is_a_credit_memo_with_the_number_of_the_application() =>
        Assert.Equal(["Create CreditMemo HE-40212 -900.00"], Documents(Facts.Frozen(Second(0m, 52000m, 420m, 5200m, -1000m, 400m)).Invoice));

    [Fact]
    public void Nothing_moves_and_nothing_is_sent_but_the_ledger_goes_on()
    {
        var frozen = Facts.Frozen(Second(0m, 52000m, 420m, 5200m, 0m, 500m));
        Assert.Empty(frozen.Invoice.Documents);
        Assert.DoesNotContain(frozen.Invoice.Lines, line => line.IsSent);
        Assert.Equal(2, frozen.Invoice.LastPostedNumber);
        Assert.Contains("nothing will be sent", frozen.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unmatched_contract_sends_the_coding_of_the_project_and_no_purchase_order()
    {
        var facts = Second(61350m, 0m, 6555m, 0m, 0m, 500m);
        var invoice = Facts.Frozen(facts with { Commitment = facts.Commitment with { IsMatched = false }, Links = [] }).Invoice;
        var line = invoice.LinesOf(invoice.Documents[0]).First();
        Assert.Equal("FYT-2401 2600 Subcontract", $"{line.OracleProjectNumber} {line.TaskNumber} {line.ExpenditureType}");
        Assert.Null(line.PurchaseOrderNumber);
    }

    [Fact]
    public void The_frozen_lines_read_back_as_the_ledger_that_they_leave()
    {
        var ledger = Facts.Ledger(First);
        Assert.Equal([56200m, 5000m], ledger.Lines.Select(line => line.Posted.Gross));
        Assert.Equal([52000m, 0m], ledger.Lines.Select(line => line.Posted.Stored));
        Assert.Equal([5620m, 500m], ledger.Lines.Select(line => line.Posted.Retainage.Total));
    }

    private static PreparationFacts Second(decimal work, decimal stored, decimal held, decimal heldOnStored, decimal otherWork, decimal otherHeld) =>
        Facts.After(
            First,
            Sample.Application(
                2,
                55080m,
                [
                    Sample.Line(1, 85000m, 4200m, work, stored, held, heldOnStored, 56200m),
                    Sample.Line(2, 20000m, 5000m, otherWork, 0m, otherHeld, 0m, 5000m),
                ]
            )
        );

    private static IEnumerable<string> Documents(PreparedInvoice invoice) =>
        invoice.Documents.Select(document =>
            FormattableString.Invariant($"{document.Action} {document.Kind} {document.InvoiceNumber} {document.Amount:0.00}")
        );

    // 50,000 are earned, 5,000 of them held: revenue and receivables, debits where a subcontractor's application has credits.
    [Fact]
    public void The_journals_of_an_application_to_the_owner_are_turned_around()
    {
        var facts = Facts.Of(TwoLines.First);
        var texts = Facts.Frozen(facts with { Document = facts.Document with { Type = DocumentKind.OwnerInvoice } }).Texts;
        var rows = texts.Proof.Split('\n').Select(row => row.TrimEnd()).ToList();
        var receivable = Assert.Single(rows, row => row.Contains("Receivable from the owner", StringComparison.Ordinal));
        Assert.Matches("45,000.00 +0.00$", receivable);
        Assert.DoesNotContain(rows, row => row.Contains("Payable to the vendor", StringComparison.Ordinal));
        Assert.Matches("0.00 +40,000.00$", rows.First(row => row.Contains("revenue", StringComparison.OrdinalIgnoreCase)));
        Assert.Matches("5,000.00 +0.00$", rows.First(row => row.Contains("retainage receivable", StringComparison.OrdinalIgnoreCase)));
    }
}
