using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using PowerIntegration.Domain.Tests.Readiness;
using PowerIntegration.Domain.Versions;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Readiness;

public sealed class BillingLessonTests
{
    private static readonly RecordPlace Row = new("commitment", AProject.Commitment);
    private static readonly RecordPlace TermsRow = new("terms", new Guid("00000000-0000-0000-0000-0000000000d1"));
    private static readonly RecordPlace Link = new("vendor", new Guid("00000000-0000-0000-0000-0000000000e1"));
    private static readonly RecordPlace Setup = new("payables", new Guid("00000000-0000-0000-0000-0000000000f1"));
    private static readonly RecordPlace Law = new("law");

    private static readonly TermsVersion Version = new()
    {
        Key = "LAKESHORE|1|TERMS|SC-002|1",
        Number = 1,
        ValidFrom = new CalendarDate(2025, 1, 1),
        IsMatched = true,
        Terms = Facts.Terms(Facts.Rates(0.10m, 0.10m)),
        Region = Regions.Illinois,
    };

    private static readonly CommitmentReadiness Commitment = new()
    {
        Id = AProject.Commitment,
        Place = Row,
        Number = "SC-002",
        VendorNumber = "1012",
        VendorSite = "JOLIET",
        VendorLink = Facts.Vendor,
        VendorPlace = Link,
        Terms = [new TermsInForce(Version, TermsRow)],
        IsPosted = false,
        Signature = new OpeningSignature(null, null, null),
    };

    private static readonly BillingFacts Ready = new()
    {
        IsProjectActive = true,
        Payables = new PayablesReadiness
        {
            Place = Setup,
            BusinessUnit = "Lakeshore US BU",
            IsActive = true,
            Missing = [],
            HasHold = false,
            HasTaxAccount = false,
            HasWithholdingAccount = false,
        },
        Commitments = [Commitment],
        DraftCommitments = new Dictionary<Guid, WaitingDraft>(),
        Drafts = [],
        Rules = [Regions.Cap(0.10m)],
        RulesProblem = null,
        CommitmentsPlace = new RecordPlace("commitment"),
        TermsPlace = new RecordPlace("terms"),
        RulesPlace = Law,
    };

    private static readonly ReadinessProject Project = AProject.With(AProject.Document(1));

    private static readonly WithholdingTaxTerms Withheld = new()
    {
        ComputedBy = TaxCalculator.Engine,
        Policy = WithholdingTaxPolicy.MaterialsInFull,
        Rate = 0.20m,
    };

    [Fact]
    public void A_commitment_with_everything_leaves_nothing_undecided() => Assert.Empty(BillingLesson.Of(Project, Ready).Items);

    [Fact]
    public void Project_and_setup_stop_every_document()
    {
        AssertItem(Ready with { IsProjectActive = false }, "FYT-2401 Fulton Yards Tower is not active", Project.Place, 1);
        AssertItem(Ready with { Payables = null }, "has no Payables setup", Project.Place, 1, "Mapping Administrator");
        AssertItem(Of(Ready.Payables! with { IsActive = false }), "Payables setup of Lakeshore US BU is not active", Setup, 1);
        AssertItem(Of(Ready.Payables! with { Missing = ["Invoice source", "Payment terms"] }), "no Invoice source and Payment terms", Setup, 1);
    }

    [Fact]
    public void What_terms_need_of_the_setup_is_asked_for()
    {
        var clause = new PaymentTerms
        {
            Clause = PaymentClause.PayWhenPaid,
            OutsideDays = 60,
            PassThroughDays = 7,
        };
        var waits = Of(Version with { PaymentClause = clause });
        AssertItem(waits, "no payment hold name or no payment hold release name, which the terms of SC-002 need", Setup, 1);
        Assert.Empty(BillingLesson.Of(Project, waits with { Payables = Ready.Payables! with { HasHold = true } }).Items);
        Assert.Empty(BillingLesson.Of(Project, Of(Version with { PaymentClause = new PaymentTerms { Clause = PaymentClause.None } })).Items);

        var taxed = Of(
            Version with
            {
                Tax = new TaxTerms
                {
                    ComputedBy = TaxCalculator.Engine,
                    Mode = RetainageTaxMode.Gross,
                    Rate = 0.05m,
                },
            }
        );
        AssertItem(taxed, "no tax account", Setup, 1);
        Assert.Empty(BillingLesson.Of(Project, taxed with { Payables = Ready.Payables! with { HasTaxAccount = true } }).Items);
        Assert.Empty(
            BillingLesson
                .Of(
                    Project,
                    Of(
                        Version with
                        {
                            Tax = new TaxTerms { ComputedBy = TaxCalculator.Oracle, Mode = RetainageTaxMode.Gross },
                        }
                    )
                )
                .Items
        );
        var reverse = new TaxTerms
        {
            ComputedBy = TaxCalculator.Engine,
            IsReverseCharge = true,
            Mode = RetainageTaxMode.Gross,
            Rate = 0.05m,
        };
        Assert.Empty(BillingLesson.Of(Project, Of(Version with { Tax = reverse })).Items);

        AssertItem(Of(Version with { Withholding = Withheld }), "no withholding tax account", Setup, 1);
    }

    [Fact]
    public void Terms_that_are_wrong_about_tax_are_one_decision_and_do_not_ask_for_an_account_too()
    {
        var tracked = new TaxTerms { ComputedBy = TaxCalculator.Source, Mode = RetainageTaxMode.NetTracked };
        AssertItem(Of(Version with { Tax = tracked }), "take tax from the invoice and track tax on retainage", TermsRow, 1);

        // Another fault of the terms does not hide the account.
        var two = Of(Version with { Tax = tracked with { Mode = RetainageTaxMode.Gross }, Terms = Version.Terms with { RetainageKeeper = null } });
        Assert.Equal(2, BillingLesson.Of(Project, two).Items.Count);
    }

    [Fact]
    public void The_vendor_master_decides_about_the_vendor_link()
    {
        AssertItem(Of(Commitment with { VendorLink = null, VendorPlace = Row }), "SC-002 has no vendor link", Row, 1, "Vendor Master");
        AssertItem(Of(Commitment with { VendorSite = "AURORA" }), "site AURORA", Link, 1, "Vendor Master");
        AssertItem(Of(Commitment with { VendorLink = Facts.Vendor with { IsActive = false } }), "is not active", Link, 1, "Vendor Master");
        AssertItem(Of(Commitment with { VendorLink = Facts.Vendor with { BusinessUnit = "Other BU" } }), "Other BU", Link, 1, "Vendor Master");
    }

    [Fact]
    public void Terms_must_hold_on_the_days_of_the_documents_and_today()
    {
        AssertItem(Of(Commitment with { Terms = [] }), "SC-002 has no active terms. Enter", Row, 1);
        AssertItem(Of(Version with { ValidFrom = AProject.Today }), "no active terms on 2025-10-31. Enter", Row, 1);
        AssertItem(Of(Version with { ValidTo = AProject.October }), "no active terms on 2025-11-04. Enter", Row, 0);
        AssertItem(
            Of(Commitment with { Terms = [.. Commitment.Terms, new TermsInForce(Version with { Key = "TWO" }, TermsRow)] }),
            "on 2025-10-31 and 2025-11-04: LAKESHORE|1|TERMS|SC-002|1 and TWO. End all but one.",
            Row,
            1
        );
    }

    [Fact]
    public void Terms_that_cannot_be_used_say_why_and_are_opened()
    {
        AssertItem(Of(Version with { Problems = ["Work rate is empty."] }), "cannot be used: Work rate is empty.", TermsRow, 1);
        AssertItem(Of(Version with { Problems = ["Work rate is empty."], Region = null }), "Work rate is empty.", TermsRow, 1);
        AssertItem(Of(Version with { Terms = Version.Terms with { RetainageKeeper = null } }), "do not state who withholds retainage", TermsRow, 1);
    }

    [Fact]
    public void Opening_balances_are_signed_or_not_needed()
    {
        var entry = Opening(1000m);
        AssertItem(Of(Commitment with { Opening = entry }), "SC-002: the opening balances are not signed", Row, 1);
        AssertItem(Of(Commitment with { Opening = Opening(900m) }), "the retainage account has", Row, 1);
        var signed = new OpeningSignature("Dana Kowalski", new DateTime(2025, 11, 3), entry.HashFor(AProject.Commitment));
        Assert.Empty(BillingLesson.Of(Project, Of(Commitment with { Opening = entry, Signature = signed, LowestNumber = 2 })).Items);
        Assert.Empty(BillingLesson.Of(Project, Of(Commitment with { Opening = entry, IsPosted = true })).Items);
        AssertItem(Of(Commitment with { LowestNumber = 7 }), "begins here with application 7 and has no opening balances", Row, 1);
        Assert.Empty(BillingLesson.Of(Project, Of(Commitment with { LowestNumber = 1 })).Items);
        Assert.Empty(BillingLesson.Of(Project, Of(Commitment with { LowestNumber = 7, IsPosted = true })).Items);
    }

    [Fact]
    public void The_law_on_retainage_is_decided_once_for_all_commitments()
    {
        var other = Commitment with { Id = new Guid("00000000-0000-0000-0000-0000000000c3"), Number = "SC-003" };
        var both = Ready with { Commitments = [Commitment, other] };
        AssertItem(both with { Rules = [] }, "applies to commitments SC-002 and SC-003 in 'US-IL'", Law, 0);
        AssertItem(both with { Rules = [Regions.Cap(0.10m, isVerified: false)] }, "of commitments SC-002 and SC-003 but is not verified", Law, 0);
        var excepted = Regions.Illinois with { Exceptions = [new RuleException("ALL|TEST|1", "Decided by counsel.")] };
        Assert.Empty(BillingLesson.Of(Project, Of(Version with { Region = excepted })).Items);
        var twice = both with { Rules = [Regions.Cap(0.10m, isVerified: false), Regions.Cap(0.05m, isVerified: false, key: "ALL|TEST|2")] };
        Assert.Equal(
            2,
            BillingLesson.Of(Project, twice).Items.Count(item => item.Sentence.Contains("ALL|TEST|1 and ALL|TEST|2", StringComparison.Ordinal))
        );
        AssertItem(Of(Version with { Region = null }), "terms of commitment SC-002 name no jurisdiction", TermsRow, 0);
    }

    [Fact]
    public void What_the_law_would_stop_blocks_the_documents()
    {
        var rule = Regions.Cap(0.10m) with { Conditions = new RuleConditions { EffectiveFrom = new CalendarDate(2019, 1, 1) } };
        AssertItem(
            Of(Version with { Region = Regions.Illinois with { ContractDate = null } }) with
            {
                Rules = [rule],
            },
            "Contract SC-001 does not state its",
            TermsRow,
            1
        );
        var problem = new Refusal(LawReasons.JurisdictionRuleOverlap, "Legal rules A and B overlap.");
        AssertItem(Ready with { Rules = [], RulesProblem = problem }, "Legal rules A and B overlap.", Law, 1);
        var incomplete = new PaymentTerms { Clause = PaymentClause.PayIfPaid };
        var setup = Ready.Payables! with { HasHold = true };
        AssertItem(Of(Version with { PaymentClause = incomplete }) with { Payables = setup }, "days after the owner's receipt", TermsRow, 1);
        var items = BillingLesson.Of(Project, Of(Version with { PaymentClause = incomplete, Region = null }) with { Payables = setup }).Items;
        Assert.Equal([1, 0], items.Select(item => item.Waiting.Count));
    }

    [Fact]
    public void Drafts_are_counted_and_one_that_a_document_names_is_a_decision_of_its_own()
    {
        var draft = new WaitingDraft("Commitment", "SC-002 Electrical", [People.Dana], Row);
        var none = Ready with
        {
            Commitments = [],
            DraftCommitments = new Dictionary<Guid, WaitingDraft> { [AProject.Commitment] = draft },
        };
        AssertItem(none, "Commitment SC-002 Electrical entered by Dana Kowalski is a draft", Row, 1);
        var items = BillingLesson.Of(AProject.With(), none with { Drafts = [draft with { Table = "Commitment terms" }, draft] }).Items;
        Assert.Equal(
            ["Commitment: 2 drafts", "Commitment terms SC"],
            items.Select(item => item.Sentence[..(item.Sentence.StartsWith("Commitment:", StringComparison.Ordinal) ? 20 : 19)])
        );
        Assert.Contains(
            "has no commitment here",
            Assert.Single(BillingLesson.Of(AProject.With(), Ready with { Commitments = [] }).Items).Sentence,
            StringComparison.Ordinal
        );
    }

    private static void AssertItem(BillingFacts facts, string part, RecordPlace place, int waiting, string role = "Controller")
    {
        var item = Assert.Single(BillingLesson.Of(Project, facts).Items);
        Assert.Contains(part, item.Sentence, StringComparison.Ordinal);
        Assert.Equal((place, waiting, role), (item.Place, item.Waiting.Count, ReadinessWords.Title(item.Decider)));
    }

    private static BillingFacts Of(PayablesReadiness payables) => Ready with { Payables = payables };

    private static BillingFacts Of(CommitmentReadiness commitment) => Ready with { Commitments = [commitment] };

    private static BillingFacts Of(TermsVersion version) => Of(Commitment with { Terms = [new TermsInForce(version, TermsRow)] });

    private static OpeningEntry Opening(decimal account)
    {
        var line = new ContractLine
        {
            LineId = "7001",
            ScheduledValue = 50_000m,
            Posted = new LineBalance(10_000m, new BucketAmounts(1000m, 0m)),
        };
        var ledger = new ContractLedger
        {
            Currency = "USD",
            OriginalContractSum = 50_000m,
            LastPostedNumber = 1,
            Lines = [line],
        };
        return new OpeningEntry(ledger, new OpeningBalance(AProject.October, 10_000m, 1000m, 10_000m, account, null), []);
    }
}
