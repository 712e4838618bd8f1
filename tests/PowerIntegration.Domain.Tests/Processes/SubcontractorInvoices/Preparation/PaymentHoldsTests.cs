using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>The first application of <see cref="TwoLines"/>, whose payment waits for the owner's.</summary>
public sealed class PaymentHoldsTests
{
    private static readonly PreparationFacts Plain = Facts.Of(TwoLines.First);

    private static readonly PreparationFacts Waiting = Plain with
    {
        Commitment = Plain.Commitment with
        {
            Region = Regions.Illinois with { ContractValue = 150000m },
            PaymentClause = new PaymentTerms
            {
                Clause = PaymentClause.PayIfPaid,
                OutsideDays = 90,
                PassThroughDays = 7,
            },
        },
        Payables = Plain.Payables with { HoldName = "OWNER NOT PAID", HoldReleaseName = "OWNER PAID" },
    };

    private static CalendarDate Billed => TwoLines.First.BillingDate!.Value;

    [Fact]
    public void Without_a_clause_the_frozen_text_is_what_it_was()
    {
        var before = StoredContent.Of(Facts.Frozen(Plain).Invoice).Text;
        var none = Waiting.Commitment.PaymentClause! with { Clause = PaymentClause.None };
        var after = Facts.Frozen(Waiting with { Commitment = Plain.Commitment with { PaymentClause = none } }).Invoice;
        Assert.Null(after.PaymentHold);
        Assert.Equal(before, StoredContent.Of(after).Text);
        Assert.DoesNotContain("paymentHold", before, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_as_written_freezes_the_hold_and_the_contract_sets_its_day()
    {
        var invoice = Facts.Frozen(Waiting).Invoice;
        var hold = invoice.PaymentHold!;
        Assert.Equal(
            ("OWNER NOT PAID", "OWNER PAID", Billed.AddDays(90), 7, (string?)null),
            (hold.HoldName, hold.ReleaseName, hold.Until!.Value, hold.PassThroughDays, hold.RuleKey)
        );
        Assert.Contains("sets 90 days", hold.Basis, StringComparison.Ordinal);
        var read = PreparedInvoiceContent.Read("r", StoredContent.Of(invoice).Text, StoredContent.HashOf(invoice), out var refusal);
        Assert.Null(refusal);
        Assert.Equal(hold, read!.PaymentHold);
        Assert.Equal(StoredContent.HashOf(invoice), StoredContent.HashOf(read));
    }

    [Theory]
    [InlineData(60, 60, true)]
    [InlineData(90, 90, false)]
    [InlineData(120, 90, false)]
    public void The_earlier_of_contract_and_law_sets_the_day_and_is_named(int law, int days, bool isByLaw)
    {
        var hold = Facts.Frozen(Under(PaymentClauseEffect.TimingOnly, law)).Invoice.PaymentHold!;
        Assert.Equal(Billed.AddDays(days), hold.Until);
        Assert.Equal("ALL|TEST|1", hold.RuleKey);
        Assert.Equal(isByLaw, hold.Basis!.Contains("ALL|TEST|1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clause_without_effect_places_no_hold_and_needs_no_name()
    {
        var facts = Under(PaymentClauseEffect.Ineffective, null) with { Payables = Plain.Payables };
        Assert.Null(Facts.Frozen(facts).Invoice.PaymentHold);
    }

    [Theory]
    [InlineData(null, "OWNER PAID")]
    [InlineData("OWNER NOT PAID", " ")]
    public void A_setup_without_the_names_is_refused_with_who_enters_them(string? hold, string? release)
    {
        var facts = Waiting with { Payables = Plain.Payables with { HoldName = hold, HoldReleaseName = release } };
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(facts));
        Assert.Equal("payment-hold-missing", refusal.WireCode);
        Assert.Contains("Payables setup of Lakeshore US BU", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("integration administrator", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_cannot_be_read_stops_what_it_would_hold()
    {
        var terms = Waiting.Commitment.PaymentClause! with { Clause = PaymentClause.PayWhenPaid, OutsideDays = null };
        var facts = Waiting with { Commitment = Waiting.Commitment with { PaymentClause = terms } };
        Assert.Equal("payment-term-missing", TwoLines.Stopped(BillingPreparation.Decide(facts)).WireCode);
    }

    [Fact]
    public void Without_a_place_the_clause_applies_as_written_and_that_is_said()
    {
        var facts = Waiting with { Commitment = Waiting.Commitment with { Region = null } };
        var invoice = Facts.Frozen(facts).Invoice;
        Assert.Equal(Billed.AddDays(90), invoice.PaymentHold!.Until);
        Assert.Contains("name no place", invoice.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_pays_out_is_held()
    {
        var invoice = Facts.Frozen(Waiting).Invoice;
        var paid = invoice.Documents[0];
        Assert.NotNull(invoice.HoldOf(paid));
        Assert.Null(invoice.HoldOf(paid with { Amount = -1m }));
        Assert.Null(invoice.HoldOf(paid with { Action = PayablesAction.Cancel }));
    }

    [Theory]
    [InlineData("Validated", "", true, false)]
    [InlineData("Validated", "ours", false, true)]
    [InlineData("Validated", "ours released", false, true)]
    [InlineData("Needs revalidation", "ours", true, true)]
    [InlineData("Needs revalidation", "ours", false, false)]
    [InlineData("Needs revalidation", "ours,other", true, false)]
    [InlineData("Needs revalidation", "ours released,other", true, false)]
    [InlineData("Needs revalidation", "other", true, false)]
    [InlineData("Not validated", "ours", true, false)]
    public void Posted_tolerates_the_payment_hold_and_no_other(string status, string holds, bool isAnswered, bool isDone)
    {
        var invoice = Facts.Frozen(Waiting).Invoice;
        var oracle = new ReadBackInvoice
        {
            InvoiceId = "1",
            Kind = "StandardInvoice",
            InvoiceNumber = invoice.InvoiceNumber,
            Supplier = "s",
            VendorSite = "v",
            BusinessUnit = "b",
            Currency = "USD",
            InvoiceAmount = 1m,
            InvoiceDate = Billed,
            AccountingDate = Billed,
            ValidationStatus = status,
            ApprovalStatus = "Not required",
            PaidStatus = "Unpaid",
            Holds = [.. holds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Placed)],
            Lines = [],
        };
        Assert.Equal(isDone, ReadBackComparison.IsDone(invoice, invoice.Documents[0], oracle, isAnswered, KnownHolds.None));
    }

    // 10,000 are billed back. The credit itself is not held; what reverses it pays out and waits like every other invoice of the contract.
    [Fact]
    public void A_credit_keeps_the_hold_for_what_reverses_it_and_needs_no_hold_name_itself()
    {
        var source = TwoLines.Second(-10000m, 3000m, 0m, 1000m);
        var facts = Facts.After(TwoLines.Posted, source) with { Commitment = Waiting.Commitment, Payables = Waiting.Payables };
        facts = facts with { Commitment = facts.Commitment with { BasePreparationId = Facts.BaseId, LastPostedNumber = 1 } };
        var credit = Facts.Frozen(facts).Invoice;
        Assert.Equal(["Create CreditMemo HE-40212 -9000.00"], TwoLines.Documents(credit));
        Assert.Null(credit.HoldOf(credit.Documents[0]));

        var reversal = Assert.IsType<PreparationDecision.Frozen>(ReversalPreparation.Decide(TwoLines.Reversal(facts, credit))).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212-V 9000.00"], TwoLines.Documents(reversal));
        Assert.Equal("OWNER NOT PAID", reversal.HoldOf(reversal.Documents[0])?.HoldName);

        // A credit pays nothing out, so it does not wait for a set-up without names.
        Assert.Null(Facts.Frozen(facts with { Payables = Plain.Payables }).Invoice.PaymentHold);
    }

    private static ReadBackHold Placed(string what) =>
        new()
        {
            InvoiceNumber = "HE-40211",
            Name = what.StartsWith("ours", StringComparison.Ordinal) ? "OWNER NOT PAID" : "DISPUTE",
            HeldBy = "x",
            HeldOn = "2025-10-31",
            ReleaseName = what.EndsWith("released", StringComparison.Ordinal) ? "OWNER PAID" : null,
            ReleasedOn = null,
            ChangedBy = null,
        };

    private static PreparationFacts Under(PaymentClauseEffect effect, int? outsideDays) =>
        Waiting with
        {
            JurisdictionRules =
            [
                Regions.Rule(
                    new RuleEffect.PaymentClause(effect, HasInsolvencyException: false, outsideDays, null),
                    JurisdictionRuleKind.PaymentClause
                ),
            ],
        };
}
