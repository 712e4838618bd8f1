using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>The first application of <see cref="TwoLines"/>, 50,000 less 5,000, with tax, withholding and the law of its place.</summary>
public sealed class TaxAndLawTests
{
    private const string TaxAccount = "101-10-22100";

    private static readonly PreparationFacts Plain = Facts.Of(TwoLines.First);

    private static readonly PreparationFacts Taxed = Plain with
    {
        Source = TwoLines.First with { TaxAmount = 3600m, CertifiedPayment = 48600m },
        Commitment = Plain.Commitment with { Tax = new TaxTerms { ComputedBy = TaxCalculator.Source } },
        Payables = Plain.Payables with { TaxAccount = TaxAccount },
    };

    private static readonly PreparationFacts InIllinois = Plain with
    {
        Commitment = Plain.Commitment with { Region = Regions.Illinois with { ContractValue = 150000m } },
        JurisdictionRules = [Regions.Cap(0.05m)],
    };

    [Fact]
    public void Tax_of_the_source_is_a_line_on_the_account_of_the_set_up()
    {
        var invoice = Facts.Frozen(Taxed).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40211 48600.00"], TwoLines.Documents(invoice));
        Assert.Equal(
            ["40000.00 FYT-PO-1002/1", "10000.00 FYT-PO-1002/2", $"-5000.00 {TwoLines.RetainageAccount}/", $"3600.00 {TaxAccount}/"],
            TwoLines.Sent(invoice, 1)
        );
        Assert.Equal((LineKind.Tax, 48600m, 50000m), (invoice.Lines[^1].Kind, invoice.PayableAmount, invoice.GrossMovement));
    }

    [Fact]
    public void Tax_without_an_account_names_the_set_up()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Taxed with { Payables = Plain.Payables }));
        Assert.Equal("tax-term-missing", refusal.WireCode);
        Assert.Contains("setup of Lakeshore US BU has no account for tax of 3,600.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Tax_is_no_part_of_the_ledger_and_is_taken_back_with_the_rest()
    {
        Assert.Equal([40000m, 10000m], Facts.Ledger(Facts.Frozen(Taxed).Invoice).Lines.Select(line => line.Posted.Gross));
        var posted = Facts.Frozen(Taxed).Invoice;
        var reversal = Assert
            .IsType<PreparationDecision.Frozen>(
                ReversalPreparation.Decide(
                    new ReversalFacts
                    {
                        Original = Facts.Summary(TwoLines.First, Guid.Empty) with { State = DocumentState.Posted, PreparationId = Facts.BaseId },
                        Posted = posted,
                        PaidStatus = "Paid",
                        Ledger = Facts.Ledger(posted),
                        Base = Taxed.Ledger,
                        Commitment = Taxed.Commitment with { BasePreparationId = Facts.BaseId, LastPostedNumber = 1 },
                        Others = [],
                        Periods = Taxed.Periods,
                        RetainageAccount = TwoLines.RetainageAccount,
                        RequestedBy = People.Dana,
                        ConfirmedBy = People.Luis,
                        Reason = "Billed twice",
                    }
                )
            )
            .Invoice;
        Assert.Equal(["Create CreditMemo HE-40211-V -48600.00"], TwoLines.Documents(reversal));
        Assert.Equal(
            ["-40000.00 FYT-PO-1002/1", "-10000.00 FYT-PO-1002/2", $"5000.00 {TwoLines.RetainageAccount}/", $"-3600.00 {TaxAccount}/"],
            TwoLines.Sent(reversal, 1)
        );
    }

    [Fact]
    public void Tax_withheld_is_a_negative_line_on_its_account()
    {
        // 20 percent of labour: 50,000 less 30,000 of materials, which bear no retention under this policy, less 5,000 of retention.
        var facts = Plain with
        {
            Commitment = Plain.Commitment with
            {
                Withholding = new WithholdingTaxTerms
                {
                    ComputedBy = TaxCalculator.Engine,
                    Policy = WithholdingTaxPolicy.MaterialsInFull,
                    Rate = 0.20m,
                },
            },
            Payables = Plain.Payables with { WithholdingAccount = "101-10-22500" },
            Decisions = new BillingDecisions { Materials = 30000m },
        };
        var invoice = Facts.Frozen(facts).Invoice;
        Assert.Equal("-3000.00 101-10-22500/", TwoLines.Sent(invoice, 1).Last());
        Assert.Equal((LineKind.Withholding, 42000m), (invoice.Lines[^1].Kind, invoice.PayableAmount));
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(facts with { Payables = Plain.Payables }));
        Assert.Contains("no account for tax withheld from vendors", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal("amount-missing", TwoLines.Stopped(BillingPreparation.Decide(facts with { Decisions = new BillingDecisions() })).WireCode);
    }

    [Fact]
    public void A_verified_cap_that_is_exceeded_holds_the_application()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(InIllinois));
        Assert.Equal("retainage-cap-exceeded Held", refusal.WireCode + " " + refusal.State);
        Assert.Contains("at most 2,500.00 USD is allowed", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verified_cap_that_is_kept_is_named_in_the_trail()
    {
        var invoice = Facts.Frozen(InIllinois with { JurisdictionRules = [Regions.Cap(0.10m)] }).Invoice;
        Assert.Contains("law ALL|TEST|1", invoice.RuleVersions, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unverified_cap_only_warns()
    {
        var invoice = Facts.Frozen(InIllinois with { JurisdictionRules = [Regions.Cap(0.05m, isVerified: false)] }).Invoice;
        Assert.Equal(45000m, invoice.PayableAmount);
        Assert.Contains("at most 2,500.00 USD is allowed", invoice.Warnings, StringComparison.Ordinal);
        Assert.DoesNotContain("law ", invoice.RuleVersions, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rules_that_both_apply_are_refused_and_both_named()
    {
        var refusal = TwoLines.Stopped(
            BillingPreparation.Decide(InIllinois with { JurisdictionRules = [Regions.Cap(0.10m), Regions.Cap(0.10m, key: "ALL|TEST|2")] })
        );
        Assert.Equal("jurisdiction-rule-overlap", refusal.WireCode);
        Assert.Contains("ALL|TEST|1", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("ALL|TEST|2", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_without_a_place_is_not_judged_by_the_law_of_one() =>
        Assert.Equal(45000m, Facts.Frozen(InIllinois with { Commitment = Plain.Commitment }).Invoice.PayableAmount);
}
