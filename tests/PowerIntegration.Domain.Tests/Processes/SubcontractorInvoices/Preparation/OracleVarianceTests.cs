using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>The second application of <see cref="TwoLines"/>, after someone changed the first one's invoice in Oracle itself.</summary>
public sealed class OracleVarianceTests
{
    private static readonly OracleVariance Cancelled = new("HE-40211", 45000m, 0m, InvoiceStatus.Cancelled);
    private static readonly SourceInvoice Second = TwoLines.Second(20000m, 6000m, 5000m, 1500m);

    // The controller looked both lines up: Oracle has nothing of them any more.
    private static readonly BillingDecisions CatchUp = new()
    {
        CatchUp = new CatchUpDecision(50000m, 1, "Dana Kowalski", "Cancelled in Payables by mistake"),
        Oracle = [new OraclePosted("7001", 0m, 0m), new OraclePosted("7002", 0m, 0m)],
        OracleVariances = [Cancelled],
    };

    [Fact]
    public void The_application_is_held_with_every_invoice_what_Oracle_shows_and_the_next_step()
    {
        var refusal = TwoLines.Stopped(
            Decide(new BillingDecisions(), Cancelled, new OracleVariance("HE-40211-R", 500m, 400m, InvoiceStatus.Present))
        );
        Assert.Equal("oracle-balance-differs Held", refusal.WireCode + " " + refusal.State);
        Assert.Contains(
            "invoice 'HE-40211' was posted with 45,000.00 but is canceled in Oracle; "
                + "invoice 'HE-40211-R' was posted with 500.00 but is 400.00 in Oracle",
            refusal.Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains("Correct it in Oracle", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("ask the controller", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_differs_nothing_changes() =>
        Assert.Equal(22500m, Assert.IsType<PreparationDecision.Frozen>(Decide(new BillingDecisions())).Invoice.PayableAmount);

    [Fact]
    public void A_decision_about_the_same_figures_lets_it_catch_up()
    {
        var frozen = Assert.IsType<PreparationDecision.Frozen>(Decide(CatchUp, Cancelled));
        Assert.Equal(67500m, frozen.Invoice.PayableAmount);
        Assert.Contains("decided by Dana Kowalski", frozen.Invoice.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void Oracle_s_balances_by_line_alone_let_it_go_where_they_are_the_ledger_s()
    {
        var entered = new BillingDecisions { Oracle = [new OraclePosted("7001", 40000m, 4000m)], OracleVariances = [Cancelled] };
        Assert.Equal(22500m, Assert.IsType<PreparationDecision.Frozen>(Decide(entered, Cancelled)).Invoice.PayableAmount);
        Assert.Equal(
            "oracle-balance-differs",
            TwoLines.Stopped(Decide(entered with { Oracle = [new OraclePosted("7001", 39000m, 3900m)] }, Cancelled)).WireCode
        );
    }

    [Fact]
    public void A_decision_about_other_figures_does_not_cover_what_Oracle_shows_now()
    {
        var changed = Cancelled with { Shown = 40000m, Status = InvoiceStatus.Present };
        Assert.Contains("is 40,000.00 in Oracle", TwoLines.Stopped(Decide(CatchUp, changed)).Sentence, StringComparison.Ordinal);
        Assert.Equal("oracle-balance-differs", TwoLines.Stopped(Decide(CatchUp with { OracleVariances = [] }, Cancelled)).WireCode);
    }

    [Fact]
    public void A_decision_about_a_variance_that_is_gone_would_pay_twice_and_is_asked_anew()
    {
        var refusal = TwoLines.Stopped(Decide(CatchUp));
        Assert.Equal("oracle-balance-differs", refusal.WireCode);
        Assert.Contains("Record a new one", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_something_else_does_not_release_it()
    {
        var deduction = new PaymentDeduction(DeductionKind.BackCharge, "BC-7", 500m, "101-10-12400", "Dana Kowalski");
        Assert.Equal(
            "oracle-balance-differs",
            TwoLines.Stopped(Decide(new BillingDecisions { Deductions = [deduction], OracleVariances = [Cancelled] }, Cancelled)).WireCode
        );
    }

    [Fact]
    public void Where_Oracle_could_not_be_asked_the_application_waits_until_it_was_read_again()
    {
        var facts = TwoLines.After(Second) with { OracleNotRead = "Oracle did not answer GET invoices." };
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(facts));
        Assert.Equal("oracle-not-read Held", refusal.WireCode + " " + refusal.State);
        Assert.Contains("Oracle did not answer GET invoices. It will be tried again automatically", refusal.Sentence, StringComparison.Ordinal);

        // Nor does a decision about what Oracle showed before cover what it shows now.
        var decided = facts with
        {
            Decisions = CatchUp,
            OracleVariances = [Cancelled],
        };
        Assert.Equal("oracle-not-read", TwoLines.Stopped(BillingPreparation.Decide(decided)).WireCode);
    }

    private static PreparationDecision Decide(BillingDecisions decisions, params OracleVariance[] variances) =>
        BillingPreparation.Decide(TwoLines.After(Second) with { Decisions = decisions, OracleVariances = variances });
}
