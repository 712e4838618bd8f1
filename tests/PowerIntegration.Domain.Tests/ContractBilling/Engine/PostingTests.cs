using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Documents and legs of the cases beside plain progress: catch-up, release, reclassification, credits and their reversal.</summary>
public sealed class PostingTests
{
    private static readonly ContractLedger Two = Contracts.Posted(
        90_000m,
        1,
        Contracts.Balance("1", 52_000m, 31_200m, 0m, 3_120m),
        Contracts.Balance("2", 38_000m, 28_500m, 0m, 2_850m)
    );

    private static readonly ContractTerms BySign = Contracts.TenPercent with { NegativeLines = NegativeLines.SplitBySign };

    [Fact]
    public void A_release_with_progress_and_a_deduction_posts_each_on_a_leg_of_its_own()
    {
        var application = Contracts.Application(2, Contracts.Line("1", null, null, 1_000m)) with
        {
            Release = new RetainageRelease.ByLine([new LineRelease("2", 850m)]),
            Deductions = [new PaymentDeduction(DeductionKind.JointCheck, "Supply Co", 200m, "101-21000", "P. Manager")],
        };
        Assert.Equal(
            [
                "Cost 1 1000.00 0.00",
                "RetainagePayable  0.00 100.00",
                "RetainagePayable  850.00 0.00",
                "Deduction  0.00 200.00",
                "Payable  0.00 1550.00",
            ],
            Legs(Contracts.Billed(Contracts.TenPercent, Two, application))
        );
    }

    [Fact]
    public void What_is_caught_up_is_a_leg_of_its_own()
    {
        var ledger = Contracts.Posted(160_000m, 2, Contracts.Balance("L1", 160_000m, 71_500m, 0m, 7_150m));
        var application = Contracts.Application(3, Contracts.Line("L1", null, 71_500m, 33_500m)) with
        {
            Oracle = [new OraclePosted("L1", 69_000m, 6_900m)],
            CatchUp = new CatchUpDecision(2_500m, 2, "K. Controller", "export failed"),
        };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, application);
        Assert.Equal(["Cost L1 33500.00 0.00", "Cost L1 2500.00 0.00", "RetainagePayable  0.00 3600.00", "Payable  0.00 32400.00"], Legs(billed));
        Assert.Equal("Adjustment of application 2", billed.Documents[0].Lines[1].Description);
        Assert.Equal(69_000m, billed.Lines[0].Before.Gross);
        Assert.Equal(new BucketAmounts(6_900m, 0m), billed.Lines[0].Before.Retainage);
    }

    [Fact]
    public void A_reclassified_line_moves_what_is_posted_from_the_old_coding_to_the_new()
    {
        var application = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Recode("2", "3300/SUB", true)] };
        var billed = Contracts.Billed(Contracts.TenPercent, Two, application);
        Assert.Empty(billed.Documents);
        Assert.Equal(
            ["2 3300/SUB 28500.00 0.00", "2 2100/SUB 0.00 28500.00"],
            billed.Journals.Select(entry => Sentence.Of($"{entry.LineId} {entry.Coding} {entry.Debit:0.00} {entry.Credit:0.00}"))
        );
    }

    [Fact]
    public void Lines_of_one_sign_stay_on_one_document()
    {
        var back = Contracts.Application(2, Contracts.Line("1", null, null, -100m), Contracts.Line("2", null, null, -200m));
        Assert.Equal(
            ["CreditMemo -270.00: Movement -100.00 Movement -200.00 RetainageReleased 30.00"],
            Contracts.Short(Contracts.Billed(BySign, Two, back).Documents)
        );
        var on = Contracts.Application(2, Contracts.Line("1", null, null, 100m), Contracts.Line("2", null, null, 200m));
        Assert.Equal(
            ["StandardInvoice 270.00: Movement 100.00 Movement 200.00 RetainageWithheld -30.00"],
            Contracts.Short(Contracts.Billed(BySign, Two, on).Documents)
        );
        var mixed = Contracts.Application(2, Contracts.Line("1", null, null, 100m), Contracts.Line("2", null, null, -200m));
        Assert.Single(Contracts.Billed(Contracts.TenPercent, Two, mixed).Documents);
    }

    [Fact]
    public void A_line_whose_gross_stays_but_whose_retainage_moves_goes_with_the_lines_that_pay()
    {
        var application = Contracts.Application(2, Contracts.Line("1", null, null, -1_000m), Contracts.Line("2", null, null, 0m));
        var billed = Contracts.Billed(
            BySign with
            {
                Retainage = new RetainageTerms.PerLine(0.10m, 0.10m, [new LineRate("2", 0.05m, null)]),
            },
            Two,
            application
        );
        Assert.Equal(
            ["RetainageRelease 1425.00: RetainageReleased 1425.00", "CreditMemo -900.00: Movement -1000.00 RetainageReleased 100.00"],
            Contracts.Short(billed.Documents)
        );
    }

    [Fact]
    public void Retainage_that_rises_without_gross_is_a_debit_memo()
    {
        var billed = Contracts.Billed(
            Contracts.Terms(new RetainageTerms.Flat(0.12m)),
            Two,
            Contracts.Application(2, Contracts.Line("1", null, null, 0m))
        );
        Assert.Equal(["DebitMemo -1194.00: RetainageWithheld -1194.00"], Contracts.Short(billed.Documents));
        Assert.Equal(["RetainagePayable  0.00 1194.00", "Payable  1194.00 0.00"], Legs(billed));
    }

    [Fact]
    public void A_document_names_its_lines_roles_codings_and_accounts()
    {
        var application = Contracts.Application(2, Contracts.Line("1", null, null, 1_000m)) with
        {
            Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC-7", 50m, "101-52100", "P. Manager")],
        };
        var document = Assert.Single(Contracts.Billed(Contracts.TenPercent, Two, application).Documents);
        Assert.Equal(
            [
                "1 Cost 2100/SUB  Line 1",
                " RetainagePayable   Retainage withheld, application 2",
                " Deduction  101-52100 Back charge BC-7, approved by P. Manager",
            ],
            document.Lines.Select(line => $"{line.LineId} {line.Role} {line.Coding} {line.Account} {line.Description}")
        );
        Assert.Equal(0m, document.WithheldByOracle);
    }

    [Fact]
    public void A_deduction_leaves_what_Oracle_withholds_on_the_document()
    {
        var application = Contracts.Application(2, Contracts.Line("1", null, null, 1_000m)) with
        {
            Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC-7", 50m, "101-52100", "P. Manager")],
        };
        var billed = Contracts.Billed(Contracts.TenPercent with { RetainageKeeper = RetainageKeeper.Oracle }, Two, application);
        Assert.Equal(100m, Assert.Single(billed.Documents).WithheldByOracle);
        Assert.Equal(950m, billed.Documents[0].Amount);
        Assert.Equal(850m, billed.Payable);
        Assert.Equal(
            -850m,
            Reversed(billed, CreditDocument.CreditMemo).Document.Amount - Reversed(billed, CreditDocument.CreditMemo).Document.WithheldByOracle
        );
    }

    [Fact]
    public void A_reversal_is_the_document_of_the_other_sign_as_the_contract_says()
    {
        var invoice = Contracts.Billed(Contracts.TenPercent, Two, Contracts.Application(2, Contracts.Line("1", null, null, 1_000m)));
        Assert.Equal(BillingDocumentKind.CreditMemo, Reversed(invoice, CreditDocument.CreditMemo).Document.Kind);
        Assert.Equal(BillingDocumentKind.DebitMemo, Reversed(invoice, CreditDocument.DebitMemo).Document.Kind);
        var credit = Contracts.Billed(Contracts.TenPercent, Two, Contracts.Application(2, Contracts.Line("1", null, null, -1_000m)));
        Assert.Equal(
            ["StandardInvoice 900.00: Movement 1000.00 RetainageReleased -100.00"],
            Contracts.Short([Reversed(credit, CreditDocument.CreditMemo).Document])
        );
    }

    [Fact]
    public void The_reversal_of_a_document_from_which_Oracle_withheld_gives_retainage_and_payable_back()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent with
            {
                RetainageKeeper = RetainageKeeper.Oracle,
            },
            Two,
            Contracts.Application(2, Contracts.Line("1", null, null, 1_000m))
        );
        var reversed = Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(Request(billed, CreditDocument.CreditMemo)));
        Assert.Equal(
            ["Cost 1 0.00 1000.00", "RetainagePayable  100.00 0.00", "Payable  900.00 0.00"],
            reversed.Journals.Select(entry => Sentence.Of($"{entry.Role} {entry.LineId} {entry.Debit:0.00} {entry.Credit:0.00}"))
        );
        Assert.Equal("2100/SUB", reversed.Journals[0].Coding);
        Assert.Equal(-100m, Assert.IsType<ReversalAction.Credit>(reversed.Actions[0]).Document.WithheldByOracle);
    }

    [Fact]
    public void The_residual_of_a_proof_counts_differences_without_their_sign()
    {
        var proof = new Proof { Identities = [new("up", 3m, 1m), new("down", 1m, 3m), new("same", 2m, 2m)], Origins = [] };
        Assert.Equal(4m, proof.Residual);
    }

    [Fact]
    public void Buckets_add_and_subtract_part_by_part()
    {
        var left = new BucketAmounts(5m, 3m, 2m);
        var right = new BucketAmounts(1m, 2m, 0.5m);
        Assert.Equal(new BucketAmounts(6m, 5m, 2.5m), BucketAmounts.Add(left, right));
        Assert.Equal(new BucketAmounts(4m, 1m, 1.5m), BucketAmounts.Subtract(left, right));
        Assert.Equal(10m, left.Total);
        Assert.True(new LineMovement(0m, default).IsZero);
        Assert.False(new LineMovement(0m, left).IsZero);
        Assert.False(new LineMovement(1m, default).IsZero);
    }

    private static System.Collections.Generic.IEnumerable<string> Legs(BillingOutcome.Billed billed) =>
        billed.Journals.Select(entry => Sentence.Of($"{entry.Role} {entry.LineId} {entry.Debit:0.00} {entry.Credit:0.00}"));

    private static ReversalAction.Credit Reversed(BillingOutcome.Billed billed, CreditDocument credit) =>
        Assert.IsType<ReversalAction.Credit>(Assert.IsType<ReversalOutcome.Reversed>(Reversal.Of(Request(billed, credit))).Actions[0]);

    private static ReversalRequest Request(BillingOutcome.Billed billed, CreditDocument credit) =>
        new()
        {
            ContractNumber = "SC-009",
            ApplicationNumber = 2,
            Ledger = billed.NextLedger,
            Base = Two,
            Documents =
            [
                new PostedDocument
                {
                    InvoiceNumber = "HE-1",
                    Document = billed.Documents[0],
                    AccountingDate = CalendarDate.Parse("2025-11-30"),
                    Payment = PaymentStatus.Paid,
                },
            ],
            Reclassified = billed.Reclassified,
            Periods =
            [
                new AccountingPeriod
                {
                    Start = CalendarDate.Parse("2025-11-01"),
                    End = CalendarDate.Parse("2025-11-30"),
                    IsPayablesOpen = true,
                    IsLedgerOpen = true,
                    IsProjectsOpen = true,
                },
            ],
            CreditDocument = credit,
            RequestedBy = "A. Clerk",
            ConfirmedBy = "K. Controller",
            Reason = "billed to the wrong contract",
        };
}
