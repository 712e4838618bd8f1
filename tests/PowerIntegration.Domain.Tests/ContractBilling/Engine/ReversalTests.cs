using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class ReversalTests
{
    private static readonly BillingOutcome.Billed First = Contracts.Billed(
        Contracts.TenPercent,
        Contracts.Ledger(20_000m),
        Contracts.ToDate(1, 20_000m, 0m, 8_000m)
    );

    private static readonly BillingOutcome.Billed Second = Contracts.Billed(
        Contracts.TenPercent,
        First.NextLedger,
        Contracts.ToDate(2, 20_000m, 8_000m, 13_000m) with
        {
            Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC", 50m, "101-52100", "P. Manager")],
        }
    );

    [Fact]
    public void An_unpaid_document_is_canceled_and_the_base_is_restored()
    {
        var reversed = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(Request(PaymentStatus.Unpaid)));
        var cancel = Assert.IsType<ReversalAction.Cancel>(Assert.Single(reversed.Actions));
        Assert.Equal("HE-40213", cancel.Original.InvoiceNumber);
        Assert.False(cancel.IsRolled);
        Assert.Equal(CalendarDate.Parse("2025-11-30"), cancel.AccountingDate);
        Assert.Equal(First.NextLedger.Lines, reversed.NextLedger.Lines);
        Assert.Equal(1, reversed.NextLedger.LastPostedNumber);
    }

    [Theory]
    [InlineData(PaymentStatus.Paid)]
    [InlineData(PaymentStatus.PartlyPaid)]
    public void A_paid_document_gets_a_credit_to_its_own_lines_with_the_retainage(PaymentStatus payment)
    {
        var reversed = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(Request(payment)));
        var credit = Assert.IsType<ReversalAction.Credit>(Assert.Single(reversed.Actions));
        Assert.Equal(["CreditMemo -4450.00: Movement -5000.00 RetainageWithheld 500.00 Deduction 50.00"], Contracts.Short([credit.Document]));
        Assert.Equal("L1", credit.Document.Lines[0].LineId);
        Assert.All(credit.Document.Lines, line => Assert.StartsWith("Reversal of HE-40213", line.Description, StringComparison.Ordinal));
        Assert.Equal(
            ["Cost 0.00 5000.00", "RetainagePayable 500.00 0.00", "Deduction 50.00 0.00", "Payable 4450.00 0.00"],
            reversed.Journals.Select(entry => Sentence.Of($"{entry.Role} {entry.Debit:0.00} {entry.Credit:0.00}"))
        );
    }

    [Fact]
    public void Every_document_of_the_application_is_reversed_separately()
    {
        // Progress and a release go out as two documents, a deduction rides on the first.
        var second = Contracts.Billed(
            Contracts.TenPercent,
            First.NextLedger,
            Contracts.ToDate(2, 20_000m, 8_000m, 13_000m) with
            {
                Release = new RetainageRelease.Total(400m),
                Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC", 50m, "101-52100", "P. Manager")],
            }
        );
        var request = Request(PaymentStatus.Paid) with { Ledger = second.NextLedger };
        var documents = second
            .Documents.Select((document, index) => request.Documents[0] with { Document = document, InvoiceNumber = "HE-" + index })
            .ToList();
        var reversed = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(request with { Documents = documents }));
        Assert.Equal(
            ["CreditMemo -4450.00: Movement -5000.00 RetainageWithheld 500.00 Deduction 50.00", "CreditMemo -400.00: RetainageReleased -400.00"],
            Contracts.Short(reversed.Actions.Cast<ReversalAction.Credit>().Select(credit => credit.Document))
        );
        Assert.Equal(5_400m, reversed.Journals.Sum(entry => entry.Credit));
        Assert.Equal(First.NextLedger.Lines, reversed.NextLedger.Lines);

        // One of the two alone does not explain what the ledger moved.
        Assert.Throws<InvariantBrokenException>(() => Reversal.Of(request with { Documents = [documents[0]] }));
    }

    [Fact]
    public void Two_documents_with_deductions_are_reversed_with_both()
    {
        var second = Contracts.Billed(Contracts.TenPercent, First.NextLedger, Contracts.ToDate(2, 20_000m, 8_000m, 13_000m));
        var line = second.Documents[0].Lines[0];
        BillingDocument Part(decimal gross) =>
            second.Documents[0] with
            {
                Amount = (gross * 0.9m) - 10m,
                Lines =
                [
                    line with
                    {
                        Amount = gross,
                    },
                    line with
                    {
                        Kind = BillingLineKind.RetainageWithheld,
                        Role = AccountRole.RetainagePayable,
                        Amount = -gross / 10m,
                    },
                    line with
                    {
                        Kind = BillingLineKind.Deduction,
                        Role = AccountRole.Deduction,
                        Amount = -10m,
                    },
                ],
            };
        var request = Request(PaymentStatus.Unpaid) with { Ledger = second.NextLedger };
        var documents = new[] { Part(2_000m), Part(3_000m) }.Select(document => request.Documents[0] with { Document = document }).ToList();
        Assert.Equal(2, Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(request with { Documents = documents })).Actions.Count);
    }

    // A document that moves amounts between lines pays nothing, and so does the one that reverses it.
    [Theory]
    [InlineData(CreditDocument.CreditMemo, BillingDocumentKind.CreditMemo)]
    [InlineData(CreditDocument.DebitMemo, BillingDocumentKind.DebitMemo)]
    public void A_document_of_zero_is_reversed_by_a_credit_of_zero(CreditDocument term, BillingDocumentKind kind)
    {
        var request = Request(PaymentStatus.Paid);
        var posted = request.Documents[0];
        var line = posted.Document.Lines[0];
        var zero = posted.Document with { Amount = 0m, Lines = [line with { Amount = 100m }, line with { Amount = -100m }] };
        var reversed = Assert.IsType<ReversalOutcome.Reversed>(
            Reversal.Of(request with { Base = request.Ledger, CreditDocument = term, Documents = [posted with { Document = zero }] })
        );
        var credit = Assert.IsType<ReversalAction.Credit>(Assert.Single(reversed.Actions)).Document;
        Assert.Equal((kind, 0m), (credit.Kind, credit.Amount));
        Assert.Equal([-100m, 100m], reversed.Journals.Select(entry => entry.Amount));
    }

    [Fact]
    public void A_closed_period_rolls_the_reversal_to_the_next_open_one()
    {
        var request = Request(PaymentStatus.Paid);
        var closed = request with { Periods = [request.Periods[0] with { IsLedgerOpen = false }, request.Periods[1]] };
        var action = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(closed)).Actions[0];
        Assert.True(action.IsRolled);
        Assert.Equal(CalendarDate.Parse("2025-12-01"), action.AccountingDate);
        var none = request with { Periods = [request.Periods[0] with { IsLedgerOpen = false }] };
        Assert.Equal(DateReasons.NoOpenPeriod, Assert.IsType<ReversalOutcome.Stopped>(Reversal.Of(none)).Refusal.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("A. Clerk")]
    [InlineData("a. clerk")]
    public void A_second_person_confirms(string? confirmedBy)
    {
        var stopped = Assert.IsType<ReversalOutcome.Stopped>(Reversal.Of(Request(PaymentStatus.Unpaid) with { ConfirmedBy = confirmedBy }));
        Assert.Equal(DocumentReasons.SecondPersonRequired, stopped.Refusal.Code);
        Assert.Equal(StopState.Held, stopped.Refusal.State);
    }

    [Fact]
    public void A_reversal_needs_a_reason() =>
        Assert.Equal(
            DocumentReasons.SecondPersonRequired,
            Assert.IsType<ReversalOutcome.Stopped>(Reversal.Of(Request(PaymentStatus.Unpaid) with { Reason = "" })).Refusal.Code
        );

    [Fact]
    public void Only_the_last_posted_application_is_reversed()
    {
        var stopped = Assert.IsType<ReversalOutcome.Stopped>(Reversal.Of(Request(PaymentStatus.Unpaid) with { ApplicationNumber = 1 }));
        Assert.Equal(DocumentReasons.ReversalOutOfOrder, stopped.Refusal.Code);
        Assert.Contains("application 2", stopped.Refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reversed_application_comes_again_only_as_a_new_revision()
    {
        var base1 = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(Request(PaymentStatus.Unpaid))).NextLedger;
        var same = Contracts.ToDate(2, 20_000m, 8_000m, 13_000m);
        Assert.IsType<BillingOutcome.NothingToPost>(BillingEngine.Bill(Contracts.TenPercent, base1, same));
        Assert.Equal(
            3_600m,
            Contracts.Billed(Contracts.TenPercent, base1, Contracts.ToDate(2, 20_000m, 8_000m, 12_000m) with { Revision = 2 }).Payable
        );
    }

    // 2,000 stored with 200 held and 40 for the punch list; the application installs what is stored and releases 100 of the rest, 30 of it held back.
    [Theory]
    [InlineData(PaymentStatus.Unpaid)]
    [InlineData(PaymentStatus.Paid)]
    public void Every_bucket_of_retainage_is_restored_and_so_is_what_is_stored(PaymentStatus payment)
    {
        var before = Contracts.Posted(
            20_000m,
            1,
            Contracts.Balance("L1", 20_000m, 8_000m, 2_000m, 800m, 200m) with
            {
                Posted = new LineBalance(10_000m, new BucketAmounts(800m, 200m, 40m)) { Stored = 2_000m },
            }
        );
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            before,
            Contracts.Application(2, Contracts.Line("L1", 20_000m, 8_000m, 2_500m)) with
            {
                Release = new RetainageRelease.Total(100m) { PunchListHold = 30m },
            }
        );
        Assert.NotEqual(before.Lines[0].Posted.Retainage, billed.NextLedger.Lines[0].Posted.Retainage);
        var request = Request(payment) with
        {
            Ledger = billed.NextLedger,
            Base = before,
            Documents = [.. billed.Documents.Select(document => Request(payment).Documents[0] with { Document = document })],
        };
        var restored = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(request)).NextLedger;
        Assert.Equal(before.Lines, restored.Lines);
        Assert.Equal((new BucketAmounts(800m, 200m, 40m), 2_000m), (restored.Lines[0].Posted.Retainage, restored.Lines[0].Posted.Stored));
    }

    // 3,000 were billed on 2100/SUB; the application bills 1,000 more, moves all of it to 3300/SUB, and is reversed.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_moved_to_another_coding_moves_back_and_nothing_is_left_on_any_coding(bool reclassify)
    {
        var before = Contracts.Posted(8_000m, 1, Contracts.Balance("7", 8_000m, 3_000m, 0m, 300m));
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            before,
            Contracts.Application(2, Contracts.Line("7", 8_000m, 3_000m, 1_000m)) with
            {
                ScheduleChanges = [new ScheduleChange.Recode("7", "3300/SUB", reclassify)],
            }
        );
        var request = Request(PaymentStatus.Paid) with
        {
            Ledger = billed.NextLedger,
            Base = before,
            Documents = [Request(PaymentStatus.Paid).Documents[0] with { Document = billed.Documents[0] }],
            Reclassified = billed.Reclassified,
        };

        var reversed = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(request));

        Assert.Equal(
            reclassify ? ["3300/SUB -4000.00", "2100/SUB 3000.00"] : new[] { "3300/SUB -1000.00" },
            reversed
                .Journals.Where(entry => entry.Role == AccountRole.Cost)
                .GroupBy(entry => entry.Coding)
                .Select(group => Sentence.Of($"{group.Key} {group.Sum(entry => entry.Amount):0.00}"))
        );
        Assert.All(
            billed.Journals.Concat(reversed.Journals).GroupBy(entry => (entry.Role, entry.Coding)),
            group => Assert.Equal(0m, group.Sum(entry => entry.Amount))
        );
        Assert.Equal("2100/SUB", reversed.NextLedger.Lines[0].Coding);
    }

    [Fact]
    public void A_ledger_that_the_documents_do_not_explain_is_never_reversed() =>
        Assert.Throws<InvariantBrokenException>(() => Reversal.Of(Request(PaymentStatus.Unpaid) with { Base = Contracts.Ledger(20_000m) }));

    private static ReversalRequest Request(PaymentStatus payment) =>
        new()
        {
            ContractNumber = "SC-009",
            ApplicationNumber = 2,
            Ledger = Second.NextLedger,
            Base = First.NextLedger,
            Documents =
            [
                new PostedDocument
                {
                    InvoiceNumber = "HE-40213",
                    Document = Second.Documents[0],
                    AccountingDate = CalendarDate.Parse("2025-11-30"),
                    Payment = payment,
                },
            ],
            Reclassified = [],
            Periods = [Period("2025-11-01", "2025-11-30"), Period("2025-12-01", "2025-12-31")],
            CreditDocument = CreditDocument.CreditMemo,
            RequestedBy = "A. Clerk",
            ConfirmedBy = "K. Controller",
            Reason = "billed to the wrong contract",
        };

    private static AccountingPeriod Period(string start, string end) =>
        new()
        {
            Start = CalendarDate.Parse(start),
            End = CalendarDate.Parse(end),
            IsPayablesOpen = true,
            IsLedgerOpen = true,
            IsProjectsOpen = true,
        };
}
