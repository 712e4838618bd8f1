using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>The change order summary of the certificate: additions and deductions, before and with the application.</summary>
public sealed class ChangeOrderSummaryTests
{
    private static readonly ContractLedger Ledger = Contracts.Ledger(
        200_000m,
        Contracts.Balance("A", 120_000m, 0m, 0m, 0m),
        Contracts.Balance("B", 80_000m, 0m, 0m, 0m)
    );

    [Fact]
    public void Every_line_counts_on_its_side_over_the_applications()
    {
        var first = Contracts.Billed(Contracts.TenPercent, Ledger, Contracts.Application(1, Contracts.Line("A", null, 0m, 60_000m)));
        Assert.Equal((default, default), (first.Before.ChangeOrders, first.After.ChangeOrders));

        var second = Contracts.Billed(
            Contracts.TenPercent,
            first.NextLedger,
            Contracts.Application(2, Contracts.Line("B", 50_000m, 0m, 10_000m), Contracts.Line("C", 24_600m, 0m, 12_300m))
        );
        Assert.Equal((default, new ChangeOrderTotals(24_600m, 30_000m)), (second.Before.ChangeOrders, second.After.ChangeOrders));

        var third = Contracts.Billed(
            Contracts.TenPercent,
            second.NextLedger,
            Contracts.Application(3, Contracts.Line("B", 25_000m, 10_000m, 0m), Contracts.Line("C", 24_700m, 12_300m, 0m))
        );
        Assert.Equal(
            (new ChangeOrderTotals(24_600m, 30_000m), new ChangeOrderTotals(24_700m, 55_000m)),
            (third.Before.ChangeOrders, third.After.ChangeOrders)
        );
        Assert.Equal(-30_300m, third.After.NetChangeOrders);
        Assert.Equal(third.After.ChangeOrders, third.NextLedger.ChangeOrders);
    }

    [Theory]
    [InlineData(190_000, 10_000, 0)]
    [InlineData(215_000, 0, 15_000)]
    [InlineData(200_000, 0, 0)]
    public void Of_opening_balances_only_the_net_is_known(decimal original, decimal additions, decimal deductions)
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger with
            {
                OriginalContractSum = original,
            },
            Contracts.Application(1, Contracts.Line("A", null, 0m, 1m))
        );
        Assert.Equal(new ChangeOrderTotals(additions, deductions), billed.Before.ChangeOrders);
        Assert.Equal(billed.Before.ChangeOrders, billed.After.ChangeOrders);
    }

    [Fact]
    public void Totals_that_do_not_make_the_net_count_as_unknown()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger with
            {
                OriginalContractSum = 190_000m,
                ChangeOrders = new ChangeOrderTotals(12_000m, 3_000m),
            },
            Contracts.Application(1, Contracts.Line("A", null, 0m, 1m))
        );
        Assert.Equal(new ChangeOrderTotals(10_000m, 0m), billed.Before.ChangeOrders);
    }

    [Fact]
    public void The_first_application_of_an_unknown_schedule_changes_the_original_sum_by_its_net()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Contracts.Ledger(100_000m),
            Contracts.Application(1, Contracts.Line("A", 90_000m, 0m, 1m), Contracts.Line("B", 15_000m, 0m, 0m))
        );
        Assert.Equal((100_000m, 0m, 100_000m), (billed.Before.ContractSumToDate, billed.Before.NetChangeOrders, billed.Before.BalanceToFinish));
        Assert.Equal(default, billed.Before.ChangeOrders);
        Assert.Equal((105_000m, new ChangeOrderTotals(5_000m, 0m)), (billed.After.ContractSumToDate, billed.After.ChangeOrders));
    }

    [Fact]
    public void A_contract_whose_lines_were_all_deleted_is_worth_nothing()
    {
        var application = Contracts.Application(1) with
        {
            ScheduleChanges = [new ScheduleChange.Delete("A", DeletedLine.Credit), new ScheduleChange.Delete("B", DeletedLine.Credit)],
        };
        var deleted = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        Assert.Equal((0m, new ChangeOrderTotals(0m, 200_000m)), (deleted.After.ContractSumToDate, deleted.After.ChangeOrders));

        var next = Contracts.Billed(Contracts.TenPercent, deleted.NextLedger, Contracts.Application(2, Contracts.Line("C", 1_000m, 0m, 500m)));
        Assert.Equal((0m, new ChangeOrderTotals(1_000m, 200_000m)), (next.Before.ContractSumToDate, next.After.ChangeOrders));
    }

    [Fact]
    public void A_split_moves_the_sum_by_what_its_parts_do_not_make()
    {
        var application = Contracts.Application(1, Contracts.Line("A", null, 0m, 1m)) with
        {
            ScheduleChanges = [new ScheduleChange.Split("B", [new SplitPart("B1", 50_000m, null, null), new SplitPart("B2", 29_000m, null, null)])],
        };
        Assert.Equal(new ChangeOrderTotals(0m, 1_000m), Contracts.Billed(Contracts.TenPercent, Ledger, application).After.ChangeOrders);
    }

    [Fact]
    public void What_is_frozen_keeps_the_summary_and_a_reversal_goes_back_to_the_one_before()
    {
        var before = TwoLines.Posted.ChangeOrders!.Value;
        var source = TwoLines.Second(20_000m, 6_000m, 0m, 1_000m).With(1, line => line with { ScheduledValue = 99_000m }) with
        {
            ContractSumToDate = 149_000m,
        };
        var facts = TwoLines.After(source);
        var frozen = Facts.Frozen(facts).Invoice;
        Assert.Equal(before.With(-1_000m), frozen.ChangeOrders);
        Assert.Equal(frozen.ChangeOrders, PreparedLedger.Of(frozen, []).ChangeOrders);

        var reversal = Assert.IsType<PreparationDecision.Frozen>(ReversalPreparation.Decide(TwoLines.Reversal(facts, frozen)));
        Assert.Equal(before, reversal.Invoice.ChangeOrders);
    }
}
