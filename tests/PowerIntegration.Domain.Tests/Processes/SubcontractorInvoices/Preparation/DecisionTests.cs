using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>What terms, corrections, other documents and decisions of people make of the second application of <see cref="TwoLines"/>.</summary>
public sealed class DecisionTests
{
    private static readonly SourceInvoice Second = TwoLines.Second(20000m, 6000m, 5000m, 1500m);

    // The source counts 41,000 as previous on line 1 where 40,000 is posted.
    private static readonly SourceInvoice Drifted = Sample.Application(
        2,
        45000m,
        [Sample.Line(1, 100000m, 41000m, 20000m, 0m, 6100m, 0m, 41000m), Sample.Line(2, 50000m, 10000m, 0m, 0m, 1000m, 0m, 10000m)]
    );

    [Fact]
    public void Lines_of_two_signs_are_two_documents_where_the_terms_split_them()
    {
        var facts = TwoLines
            .After(TwoLines.Second(20000m, 6000m, -1000m, 900m))
            .WithTerms(terms => terms with { NegativeLines = NegativeLines.SplitBySign });
        var invoice = Facts.Frozen(facts).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212 18000.00", "Create CreditMemo HE-40212-CM -900.00"], TwoLines.Documents(invoice));
        Assert.Equal(["-1000.00 FYT-PO-1002/2", $"100.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 2));
        Assert.Equal(17100m, invoice.PayableAmount);
    }

    // Procore states header and retainage without the cut.
    [Theory]
    [InlineData(CutKind.Net, 20_000)]
    [InlineData(CutKind.Gross, 20_250)]
    public void Less_is_certified_by_decision_and_the_next_invoice_as_Procore_states_it_goes_on_after_one_more(CutKind kind, decimal payable)
    {
        var decided = new BillingDecisions { Cut = new HeaderCut(2_500m, "A. Architect", "defective work") { Kind = kind } };
        var facts = TwoLines.After(Second);
        Assert.Equal(22_500m, Facts.Frozen(facts).Invoice.PayableAmount);
        var invoice = Facts.Frozen(facts with { Decisions = decided }).Invoice;
        Assert.Equal(payable, invoice.PayableAmount);

        var third = Sample.Application(
            3,
            67_500m,
            [Sample.Line(1, 100000m, 60000m, 10000m, 0m, 7000m, 0m, 60000m), Sample.Line(2, 50000m, 15000m, 0m, 0m, 1500m, 0m, 15000m)]
        );
        var next = TwoLines.After(third) with { Ledger = Facts.Ledger(invoice) };
        Assert.Equal("previous-differs", TwoLines.Stopped(BillingPreparation.Decide(next)).WireCode);
        var missing = 75_000m - next.Ledger.Lines.Sum(line => line.Posted.Gross);
        var catchUp = new BillingDecisions { CatchUp = new CatchUpDecision(missing, 2, "K. Controller", "certified now") };
        Assert.Equal(9_000m + 22_500m - payable, Facts.Frozen(next with { Decisions = catchUp }).Invoice.PayableAmount);
    }

    [Fact]
    public void A_correction_of_the_last_posted_application_sends_the_difference_under_a_number_of_its_own()
    {
        // 42,000 instead of 40,000 on line 1: 2,000 less 200.
        var source = Sample.Application(1, 0m, [Sample.Line(1, 100000m, 0m, 42000m, 0m, 4200m, 0m, 0m), TwoLines.First.Lines[1]]);
        var invoice = Facts.Frozen(Revised(source)).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40211-C2 1800.00"], TwoLines.Documents(invoice));
        Assert.Equal(["2000.00 FYT-PO-1002/1", $"-200.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.Equal((42000m, 1), (Facts.Ledger(invoice).Lines[0].Posted.Gross, invoice.LastPostedNumber));
    }

    // 2,500 was cut off application 1; its correction states the lines without the cut, so 2,500 would be paid after all.
    [Fact]
    public void A_correction_of_what_a_controller_decided_on_waits_for_a_decision_of_its_own()
    {
        var cut = new BillingDecisions { Cut = new HeaderCut(2_500m, "A. Architect", "defective work") };
        var facts = Revised(TwoLines.First) with { CorrectedDecisions = cut };
        var held = TwoLines.Stopped(BillingPreparation.Decide(facts));
        Assert.Equal("correction-undecided Held", held.WireCode + " " + held.State);
        Assert.Contains("2,500.00", held.Sentence, StringComparison.Ordinal);
        Assert.IsNotType<PreparationDecision.Stopped>(BillingPreparation.Decide(facts with { IsDecided = true }));
        Assert.IsNotType<PreparationDecision.Stopped>(BillingPreparation.Decide(facts with { CorrectedDecisions = new BillingDecisions() }));
    }

    public static TheoryData<BillingDecisions, string> ChangedPayments =>
        new()
        {
            {
                new BillingDecisions { Cut = new HeaderCut(2_500m, "A. Architect", "defective work") },
                "2,500.00"
            },
            {
                new BillingDecisions { Deductions = [Deduction(700m), Deduction(50m)] },
                "750.00"
            },
            {
                new BillingDecisions { Cut = new HeaderCut(2_500m, "A. Architect", "defective work"), Deductions = [Deduction(700m)] },
                "3,200.00"
            },
            {
                new BillingDecisions { Release = new RetainageRelease.Total(100m) },
                "0.00"
            },
        };

    // Each of them alone changed what the posted revision paid, whatever else was decided.
    [Theory]
    [MemberData(nameof(ChangedPayments))]
    public void A_correction_waits_for_a_decision_after_a_cut_a_deduction_or_a_release(BillingDecisions corrected, string taken)
    {
        var facts = Revised(TwoLines.First) with { CorrectedDecisions = corrected };
        var held = TwoLines.Stopped(BillingPreparation.Decide(facts));
        Assert.Equal("correction-undecided", held.WireCode);
        SentenceFacts.In(held.Sentence, "controller", $"{taken} taken off", "cut in full", "not posted");
        Assert.IsNotType<PreparationDecision.Stopped>(BillingPreparation.Decide(facts with { IsDecided = true }));
    }

    // What was decided about the base or about numbers pays nothing of its own.
    [Fact]
    public void A_correction_of_decisions_that_pay_nothing_goes_on_without_another()
    {
        var decided = CatchUp(1_000m) with { VoidNumbers = [7], Materials = 3m, Tax = 4m };
        Assert.IsNotType<PreparationDecision.Stopped>(BillingPreparation.Decide(Revised(TwoLines.First) with { CorrectedDecisions = decided }));
    }

    [Fact]
    public void What_was_canceled_in_Oracle_is_sent_under_another_number_once_a_controller_decides_so()
    {
        var facts = TwoLines.After(TwoLines.WithRelease);
        var again = Facts
            .Frozen(
                facts with
                {
                    Document = facts.Document with { CanceledNumbers = ["HE-40212", "HE-40212-R"] },
                    Decisions = new BillingDecisions
                    {
                        PostAgain = new PostAgainDecision("Wrong site", "Dana Kowalski") { CanceledNumbers = ["HE-40212-R", "HE-40212"] },
                    },
                }
            )
            .Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212-C1 18000.00", "Create RetainageRelease HE-40212-C1-R 2000.00"], TwoLines.Documents(again));
        Assert.Equal(Facts.Frozen(facts).Invoice.PayableAmount, again.PayableAmount);
    }

    [Fact]
    public void A_later_revision_does_not_use_the_number_that_was_canceled_for_an_earlier_one()
    {
        var facts = TwoLines.After(TwoLines.WithRelease);
        var earlier = Facts.Summary(TwoLines.WithRelease, new Guid(8, 0, 0, new byte[8])) with
        {
            State = DocumentState.Held,
            CanceledNumbers = ["HE-40212"],
        };
        var later = Facts.Frozen(facts with { Document = facts.Document with { Revision = 2 }, Others = [.. facts.Others, earlier] });
        Assert.StartsWith("Create StandardInvoice HE-40212-C2 ", TwoLines.Documents(later.Invoice).First(), StringComparison.Ordinal);
        Assert.Equal(earlier.Id, later.SupersededId);
    }

    [Fact]
    public void Nothing_is_posted_again_where_nothing_was_canceled()
    {
        var decided = new BillingDecisions { PostAgain = new PostAgainDecision("Wrong site", "Dana Kowalski") };
        var held = TwoLines.After(TwoLines.WithRelease).Document with { State = DocumentState.Held };
        Assert.Equal("input-unusable", DecisionRules.Undecidable(held, decided, "SC-002-2")!.WireCode);
        Assert.Null(DecisionRules.Undecidable(held with { CanceledNumbers = ["HE-40212"] }, decided, "SC-002-2"));
    }

    [Fact]
    public void What_is_void_after_it_was_posted_is_reversed_by_a_person()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Revised(TwoLines.First with { Status = "deleted" })));
        Assert.Equal("posted-source-void", refusal.WireCode);
        Assert.Contains("reverse the posted document", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentKind.RetainageRelease)]
    [InlineData(DocumentKind.Reversal)]
    public void While_another_kind_of_document_is_on_its_way_the_application_waits(DocumentKind type)
    {
        var other = Facts.Summary(TwoLines.First, Guid.Empty) with { Type = type, ProcoreId = "R-1", State = DocumentState.Prepared };
        var facts = TwoLines.After(Second);
        Assert.Equal("predecessor-not-posted", TwoLines.Stopped(BillingPreparation.Decide(facts with { Others = [other] })).WireCode);
        Assert.IsType<PreparationDecision.Frozen>(BillingPreparation.Decide(facts with { Others = [other with { State = DocumentState.Posted }] }));
    }

    [Fact]
    public void A_deduction_is_a_line_on_its_account_and_less_is_payable()
    {
        var deduction = new PaymentDeduction(DeductionKind.BackCharge, "BC-7", 500m, "101-10-12400", "Dana Kowalski");
        var invoice = Facts.Frozen(With(Second, new BillingDecisions { Deductions = [deduction] })).Invoice;
        Assert.Equal(
            ["20000.00 FYT-PO-1002/1", "5000.00 FYT-PO-1002/2", $"-2500.00 {TwoLines.RetainageAccount}/", "-500.00 101-10-12400/"],
            TwoLines.Sent(invoice, 1)
        );
        Assert.Equal(22000m, invoice.PayableAmount);
        Assert.Equal((25000m, 2500m), (invoice.GrossMovement, invoice.RetainageMovement));
    }

    [Fact]
    public void Where_the_source_s_previous_differs_a_person_decides()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(TwoLines.After(Drifted)));
        Assert.Equal("previous-differs Held", refusal.WireCode + " " + refusal.State);
        Assert.Contains("41,000.00", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("40,000.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_to_catch_up_posts_the_variance_as_a_line_of_its_own()
    {
        var invoice = Facts.Frozen(With(Drifted, CatchUp(1000m))).Invoice;
        Assert.Equal(["20000.00 FYT-PO-1002/1", "1000.00 FYT-PO-1002/1", $"-2100.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.Equal(18900m, invoice.PayableAmount);
        Assert.Equal(
            "1:1000",
            FormattableString.Invariant(
                $"{invoice.Lines.Count(line => line.Kind == LineKind.CatchUp)}:{invoice.Lines.Single(line => line.Kind == LineKind.CatchUp).Amount:0}"
            )
        );
        Assert.Contains("decided by Dana Kowalski", invoice.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_to_catch_up_is_for_its_figure_only()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(With(Drifted, CatchUp(999.99m))));
        Assert.Equal("oracle-balance-differs", refusal.WireCode);
        Assert.Contains("999.99", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("1,000.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_in_the_numbers_stops_until_a_person_says_that_the_number_never_comes()
    {
        var third = Sample.Application(3, 45000m, Second.Lines);
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(TwoLines.After(third)));
        Assert.Equal("predecessor-missing", refusal.WireCode);
        Assert.Contains("application 2", refusal.Sentence, StringComparison.Ordinal);
        var invoice = Facts.Frozen(With(third, new BillingDecisions { VoidNumbers = [2] })).Invoice;
        Assert.Equal((22500m, 3), (invoice.PayableAmount, invoice.LastPostedNumber));
        Assert.Contains("application 2 is void", invoice.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_balances_are_the_base_once_somebody_signed_them()
    {
        var opening = new OpeningBalance(new CalendarDate(2025, 9, 30), 50000m, 5000m, 50000m, 5000m, "Dana Kowalski");
        var ledger = Facts.Ledger(TwoLines.Posted) with { PostedRevisions = [], Opening = opening };
        var facts = Facts.Of(Second, ledger);
        Assert.Equal(22500m, Facts.Frozen(facts with { Commitment = facts.Commitment with { BasePreparationId = null } }).Invoice.PayableAmount);
        Assert.Equal(
            "opening-not-signed",
            TwoLines.Stopped(BillingPreparation.Decide(facts with { Ledger = ledger with { Opening = opening with { SignedBy = null } } })).WireCode
        );
        Assert.Equal(
            "opening-differs",
            TwoLines
                .Stopped(BillingPreparation.Decide(facts with { Ledger = ledger with { Opening = opening with { OracleGross = 49999.99m } } }))
                .WireCode
        );
    }

    [Fact]
    public void A_deleted_line_is_credited_with_its_coding_although_the_application_does_not_mention_it()
    {
        // 60,000 less 6,000 is earned; 45,000 is posted.
        var source = Sample.Application(2, 45000m, [Sample.Line(1, 100000m, 40000m, 20000m, 0m, 6000m, 0m, 40000m)]);
        var facts = With(source, new BillingDecisions { ScheduleChanges = [new ScheduleChange.Delete("7002", DeletedLine.Credit)] });
        var invoice = Facts.Frozen(facts with { Links = [.. facts.Links, Facts.Link(TwoLines.First.Lines[1])] }).Invoice;
        Assert.Equal(["20000.00 FYT-PO-1002/1", "-10000.00 FYT-PO-1002/2", $"-1000.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.Equal(9000m, invoice.PayableAmount);
        var credited = invoice.Lines.Single(line => line.ProcoreLineId == "7002" && line.Kind == LineKind.ScheduleOfValues);
        Assert.Equal("FYT-2401 2600 Subcontract", $"{credited.OracleProjectNumber} {credited.TaskNumber} {credited.ExpenditureType}");
    }

    [Fact]
    public void Without_its_purchase_order_line_a_deleted_line_is_not_credited()
    {
        var source = Sample.Application(2, 45000m, [Sample.Line(1, 100000m, 40000m, 20000m, 0m, 6000m, 0m, 40000m)]);
        var facts = With(source, new BillingDecisions { ScheduleChanges = [new ScheduleChange.Delete("7002", DeletedLine.Credit)] });
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(facts));
        Assert.Equal("no-purchase-order-line", refusal.WireCode);
        Assert.Contains("7002", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_for_approval_lists_the_ten_lines_that_move_most_and_where_the_rest_is()
    {
        IReadOnlyList<SourceInvoiceLine> lines =
        [
            .. Enumerable.Range(1, 11).Select(number => Sample.Line(number, 1000m, 0m, 100m + number, 0m, 10m, 0m, 0m)),
        ];
        var summary = Facts
            .Frozen(
                Facts.Of(Sample.Application(1, 0m, lines), terms: new RetainageTerms.LumpSum(110m)) with
                {
                    Address = "https://app.example/document",
                }
            )
            .Texts.Summary;
        Assert.Equal(10, summary.Split('\n').Count(line => line.StartsWith("| Work item", StringComparison.Ordinal)));
        Assert.DoesNotContain("| Work item 1 |", summary, StringComparison.Ordinal);
        Assert.Contains("| Work item 11 | 111.00 | 10.00 | 101.00 |", summary, StringComparison.Ordinal);
        Assert.True(summary.IndexOf("Work item 11", StringComparison.Ordinal) < summary.IndexOf("Work item 2 ", StringComparison.Ordinal));
        Assert.Contains("[Every line, certificate and proof](https://app.example/document)", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_supplier_writes_becomes_no_link_in_the_summary_for_approval()
    {
        var line = Sample.Line(1, 1000m, 0m, 100m, 0m, 10m, 0m, 0m) with { Description = "[Approve](https://elsewhere.example) <a>`x`|\n| 9 |" };
        var summary = Facts.Frozen(Facts.Of(Sample.Application(1, 0m, [line])) with { Address = "https://app.example/document" }).Texts.Summary;
        Assert.Contains("| (Approve)(https://elsewhere.example) (a)'x'/ / 9 / | 100.00 | 10.00 | 90.00 |", summary, StringComparison.Ordinal);
        Assert.EndsWith("\n[Every line, certificate and proof](https://app.example/document)\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_for_approval_says_why_less_than_line_8_is_paid()
    {
        IReadOnlyList<SourceInvoiceLine> lines = [Sample.Line(1, 1000m, 0m, 100m, 0m, 10m, 0m, 0m)];
        var deduction = new PaymentDeduction(DeductionKind.BackCharge, "Clean-up 14", 15m, "101-10-21900-000-000-000", "Dana Kowalski");
        var facts = Facts.Of(Sample.Application(1, 0m, lines)) with { Decisions = new BillingDecisions { Deductions = [deduction] } };
        var summary = Facts.Frozen(facts).Texts.Summary;
        Assert.Contains(": 75.00 USD**", summary, StringComparison.Ordinal);
        Assert.Contains("Payable is line 8 of 90.00 with -15.00 of deductions, tax, and withholding tax.", summary, StringComparison.Ordinal);
    }

    // 1,000 of retainage is released and 400 of it held for the punch list: nobody reads that the lines pay it.
    [Fact]
    public void The_lines_of_the_summary_for_approval_pay_what_its_title_says_with_a_hold_for_the_punch_list()
    {
        var release = new RetainageRelease.ByLine([new LineRelease("7001", 800m), new LineRelease("7002", 200m)]) { PunchListHold = 400m };
        var facts = TwoLines.After(Second).WithTerms(terms => terms with { RetainageSource = RetainageSource.Terms });
        var released = Second with { RetainageToDate = Second.RetainageToDate - 600m, CertifiedPayment = Second.CertifiedPayment + 600m };
        var frozen = Facts.Frozen(
            facts with
            {
                Source = released,
                Decisions = new BillingDecisions { Release = release },
            }
        );
        var plain = Facts.Frozen(facts).Invoice;
        Assert.Equal(plain.PayableAmount + 600m, frozen.Invoice.PayableAmount);
        var rows = frozen.Texts.Summary.Split('\n').SkipWhile(row => !row.StartsWith("| Line |", StringComparison.Ordinal)).Skip(2);
        var paid = rows.TakeWhile(row => row.StartsWith('|'))
            .Select(row => decimal.Parse(row.Split('|')[^2].Trim(), NumberStyles.Number, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(2, paid.Count);
        Assert.Equal(frozen.Invoice.PayableAmount, paid.Sum());
    }

    [Fact]
    public void Warnings_in_the_summary_for_approval_end_before_the_day_on_which_it_posts()
    {
        IReadOnlyList<SourceInvoiceLine> lines =
        [
            Sample.Line(1, 1000m, 0m, 100m, 0m, 10.01m, 0m, 0m),
            Sample.Line(2, 1000m, 0m, 100m, 0m, 10m, 0m, 0m),
        ];
        var summary = Facts.Frozen(Facts.Of(Sample.Application(1, 0m, lines))).Texts.Summary;
        Assert.Contains("- Check: ", summary, StringComparison.Ordinal);
        Assert.EndsWith("rounding.\n\nPosts on 2025-09-30.\n", summary, StringComparison.Ordinal);
    }

    private static PreparationFacts With(SourceInvoice source, BillingDecisions decisions) => TwoLines.After(source) with { Decisions = decisions };

    private static PaymentDeduction Deduction(decimal amount) =>
        new(DeductionKind.BackCharge, "Clean-up", amount, "101-10-21900-000-000-000", "Dana Kowalski");

    private static BillingDecisions CatchUp(decimal amount) => new() { CatchUp = new CatchUpDecision(amount, 1, "Dana Kowalski", "Approved late") };

    // Revision 2 of the first application, whose first revision is posted.
    private static PreparationFacts Revised(SourceInvoice source)
    {
        var facts = TwoLines.After(source);
        var posted = facts.Document with { Id = Guid.Empty, State = DocumentState.Posted };
        return facts with { Document = facts.Document with { Revision = 2 }, Others = [posted] };
    }
}
