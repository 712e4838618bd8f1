using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Variances;

/// <summary>What counts as posted on a commitment, and what Oracle shows of it.</summary>
public sealed class OracleVariancesTests
{
    private static readonly PostedPreparation First = Posting(Create("HE-1", 45000.00m));
    private static readonly PostedPreparation Second = Posting(Create("HE-2", 18000.00m), Create("HE-2-R", 500.00m));

    [Fact]
    public void Where_Oracle_shows_every_invoice_as_posted_nothing_differs() =>
        Assert.Empty(Between([First, Second], Shown("HE-2-R", 500m), Shown("HE-1", 45000m), Shown("HE-2", 18000.0m)));

    [Fact]
    public void Cancelled_changed_and_missing_invoices_differ_each_by_its_number() =>
        Assert.Equal(
            [
                new OracleVariance("HE-1", 45000m, 0m, InvoiceStatus.Cancelled),
                new OracleVariance("HE-2", 18000m, 17999.99m, InvoiceStatus.Present),
                new OracleVariance("HE-2-R", 500m, 0m, InvoiceStatus.Missing),
            ],
            Between([First, Second], Shown("HE-2", 17999.99m), new ShownInvoice("HE-1", 45000m, IsCancelled: true))
        );

    [Fact]
    public void An_invoice_of_somebody_else_is_none_of_ours() => Assert.Empty(Between([First], Shown("HE-1", 45000m), Shown("HE-9", 1m)));

    [Fact]
    public void What_a_reversal_of_ours_cancelled_is_expected_to_be_cancelled()
    {
        var reversal = Posting(new PayablesInvoice(1, PayablesAction.Cancel, BillingDocumentKind.StandardInvoice, 45000m, "HE-1"));
        Assert.Empty(Between([First with { IsReversed = true }, reversal], new ShownInvoice("HE-1", 0m, IsCancelled: true)));
    }

    [Fact]
    public void What_a_reversal_of_ours_credited_stands_beside_its_credit()
    {
        var reversal = Posting(new PayablesInvoice(1, PayablesAction.Create, BillingDocumentKind.CreditMemo, -45000m, "HE-1-V"));
        PostedPreparation[] postings = [First with { IsReversed = true }, reversal];
        Assert.Empty(Between(postings, Shown("HE-1", 45000m), Shown("HE-1-V", -45000m)));
        Assert.Equal(
            ["HE-1-V"],
            Between(postings, Shown("HE-1", 45000m), new ShownInvoice("HE-1-V", 0m, IsCancelled: true)).Select(variance => variance.InvoiceNumber)
        );
    }

    [Fact]
    public void What_a_controller_accepted_counts_from_then_on()
    {
        var accepting = Second with { Accepted = [new OracleVariance("HE-1", 45000m, 40000m, InvoiceStatus.Present)] };
        Assert.Empty(Between([First, accepting], Shown("HE-1", 40000m), Shown("HE-2", 18000m), Shown("HE-2-R", 500m)));

        // Back at the posted amount it differs from what the second application was billed from.
        var back = Assert.Single(Between([First, accepting], Shown("HE-1", 45000m), Shown("HE-2", 18000m), Shown("HE-2-R", 500m)));
        Assert.Equal((40000m, 45000m), (back.Posted, back.Shown));
    }

    [Fact]
    public void An_accepted_cancellation_stays_accepted_also_where_the_invoice_is_no_longer_found()
    {
        var accepting = Second with { Accepted = [new OracleVariance("HE-1", 45000m, 0m, InvoiceStatus.Cancelled)] };
        Assert.Empty(Between([First, accepting], Shown("HE-2", 18000m), Shown("HE-2-R", 500m)));
    }

    [Fact]
    public void With_the_document_that_accepted_it_a_variance_is_open_again()
    {
        var accepting = Second with { IsReversed = true, Accepted = [new OracleVariance("HE-1", 45000m, 40000m, InvoiceStatus.Present)] };
        var cancellation = Posting([.. Second.Documents.Select(document => document with { Action = PayablesAction.Cancel })]);
        var open = Assert.Single(Between([First, accepting, cancellation], Shown("HE-1", 40000m)));
        Assert.Equal((45000m, 40000m), (open.Posted, open.Shown));
    }

    [Fact]
    public void The_text_of_a_column_is_read_back_as_it_was_written()
    {
        OracleVariance[] variances =
        [
            new("HE|1, of 2", 45000.00m, -0.01m, InvoiceStatus.Present),
            new("HE-2", 1m, 0m, InvoiceStatus.Missing),
            new("HE-3", 1m, 0m, InvoiceStatus.Cancelled),
        ];
        Assert.Equal(variances, OracleVariancesText.Read(OracleVariancesText.Write(variances)));
        Assert.Null(OracleVariancesText.Write([]));
        Assert.Empty(OracleVariancesText.Read(null));
        Assert.Throws<InvariantBrokenException>(() => OracleVariancesText.Read("HE-1 differs"));
    }

    [Theory]
    [InlineData(InvoiceStatus.Cancelled, "invoice 'HE-1' was posted with 45,000.00 but is canceled in Oracle")]
    [InlineData(InvoiceStatus.Missing, "invoice 'HE-1' was posted with 45,000.00 but is not found in Oracle")]
    [InlineData(InvoiceStatus.Present, "invoice 'HE-1' was posted with 45,000.00 but is 40,000.00 in Oracle")]
    public void A_variance_says_what_is_posted_and_what_Oracle_shows(InvoiceStatus status, string said) =>
        Assert.Equal(said, new OracleVariance("HE-1", 45000m, 40000m, status).ToString());

    private static PostedPreparation Posting(params PayablesInvoice[] documents) =>
        new()
        {
            IsReversed = false,
            Documents = documents,
            Accepted = [],
        };

    private static PayablesInvoice Create(string number, decimal amount) =>
        new(1, PayablesAction.Create, BillingDocumentKind.StandardInvoice, amount, number);

    private static ShownInvoice Shown(string number, decimal amount) => new(number, amount, IsCancelled: false);

    private static IReadOnlyList<OracleVariance> Between(PostedPreparation[] postings, params ShownInvoice[] shown) =>
        OracleVariances.Between(OracleVariances.Expected(postings), shown);
}
