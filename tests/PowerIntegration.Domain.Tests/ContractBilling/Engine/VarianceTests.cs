using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class VarianceTests
{
    // E22: the source's previous total is 71,500, Oracle holds 69,000 and 6,900 retainage, now 105,000.
    private static readonly CatchUpDecision Decision = new(2_500m, 2, "K. Controller", "the export of application 2 failed on one line");

    private static readonly Application Now = Contracts.Application(
        3,
        Contracts.Line("L1", 160_000m, 71_500m, 33_500m) with
        {
            CompletedPrevious = 71_500m,
        }
    );

    public static TheoryData<bool> Ledgers => [true, false];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void A_variance_is_held_until_a_controller_decides_and_then_caught_up_as_a_line_of_its_own(bool ledgerAgreesWithOracle)
    {
        var ledger = Ledger(ledgerAgreesWithOracle);
        var application = Now with { Oracle = [new OraclePosted("L1", 69_000m, 6_900m)] };
        var held = Contracts.Stopped(Contracts.TenPercent, ledger, application);
        Assert.Equal(ledgerAgreesWithOracle ? BillingReasons.PreviousDiffers : BillingReasons.OracleBalanceDiffers, held.Code);
        Assert.Equal(StopState.Held, held.State);
        Assert.Contains("69,000.00", held.Sentence, System.StringComparison.Ordinal);

        var billed = Contracts.Billed(Contracts.TenPercent, ledger, application with { CatchUp = Decision });
        Assert.Equal(36_000m, billed.After.GrossMovement);
        Assert.Equal(2_500m, billed.Lines[0].CatchUp);
        Assert.Equal(3_600m, billed.After.RetainageMovement.Total);
        Assert.Equal(32_400m, billed.Payable);
        Assert.Equal(["StandardInvoice 32400.00: Movement 33500.00 CatchUp 2500.00 RetainageWithheld -3600.00"], Contracts.Short(billed.Documents));
        Assert.Contains(
            "K. Controller",
            Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.CaughtUp).Sentence,
            System.StringComparison.Ordinal
        );
        Assert.Equal(105_000m, billed.NextLedger.Lines[0].Posted.Gross);
    }

    [Fact]
    public void A_decision_for_another_figure_or_without_name_or_reason_does_not_count()
    {
        CatchUpDecision[] wrong = [Decision with { Amount = 2_500.01m }, Decision with { DecidedBy = "" }, Decision with { Reason = "" }];
        Assert.All(
            wrong,
            decision =>
                Contracts.AssertStopped(BillingReasons.OracleBalanceDiffers, Contracts.TenPercent, Ledger(true), Now with { CatchUp = decision })
        );
    }

    [Fact]
    public void Oracle_that_agrees_with_the_ledger_holds_nothing()
    {
        var application = Contracts.ToDate(3, 160_000m, 69_000m, 80_000m) with { Oracle = [new OraclePosted("L1", 69_000m, null)] };
        Assert.Equal(9_900m, Contracts.Billed(Contracts.TenPercent, Ledger(true), application).Payable);
    }

    [Fact]
    public void Retainage_that_differs_in_Oracle_holds_the_application() =>
        Contracts.AssertStopped(
            BillingReasons.OracleBalanceDiffers,
            Contracts.TenPercent,
            Ledger(true),
            Contracts.ToDate(3, 160_000m, 69_000m, 80_000m) with
            {
                Oracle = [new OraclePosted("L1", 69_000m, 6_800m)],
            },
            "6,800.00"
        );

    [Fact]
    public void A_line_that_only_Oracle_has_holds_the_application() =>
        Contracts.AssertStopped(
            BillingReasons.OracleBalanceDiffers,
            Contracts.TenPercent,
            Ledger(true),
            Contracts.ToDate(3, 160_000m, 69_000m, 80_000m) with
            {
                Oracle = [new OraclePosted("L7", 10m, 1m)],
            },
            "L7"
        );

    [Fact]
    public void A_previous_total_that_differs_by_rounding_only_warns()
    {
        var line = Contracts.Line("L1", 160_000m, 69_000m, 11_000m) with { CompletedPrevious = 69_000.005m };
        Contracts.AssertStopped(SharedReasons.AmountTooPrecise, Contracts.TenPercent, Ledger(true), Contracts.Application(3, line));
        var two = Ledger(true) with { Lines = [.. Ledger(true).Lines, Contracts.Balance("L2", 10m, 0m, 0m, 0m)] };
        var billed = Contracts.Billed(Contracts.TenPercent, two, Contracts.Application(3, line with { CompletedPrevious = 69_000.01m }));
        Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.PreviousRounded);
        Contracts.AssertStopped(
            BillingReasons.PreviousDiffers,
            Contracts.TenPercent,
            two,
            Contracts.Application(3, line with { CompletedPrevious = 69_000.02m })
        );
    }

    // A header leaves one residual of at most half a cent for each line. Ten lines of five cents each are no rounding.
    [Fact]
    public void Small_differences_on_many_lines_are_rounding_only_up_to_the_residual_of_one_header()
    {
        var ledger = Contracts.Posted(
            100_000m,
            2,
            [.. Enumerable.Range(1, 10).Select(line => Contracts.Balance("L" + line, 10_000m, 5_000m, 0m, 500m))]
        );
        var lines = Enumerable.Range(1, 10).Select(line => Contracts.Line("L" + line, 10_000m, 5_000m, 100m) with { CompletedPrevious = 5_000m });
        ApplicationLine[] off = [.. lines.Select((line, index) => index < 5 ? line with { CompletedPrevious = 5_000.01m } : line)];
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(3, off));
        Assert.Equal(5, billed.Warnings.Count(warning => warning.Code == BillingWarningCode.PreviousRounded));
        off[5] = off[5] with { CompletedPrevious = 4_999.99m };
        var outcome = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, ledger, Contracts.Application(3, off)));
        Assert.Equal(6, outcome.All.Count(refusal => refusal.Code == BillingReasons.PreviousDiffers));
        off[0] = off[0] with { CompletedPrevious = 5_000.05m };
        Contracts.AssertStopped(BillingReasons.PreviousDiffers, Contracts.TenPercent, ledger, Contracts.Application(3, off), "5,000.05");
    }

    private static ContractLedger Ledger(bool agreesWithOracle) =>
        Contracts.Posted(
            160_000m,
            2,
            agreesWithOracle ? Contracts.Balance("L1", 160_000m, 69_000m, 0m, 6_900m) : Contracts.Balance("L1", 160_000m, 71_500m, 0m, 7_150m)
        );
}
