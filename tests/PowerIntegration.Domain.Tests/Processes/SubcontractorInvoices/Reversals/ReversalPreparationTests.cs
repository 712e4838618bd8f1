using System.Text.RegularExpressions;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Tests.Refusals;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Reversals;

/// <summary>The second application of <see cref="TwoLines"/> is reversed: 20,000 and 5,000 more, 2,500 held, 22,500 paid on 31 October.</summary>
public sealed class ReversalPreparationTests
{
    private static readonly ReversalFacts Unpaid = Of(TwoLines.Second(20000m, 6000m, 5000m, 1500m));

    private static readonly ReversalFacts Paid = Unpaid with { PaidStatus = "Paid" };

    [Fact]
    public void What_is_unpaid_in_an_open_period_is_cancelled_under_its_own_number()
    {
        var frozen = Frozen(Unpaid);
        Assert.Equal(DocumentState.Prepared, frozen.State);
        Assert.Equal(["Cancel StandardInvoice HE-40212 22500.00"], TwoLines.Documents(frozen.Invoice));
        Assert.DoesNotContain(frozen.Invoice.Lines, line => line.IsSent);
        Assert.Equal(-22500m, frozen.Invoice.PayableAmount);
        Assert.Equal(new CalendarDate(2025, 10, 31), frozen.Invoice.AccountingDate);
    }

    [Fact]
    public void What_is_canceled_is_named_in_every_text_in_plain_words()
    {
        var frozen = Frozen(Unpaid);
        SentenceFacts.In(frozen.Texts.Certificate, "Cancel standard invoice HE-40212", "-22,500.00");
        Assert.DoesNotContain("no amount changed", frozen.Texts.Certificate, StringComparison.Ordinal);
        Assert.Contains(", reversal of invoice HE-40212 of ", frozen.Texts.Summary, StringComparison.Ordinal);
        Assert.Contains("Reversal of HE-40212: Standard invoice", frozen.Texts.Proof, StringComparison.Ordinal);
        Assert.Contains("credit memo HE-40212-V", Frozen(Paid).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Paid")]
    [InlineData("Partially paid")]
    [InlineData("")]
    public void What_may_be_paid_is_credited_line_by_line_on_the_same_purchase_order_lines_and_the_retainage_too(string paidStatus)
    {
        var invoice = Frozen(Unpaid with { PaidStatus = paidStatus }).Invoice;
        Assert.Equal(["Create CreditMemo HE-40212-V -22500.00"], TwoLines.Documents(invoice));
        Assert.Equal(["-20000.00 FYT-PO-1002/1", "-5000.00 FYT-PO-1002/2", $"2500.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.Equal(["2600", "2600", null], invoice.LinesOf(invoice.Documents[0]).Select(line => line.TaskNumber));
        Assert.Equal(LineKind.RetainageReleased, invoice.Lines[^1].Kind);
        Assert.Equal((-25000m, -2500m, -22500m), (invoice.GrossMovement, invoice.RetainageMovement, invoice.PayableAmount));
    }

    [Fact]
    public void A_contract_that_asks_for_debit_memos_gets_one() =>
        Assert.Equal(
            ["Create DebitMemo HE-40212-V -22500.00"],
            TwoLines.Documents(
                Frozen(
                    Paid with
                    {
                        Commitment = Paid.Commitment with { Terms = Paid.Commitment.Terms! with { CreditDocument = CreditDocument.DebitMemo } },
                    }
                ).Invoice
            )
        );

    [Theory]
    [InlineData("Unpaid")]
    [InlineData("Paid")]
    public void In_a_closed_period_it_is_credited_on_the_first_day_of_the_next_open_one_even_if_it_is_unpaid(string paidStatus)
    {
        var facts = Unpaid with
        {
            PaidStatus = paidStatus,
            Periods = [Facts.Period(10, isOpen: false), Facts.Period(11, isOpen: false), Facts.Period(12, isOpen: true)],
        };
        var invoice = Frozen(facts).Invoice;
        Assert.Equal(["Create CreditMemo HE-40212-V -22500.00"], TwoLines.Documents(invoice));
        Assert.Equal(
            (new CalendarDate(2025, 12, 1), new CalendarDate(2025, 12, 1), true),
            (invoice.AccountingDate, invoice.InvoiceDate, invoice.AccountingDateRolled)
        );
        Assert.Equal(new CalendarDate(2025, 10, 31), invoice.ExpenditureItemDate);
    }

    [Fact]
    public void What_somebody_cancelled_in_Oracle_itself_is_not_credited_as_well()
    {
        var facts = Unpaid with { OracleVariances = [new OracleVariance("HE-40212", 22500m, 0m, InvoiceStatus.Cancelled)] };
        Assert.Equal(["Cancel StandardInvoice HE-40212 22500.00"], TwoLines.Documents(Frozen(facts).Invoice));

        var refusal = TwoLines.Stopped(
            ReversalPreparation.Decide(facts with { Periods = [Facts.Period(10, isOpen: false), Facts.Period(11, isOpen: true)] })
        );
        Assert.Equal("oracle-balance-differs", refusal.WireCode);
        Assert.Contains("'HE-40212' was posted with 22,500.00 but is canceled in Oracle", refusal.Sentence, StringComparison.Ordinal);
        Assert.IsType<PreparationDecision.Frozen>(
            ReversalPreparation.Decide(Paid with { OracleVariances = [new OracleVariance("HE-40211", 1m, 0m, InvoiceStatus.Missing)] })
        );
    }

    [Fact]
    public void Where_no_period_is_open_nothing_is_taken_back() =>
        Assert.Equal(
            DateReasons.NoOpenPeriod,
            TwoLines.Stopped(ReversalPreparation.Decide(Unpaid with { Periods = [Facts.Period(10, isOpen: false)] })).Code
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_a_second_person_it_waits_with_the_figures_that_will_be_confirmed(bool isRequester)
    {
        // Whoever requested it is the same person under another name too.
        var proposed = Frozen(Paid with { ConfirmedBy = isRequester ? People.Dana with { Name = "D. Ortega" } : null });
        var confirmed = Frozen(Paid);
        Assert.Equal(DocumentState.AwaitingApproval, proposed.State);
        Assert.Equal(confirmed.Invoice.Documents, proposed.Invoice.Documents);
        Assert.Equal(confirmed.Invoice.Lines, proposed.Invoice.Lines);
        Assert.Contains("A second person must confirm it", proposed.Message, StringComparison.Ordinal);
        Assert.Contains("-22,500.00", proposed.Texts.Summary, StringComparison.Ordinal);
        Assert.StartsWith("Requested by Dana Kowalski, not confirmed yet: ", proposed.Invoice.Warnings, StringComparison.Ordinal);
        Assert.StartsWith("Requested by Dana Kowalski, confirmed by Luis Ortega: ", confirmed.Invoice.Warnings, StringComparison.Ordinal);
        Assert.Equal((null, "Luis Ortega"), (proposed.ConfirmedBy?.Name, confirmed.ConfirmedBy?.Name));
    }

    [Theory]
    [InlineData("Unpaid", DocumentState.Prepared, "Luis Ortega")]
    [InlineData("Paid", DocumentState.AwaitingApproval, null)]
    public void A_confirmation_stands_only_as_long_as_the_content_does(string paidStatus, DocumentState state, string? confirmedBy)
    {
        var cancelled = Frozen(Unpaid);
        var refused = Facts.Summary(TwoLines.First, new Guid(8, 0, 0, new byte[8])) with
        {
            Type = DocumentKind.Reversal,
            State = DocumentState.Refused,
            ContentHash = cancelled.Hash,
            PreparationId = Guid.Empty,
        };
        var again = Frozen(Unpaid with { Own = refused, ConfirmedBy = null, ConfirmedBefore = People.Luis, PaidStatus = paidStatus });
        Assert.Equal((state, confirmedBy), (again.State, again.ConfirmedBy?.Name));
    }

    [Fact]
    public void A_credit_memo_that_was_canceled_in_Oracle_is_sent_under_another_number_after_another_confirmation()
    {
        var first = Frozen(Paid);
        var held = Facts.Summary(TwoLines.First, new Guid(8, 0, 0, new byte[8])) with
        {
            Type = DocumentKind.Reversal,
            State = DocumentState.Held,
            ContentHash = first.Hash,
            PreparationId = Guid.Empty,
            CanceledNumbers = ["HE-40212-V"],
        };
        var again = Frozen(Paid with { Own = held, ConfirmedBy = null, ConfirmedBefore = People.Luis });
        Assert.Equal((DocumentState.AwaitingApproval, (string?)null), (again.State, again.ConfirmedBy?.Name));
        Assert.Equal(["HE-40212-V"], first.Invoice.Documents.Select(document => document.InvoiceNumber));
        Assert.Equal(["HE-40212-V2"], again.Invoice.Documents.Select(document => document.InvoiceNumber));
        Assert.Equal("HE-40212-V2", again.Invoice.InvoiceNumber);
    }

    [Fact]
    public void Another_person_of_the_same_name_is_a_second_one()
    {
        var confirmed = Frozen(Paid with { ConfirmedBy = People.Luis with { Name = People.Dana.Name } });
        Assert.Equal((DocumentState.Prepared, People.Luis.Id), (confirmed.State, confirmed.ConfirmedBy?.Id));
    }

    [Fact]
    public void What_is_not_the_last_posted_is_refused_until_the_later_one_is_taken_back()
    {
        var later = Facts.Summary(TwoLines.First, new Guid(9, 0, 0, new byte[8])) with
        {
            ProcoreId = "6003",
            ApplicationNumber = 3,
            State = DocumentState.Posted,
            PreparationId = Guid.Empty,
        };
        var facts = Unpaid with
        {
            Commitment = Unpaid.Commitment with { BasePreparationId = later.PreparationId, LastPostedNumber = 3 },
            Ledger = Unpaid.Ledger with { LastPostedNumber = 3 },
            Others = [later],
        };
        var refusal = TwoLines.Stopped(ReversalPreparation.Decide(facts));
        Assert.Equal("reversal-out-of-order Refused", refusal.WireCode + " " + refusal.State);
        Assert.Contains("HE-40212", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_later_one_is_taken_back_it_is_the_next_to_be_reversed()
    {
        var later = Facts.Summary(TwoLines.First, new Guid(9, 0, 0, new byte[8])) with
        {
            ProcoreId = "6003",
            ApplicationNumber = 3,
            State = DocumentState.Reversed,
        };
        Assert.Equal(
            DocumentState.Prepared,
            Frozen(Unpaid with { Commitment = Unpaid.Commitment with { BasePreparationId = Guid.Empty }, Others = [later] }).State
        );
    }

    [Theory]
    [InlineData("Unpaid")]
    [InlineData("Paid")]
    public void The_ledger_of_a_reversal_is_the_base_line_by_line(string paidStatus)
    {
        var reversal = Frozen(Unpaid with { PaidStatus = paidStatus }).Invoice;
        var ledger = PreparedLedger.Of(reversal, []);
        Assert.Equal(Unpaid.Base.Lines, ledger.Lines);
        Assert.Equal([(40000m, 4000m), (10000m, 1000m)], ledger.Lines.Select(line => (line.Posted.Gross, line.Posted.Retainage.Total)));
        Assert.Equal(1, ledger.LastPostedNumber);
        Assert.Equal(Unpaid.Base.OriginalContractSum, ledger.OriginalContractSum);
        Assert.Equal((50000m, 5000m), (reversal.GrossToDate, reversal.RetainageToDate));
    }

    [Fact]
    public void Its_lines_move_back_what_moved()
    {
        var line = Frozen(Paid).Invoice.Lines[0];
        Assert.Equal((60000m, 40000m, 6000m, 4000m), (line.GrossBefore, line.GrossAfter, line.WorkRetainageBefore, line.WorkRetainageAfter));
        Assert.Equal((60000m, -20000m), (line.WorkPrevious, line.WorkThisPeriod));
    }

    [Fact]
    public void The_first_application_is_taken_back_to_nothing_and_can_be_billed_again()
    {
        var before = FirstLedger.Of("USD", TwoLines.First);
        var facts = Unpaid with
        {
            Original = Original(TwoLines.First),
            Posted = TwoLines.Posted,
            Ledger = Facts.Ledger(TwoLines.Posted),
            Base = before,
            PaidStatus = "Paid",
        };
        var reversal = Frozen(facts).Invoice;
        Assert.Equal(["Create CreditMemo HE-40211-V -45000.00"], TwoLines.Documents(reversal));
        Assert.Empty(PreparedLedger.Of(reversal, []).Lines);
        Assert.Equal(0, reversal.LastPostedNumber);
        Assert.Equal(45000m, Facts.Frozen(Facts.After(reversal, TwoLines.First)).Invoice.PayableAmount);
    }

    [Fact]
    public void Invoice_and_release_of_one_application_are_both_taken_back()
    {
        var facts = Of(TwoLines.WithRelease);
        Assert.Equal(
            ["Cancel StandardInvoice HE-40212 18000.00", "Cancel RetainageRelease HE-40212-R 2000.00"],
            TwoLines.Documents(Frozen(facts).Invoice)
        );
        var credited = Frozen(facts with { PaidStatus = "Paid" }).Invoice;
        Assert.Equal(["Create CreditMemo HE-40212-V -18000.00", "Create CreditMemo HE-40212-R-V -2000.00"], TwoLines.Documents(credited));
        Assert.Equal(["-20000.00 FYT-PO-1002/1", $"2000.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(credited, 1));
        Assert.Equal([$"-2000.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(credited, 2));
        Assert.Equal(facts.Base.Lines, PreparedLedger.Of(credited, []).Lines);
        Assert.Equal(-20000m, credited.PayableAmount);
    }

    [Fact]
    public void A_split_that_is_taken_back_leaves_the_whole_line_alone_and_can_be_billed_again()
    {
        var source = Sample.Application(
            2,
            45000m,
            [
                Sample.Line(1, 100000m, 40000m, 20000m, 0m, 6000m, 0m, 40000m),
                Sample.Line(3, 20000m, 4000m, 5000m, 0m, 900m, 0m, 4000m),
                Sample.Line(4, 30000m, 6000m, 0m, 0m, 600m, 0m, 6000m),
            ]
        );
        var split = new ScheduleChange.Split("7002", [new SplitPart("7003", 20000m, 4000m, null), new SplitPart("7004", 30000m, 6000m, null)]);
        var first = TwoLines.After(source) with { Decisions = new BillingDecisions { ScheduleChanges = [split] } };
        var reversal = Frozen(Of(source, first)).Invoice;
        Assert.Equal(Unpaid.Base.Lines, PreparedLedger.Of(reversal, []).Lines);

        var again = Facts.After(reversal, source) with { Decisions = first.Decisions };
        Assert.Equal(22500m, Facts.Frozen(again).Invoice.PayableAmount);
    }

    // 40,000 of line 1 were posted to task 2600 of 26-240; the second application moves them to task 0784 of 07-840 and bills 20,000 there.
    [Theory]
    [InlineData("Unpaid")]
    [InlineData("Paid")]
    public void What_moved_to_another_coding_moves_back_and_the_ledger_has_its_coding_from_before(string paidStatus)
    {
        var source = TwoLines.Second(20000m, 6000m, 5000m, 1500m).With(1, line => line with { TaskSegmentCode = "0784", FlatCode = "07-840.SUB" });
        var first = Facts.Frozen(Unmatched(Facts.Of(TwoLines.First))).Invoice;
        var recoded = Unmatched(Facts.After(first, source)) with
        {
            Decisions = new BillingDecisions { ScheduleChanges = [new ScheduleChange.Recode("7001", "07-840.SUB", Reclassify: true)] },
        };
        var posted = Facts.Frozen(recoded);
        Assert.Equal(["0784", "2600"], posted.Invoice.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Select(line => line.TaskNumber));

        var facts = Of(source, recoded) with { PaidStatus = paidStatus, BaseInvoice = first };
        var reversal = Frozen(facts);

        // The journals of both add up to nothing, coding by coding, and the credit goes to the coding of what it credits.
        var sums = CostByCoding(posted.Texts.Proof).Concat(CostByCoding(reversal.Texts.Proof)).ToLookup(cost => cost.Coding, cost => cost.Amount);
        Assert.Equal(["07-840.SUB", "26-240.SUB"], sums.Select(sum => sum.Key).Order());
        Assert.All(sums, sum => Assert.Equal(0m, sum.Sum()));
        Assert.Contains("Cost 26-240.SUB: Reclassified from 07-840.SUB", reversal.Texts.Proof, StringComparison.Ordinal);
        if (paidStatus == "Paid")
        {
            Assert.Equal(
                ["0784 -20000.00", "2600 -5000.00", " 2500.00"],
                reversal.Invoice.LinesOf(reversal.Invoice.Documents[0]).Select(line => Sentence.Of($"{line.TaskNumber} {line.Amount:0.00}"))
            );
        }

        // Read back as it was frozen, it is the ledger of the first application, with its codings.
        var read = PreparedInvoiceContent.Read("Reversal", StoredContent.Of(reversal.Invoice).Text, reversal.Hash, out var changed);
        Assert.Null(changed);
        Assert.Equal(PreparedLedger.Codings(first), PreparedLedger.Codings(read!));
        Assert.Equal("26-240.SUB", PreparedLedger.Of(read!, []).Lines[0].Coding);
        Assert.Equal([new ReclassifiedCost("7001", "07-840.SUB", "26-240.SUB", 40000m)], read!.Reclassified);

        // A line that the next application does not mention is credited on the coding of the first.
        var without = Sample.Application(2, 45000m, [Sample.Line(2, 50000m, 10000m, 5000m, 0m, 1500m, 0m, 10000m)]);
        var next = Facts.Frozen(
            Unmatched(Facts.After(read!, without)) with
            {
                Decisions = new BillingDecisions { ScheduleChanges = [new ScheduleChange.Delete("7001", DeletedLine.Credit)] },
            }
        );
        Assert.Equal("2600", next.Invoice.Lines.First(line => line.ProcoreLineId == "7001").TaskNumber);
    }

    private static PreparationFacts Unmatched(PreparationFacts facts) =>
        facts with
        {
            Commitment = facts.Commitment with { IsMatched = false },
            Links = [],
            Mapping = facts.Mapping with
            {
                Tasks = new ProjectTasks([.. facts.Mapping.Tasks.All, facts.Mapping.Tasks.All.First() with { TaskNumber = "0784" }]),
            },
        };

    private static IEnumerable<(string Coding, decimal Amount)> CostByCoding(string proof) =>
        Regex
            .Matches(proof, @"^Cost ([^:]+):.* (-?[\d,]+\.\d\d) +(-?[\d,]+\.\d\d)\s*$", RegexOptions.Multiline)
            .Select(row => (row.Groups[1].Value, Amount(row.Groups[2].Value) - Amount(row.Groups[3].Value)));

    private static decimal Amount(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    [Fact]
    public void What_was_caught_up_because_Oracle_had_posted_less_is_taken_back_too()
    {
        var source = TwoLines.Second(20000m, 6000m, 5000m, 1500m);
        var decisions = new BillingDecisions
        {
            Oracle = [new OraclePosted("7001", 39000m, null)],
            CatchUp = new CatchUpDecision(1000m, 1, "Dana Kowalski", "Never arrived"),
        };
        var reversal = Frozen(Of(source, TwoLines.After(source) with { Decisions = decisions }) with { PaidStatus = "Paid" }).Invoice;
        Assert.Equal(["Create CreditMemo HE-40212-V -23500.00"], TwoLines.Documents(reversal));
        Assert.Equal(
            ["-20000.00 FYT-PO-1002/1", "-1000.00 FYT-PO-1002/1", "-5000.00 FYT-PO-1002/2", $"2500.00 {TwoLines.RetainageAccount}/"],
            TwoLines.Sent(reversal, 1)
        );
        Assert.Equal(Unpaid.Base.Lines, PreparedLedger.Of(reversal, []).Lines);
    }

    [Fact]
    public void What_was_caught_up_while_a_punch_list_is_held_is_taken_back_with_the_hold()
    {
        var posted = TwoLines.Posted with
        {
            Lines =
            [
                .. TwoLines.Posted.Lines.Select(line =>
                    line.Kind == LineKind.ScheduleOfValues && line.ProcoreLineId == "7001" ? line with { PunchListAfter = 700m } : line
                ),
            ],
        };

        // The hold is retainage of the header, and was not paid before.
        var source = TwoLines.Second(20000m, 6000m, 5000m, 1500m) with
        {
            RetainageToDate = 8200m,
            PreviousCertificates = 44300m,
        };
        var decisions = new BillingDecisions
        {
            Oracle = [new OraclePosted("7001", 39000m, null)],
            CatchUp = new CatchUpDecision(1000m, 1, "Dana Kowalski", "Never arrived"),
        };
        var facts = Of(source, Facts.After(posted, source) with { Decisions = decisions }) with { PaidStatus = "Paid" };
        Assert.Equal(700m, facts.Base.Lines.Sum(line => line.Posted.Retainage.PunchList));
        var reversal = Frozen(facts).Invoice;
        Assert.Equal(-facts.Posted.PayableAmount, reversal.PayableAmount);
        Assert.Equal(facts.Base.Lines, PreparedLedger.Of(reversal, []).Lines);
        Assert.Equal(700m, PreparedLedger.Of(reversal, []).Lines.Sum(line => line.Posted.Retainage.PunchList));
    }

    [Theory]
    [InlineData("Unpaid")]
    [InlineData("Paid")]
    public void Retainage_on_stored_materials_is_restored_as_it_was(string paidStatus)
    {
        // 3,000 are stored with 300 held; the second application installs them, and is taken back.
        var first = Sample.Application(
            1,
            0m,
            [Sample.Line(1, 100000m, 0m, 40000m, 3000m, 4000m, 300m, 0m), Sample.Line(2, 50000m, 0m, 10000m, 0m, 1000m, 0m, 0m)]
        );
        var posted = Facts.Frozen(Facts.Of(first)).Invoice;
        var second = Sample.Application(
            2,
            47700m,
            [Sample.Line(1, 100000m, 40000m, 8000m, 0m, 4800m, 0m, 43000m), Sample.Line(2, 50000m, 10000m, 0m, 0m, 1000m, 0m, 10000m)]
        );
        var facts = Of(second, Facts.After(posted, second)) with { PaidStatus = paidStatus };
        var reversal = Frozen(facts).Invoice;
        var restored = PreparedLedger.Of(reversal, []).Lines;
        Assert.Equal(new BucketAmounts(4000m, 300m), restored[0].Posted.Retainage);
        Assert.Equal(3000m, restored[0].Posted.Stored);
        Assert.Equal(facts.Base.Lines, restored);
        Assert.Equal(5300m, reversal.RetainageToDate);
    }

    [Fact]
    public void A_reversal_is_not_reversed_and_what_is_not_posted_neither()
    {
        var reversal = TwoLines.Stopped(ReversalPreparation.Decide(Unpaid with { Original = Unpaid.Original with { Type = DocumentKind.Reversal } }));
        var prepared = TwoLines.Stopped(
            ReversalPreparation.Decide(Unpaid with { Original = Unpaid.Original with { State = DocumentState.Prepared } })
        );
        Assert.Equal([DocumentReasons.DocumentState, DocumentReasons.DocumentState], [reversal.Code, prepared.Code]);
        Assert.Contains("is a reversal and cannot be reversed", reversal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void While_another_document_is_on_its_way_nothing_is_taken_back()
    {
        var other = Facts.Summary(TwoLines.First, new Guid(9, 0, 0, new byte[8])) with
        {
            ProcoreId = "6003",
            ApplicationNumber = 3,
            State = DocumentState.Prepared,
        };
        Assert.Equal("predecessor-not-posted", TwoLines.Stopped(ReversalPreparation.Decide(Unpaid with { Others = [other] })).WireCode);
    }

    [Fact]
    public void The_same_confirmed_reversal_again_changes_nothing_and_one_that_is_sent_is_left_alone()
    {
        var own = Facts.Summary(TwoLines.First, Facts.OwnId) with
        {
            Type = DocumentKind.Reversal,
            State = DocumentState.Prepared,
            ContentHash = Frozen(Unpaid).Hash,
            PreparationId = Facts.OwnId,
        };
        Assert.IsType<PreparationDecision.Unchanged>(ReversalPreparation.Decide(Unpaid with { Own = own }));
        Assert.IsType<PreparationDecision.Frozen>(ReversalPreparation.Decide(Unpaid with { Own = own with { ContentHash = "other" } }));
        Assert.IsType<PreparationDecision.Unchanged>(
            ReversalPreparation.Decide(Unpaid with { Own = own with { ContentHash = "other", IsClaimedOrSent = true } })
        );
    }

    private static ReversalFacts Of(SourceInvoice source) => Of(source, TwoLines.After(source));

    private static ReversalFacts Of(SourceInvoice source, PreparationFacts facts)
    {
        var posted = Facts.Frozen(facts).Invoice;
        return new ReversalFacts
        {
            Original = Original(source),
            Posted = posted,
            PaidStatus = "Unpaid",
            Ledger = Facts.Ledger(posted),
            Base = facts.Ledger,
            Commitment = facts.Commitment with { LastPostedNumber = 2 },
            Others = [],
            Periods = facts.Periods,
            RetainageAccount = TwoLines.RetainageAccount,
            RequestedBy = People.Dana,
            ConfirmedBy = People.Luis,
            Reason = "Billed to the wrong contract",
        };
    }

    private static DocumentSummary Original(SourceInvoice source) =>
        Facts.Summary(source, new Guid(8, 0, 0, new byte[8])) with
        {
            State = DocumentState.Posted,
            PreparationId = Facts.BaseId,
        };

    private static PreparationDecision.Frozen Frozen(ReversalFacts facts) =>
        Assert.IsType<PreparationDecision.Frozen>(ReversalPreparation.Decide(facts));
}
