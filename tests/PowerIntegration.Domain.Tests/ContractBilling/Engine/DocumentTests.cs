using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class DocumentTests
{
    private static readonly ContractLedger Two = Contracts.Posted(
        90_000m,
        1,
        Contracts.Balance("1", 52_000m, 31_200m, 0m, 3_120m),
        Contracts.Balance("2", 38_000m, 28_500m, 0m, 2_850m)
    );

    private static readonly PaymentDeduction BackCharge = new(DeductionKind.BackCharge, "BC-7 cleaning", 300m, "101-10-52100", "P. Manager");

    // E21 where Oracle keeps the retainage: only gross is sent.
    [Fact]
    public void Oracle_withholds_by_itself_where_the_contract_says_so()
    {
        var terms = Contracts.TenPercent with { RetainageKeeper = RetainageKeeper.Oracle };
        var ledger = Contracts.Posted(85_000m, 1, Contracts.Balance("16", 85_000m, 4_200m, 52_000m, 420m, 5_200m));
        var billed = Contracts.Billed(terms, ledger, Contracts.Application(2, Contracts.Line("16", 85_000m, 4_200m, 61_350m)));
        var document = Assert.Single(billed.Documents);
        Assert.Equal(9_350m, document.Amount);
        Assert.Equal(935m, document.WithheldByOracle);
        Assert.Equal(8_415m, billed.Payable);
        Assert.Equal(935m, billed.Journals.Where(entry => entry.Role == AccountRole.RetainagePayable).Sum(entry => entry.Credit));
    }

    [Fact]
    public void Oracle_cannot_keep_retainage_that_its_rate_does_not_give()
    {
        var split = Contracts.Terms(new RetainageTerms.Split(0.10m, 0.05m)) with { RetainageKeeper = RetainageKeeper.Oracle };
        Contracts.AssertStopped(
            BillingReasons.TermsContradictory,
            split,
            Two,
            Contracts.Application(2, Contracts.Line("1", null, null, 1m)),
            "PowerIntegration"
        );

        // Three times 33.35 to date is 10.01; Oracle would withhold three times 3.34.
        var flat = Contracts.TenPercent with
        {
            RetainageKeeper = RetainageKeeper.Oracle,
        };
        var ledger = Contracts.Posted(500m, 1, Contracts.Balance("1", 500m, 33.35m, 0m, 3.34m));
        Contracts.AssertStopped(
            BillingReasons.OracleRetainageDiffers,
            flat,
            ledger,
            Contracts.Application(2, Contracts.Line("1", 500m, 33.35m, 33.35m)),
            "3.33",
            "3.34"
        );
    }

    [Fact]
    public void A_release_of_retainage_that_Oracle_keeps_names_its_lines()
    {
        var terms = Contracts.TenPercent with { RetainageKeeper = RetainageKeeper.Oracle };
        var billed = Contracts.Billed(terms, Two, Contracts.Application(1) with { RecordId = "REL", Release = new RetainageRelease.Everything() });
        Assert.Equal(["RetainageRelease 5970.00: RetainageReleased 3120.00 RetainageReleased 2850.00"], Contracts.Short(billed.Documents));
        Assert.Equal(["1", "2"], billed.Documents[0].Lines.Select(line => line.LineId!));
    }

    [Fact]
    public void Where_Oracle_refuses_negative_lines_they_go_on_a_separate_memo()
    {
        var application = Contracts.Application(2, Contracts.Line("1", 52_000m, 31_200m, 6_200m), Contracts.Line("2", 38_000m, 28_500m, -4_750m));
        var split = Contracts.Billed(Contracts.TenPercent with { NegativeLines = NegativeLines.SplitBySign }, Two, application);
        Assert.Equal(
            [
                "StandardInvoice 5580.00: Movement 6200.00 RetainageWithheld -620.00",
                "CreditMemo -4275.00: Movement -4750.00 RetainageReleased 475.00",
            ],
            Contracts.Short(split.Documents)
        );
        Assert.Equal(1_305m, split.Payable);
        var debit = Contracts.Billed(
            Contracts.TenPercent with
            {
                NegativeLines = NegativeLines.SplitBySign,
                CreditDocument = CreditDocument.DebitMemo,
            },
            Two,
            application
        );
        Assert.Equal([BillingDocumentKind.StandardInvoice, BillingDocumentKind.DebitMemo], debit.Documents.Select(document => document.Kind));
    }

    [Fact]
    public void Terms_that_give_retainage_back_without_gross_make_a_release()
    {
        var billed = Contracts.Billed(
            Contracts.Terms(new RetainageTerms.Flat(0.05m)),
            Two,
            Contracts.Application(2, Contracts.Line("1", null, null, 0m))
        );
        Assert.Equal(["RetainageRelease 2985.00: RetainageReleased 2985.00"], Contracts.Short(billed.Documents));
    }

    [Fact]
    public void What_is_zero_is_not_sent()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Two,
            Contracts.Application(2, Contracts.Line("1", null, null, 0m), Contracts.Line("2", null, null, 100m))
        );
        Assert.Equal(["StandardInvoice 90.00: Movement 100.00 RetainageWithheld -10.00"], Contracts.Short(billed.Documents));
        var nothing = Contracts.Billed(Contracts.TenPercent, Two, Contracts.Application(2, Contracts.Line("1", null, null, 0m)));
        Assert.Empty(nothing.Documents);
        Assert.Empty(nothing.Journals);
        Assert.Equal(2, nothing.NextLedger.LastPostedNumber);
    }

    [Fact]
    public void Gross_that_is_wholly_withheld_still_posts_cost_and_retainage()
    {
        var billed = Contracts.Billed(
            Contracts.Terms(new RetainageTerms.LumpSum(500m)),
            Contracts.Ledger(1_000m),
            Contracts.ToDate(1, 1_000m, 0m, 400m)
        );
        Assert.Equal(["StandardInvoice 0.00: Movement 400.00 RetainageWithheld -400.00"], Contracts.Short(billed.Documents));
    }

    [Fact]
    public void Deductions_stand_after_line_8_with_their_accounts()
    {
        PaymentDeduction[] deductions =
        [
            BackCharge,
            new(DeductionKind.JointCheck, "Supply Co", 1_000m, "101-10-21000", "P. Manager"),
            new(DeductionKind.DirectPayment, "Crane Rental", 200m, "101-10-21010", "P. Manager"),
        ];
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Two,
            Contracts.Application(2, Contracts.Line("2", null, null, 5_000m)) with
            {
                Deductions = deductions,
            }
        );
        Assert.Equal(4_500m, billed.After.PaymentDue);
        Assert.Equal(3_000m, billed.Payable);
        Assert.Equal(
            ["StandardInvoice 3000.00: Movement 5000.00 RetainageWithheld -500.00 Deduction -300.00 Deduction -1000.00 Deduction -200.00"],
            Contracts.Short(billed.Documents)
        );
        Assert.Equal(
            ["101-10-52100", "101-10-21000", "101-10-21010"],
            billed.Journals.Where(entry => entry.Role == AccountRole.Deduction).Select(entry => entry.Account!)
        );
        Assert.Equal(33_500m, billed.NextLedger.Lines[1].Posted.Gross);
        Assert.Equal(3_350m, billed.NextLedger.Lines[1].Posted.Retainage.Total);
    }

    [Fact]
    public void A_deduction_without_progress_is_a_debit_memo_and_one_above_line_8_a_credit()
    {
        var alone = Contracts.Billed(Contracts.TenPercent, Two, Contracts.Application(2) with { Deductions = [BackCharge] });
        Assert.Equal(["DebitMemo -300.00: Deduction -300.00"], Contracts.Short(alone.Documents));
        var two = Contracts.Billed(
            Contracts.TenPercent,
            Two,
            Contracts.Application(2) with
            {
                Deductions = [BackCharge, BackCharge with { Amount = 20m }],
            }
        );
        Assert.Equal(["DebitMemo -320.00: Deduction -300.00 Deduction -20.00"], Contracts.Short(two.Documents));
        var above = Contracts.Billed(
            Contracts.TenPercent,
            Two,
            Contracts.Application(2, Contracts.Line("2", null, null, 100m)) with
            {
                Deductions = [BackCharge],
            }
        );
        Assert.Equal(["CreditMemo -210.00: Movement 100.00 RetainageWithheld -10.00 Deduction -300.00"], Contracts.Short(above.Documents));
        var release = Contracts.Billed(
            Contracts.TenPercent,
            Two,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Total(970m),
                Deductions = [BackCharge],
            }
        );
        Assert.Equal([BillingDocumentKind.RetainageRelease, BillingDocumentKind.DebitMemo], release.Documents.Select(document => document.Kind));
        Assert.Equal(670m, release.Payable);
    }

    [Fact]
    public void A_deduction_without_account_approval_or_amount_is_held()
    {
        PaymentDeduction[] incomplete =
        [
            BackCharge with
            {
                Account = null,
            },
            BackCharge with
            {
                ApprovedBy = "",
            },
            BackCharge with
            {
                Amount = 0m,
            },
            BackCharge with
            {
                Amount = -5m,
            },
        ];
        Assert.All(
            incomplete,
            deduction =>
                Contracts.AssertStopped(
                    BillingReasons.DeductionIncomplete,
                    Contracts.TenPercent,
                    Two,
                    Contracts.Application(2) with
                    {
                        Deductions = [deduction],
                    },
                    "BC-7 cleaning"
                )
        );
    }

    [Fact]
    public void Journals_charge_cost_by_line_and_credit_retainage_and_the_payee()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Two,
            Contracts.Application(2, Contracts.Line("1", null, null, 6_200m), Contracts.Line("2", null, null, -4_750m))
        );
        Assert.Equal(
            ["Cost 1 6200.00 0.00", "Cost 2 0.00 4750.00", "RetainagePayable  0.00 145.00", "Payable  0.00 1305.00"],
            billed.Journals.Select(entry => Sentence.Of($"{entry.Role} {entry.LineId} {entry.Debit:0.00} {entry.Credit:0.00}"))
        );
    }
}
