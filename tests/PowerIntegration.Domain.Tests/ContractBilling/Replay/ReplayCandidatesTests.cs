using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;
using static PowerIntegration.Domain.Tests.ContractBilling.Replay.Histories;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>The terms that a history suggests, all of them and in their order, worked out by hand.</summary>
public sealed class ReplayCandidatesTests
{
    [Fact]
    public void A_rate_that_every_application_shows_is_the_only_one() =>
        Suggests(Held(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 200m), new ToDate(3_000m, 0m, 300m)), "0.1");

    [Fact]
    public void Nothing_held_is_no_retainage()
    {
        Suggests(Held(new ToDate(1_000m, 0m, 0m), new ToDate(2_000m, 0m, 0m)), "none");
        Suggests(Held(new ToDate(1_000m, 0m, 0m), new ToDate(2_000m, 0m, 100m)), "0", "0.05");
    }

    // 1.24 of 12.34 is 10.05 percent, and 10 percent would be 1.23.
    [Fact]
    public void A_rounded_amount_suggests_the_roundest_rate_and_the_nearest() => Suggests(Held(new ToDate(12.34m, 0m, 1.24m)), "0.1", "0.1005");

    [Fact]
    public void The_rate_that_fits_the_most_applications_is_first() =>
        Suggests(Held(new ToDate(1_000m, 0m, 50m), new ToDate(2_000m, 0m, 200m), new ToDate(3_000m, 0m, 300m)), "0.1", "0.05");

    [Fact]
    public void At_most_eight_rates_are_suggested() =>
        Suggests(
            Held([.. Enumerable.Range(1, 10).Select(index => new ToDate(1_000m * index, 0m, 10m * index * index))]),
            "0.01",
            "0.02",
            "0.03",
            "0.04",
            "0.05",
            "0.06",
            "0.07",
            "0.08"
        );

    // The tolerance is a cent: what is less than nothing by more than that, or more than everything, says no rate.
    [Fact]
    public void An_amount_beyond_the_gross_suggests_no_rate()
    {
        Suggests(Held(new ToDate(1_000m, 0m, -0.01m)), "0");
        Suggests(Held(new ToDate(1_000m, 0m, -0.02m)));
        Suggests(Held(new ToDate(0.10m, 0m, -0.01m)), "0");
        Suggests(Held(new ToDate(1_000m, 0m, 1_000.01m)), "1");
        Suggests(Held(new ToDate(1_000m, 0m, 1_000.02m)));
    }

    [Fact]
    public void Retainage_on_stored_materials_by_itself_suggests_two_rates()
    {
        Suggests(Stated(new ToDate(1_000m, 500m, 100m, 25m)), "0.0833", "0.1 / 0.05");
        Suggests(Stated(new ToDate(1_000m, 500m, 100m, 50m)), "0.1");
        Suggests(Stated(new ToDate(1_000m, 500m, 100m)), "0.0667", "0.1 / 0", "0.0667 until RevisedSum 0.01");

        // 100.00 is 10 percent of the work, and within two cents of 10 percent of 1,000.15 and not of 1,000.25.
        Suggests(Stated(new ToDate(1_000.15m, 500m, 100m, 25m)), "0.0833", "0.1 / 0.05");
        Suggests(Stated(new ToDate(1_000.25m, 500m, 100m, 25m)), "0.0833");
    }

    // Line 1 holds 125.00 on 1,000.00 of work and 500.00 stored, line 2 holds 200.00 on 2,000.00 of work.
    [Fact]
    public void Lines_without_stored_materials_show_the_rate_on_work()
    {
        var application = Contracts.Application(1, Contracts.Line("1", null, 0m, 1_000m, 500m), Contracts.Line("2", 5_000m, 0m, 2_000m));
        var entry = new ReplayApplication(Contracts.TenPercent, application) { Held = [new HeldOnLine("1", 125m), new HeldOnLine("2", 200m)] };
        var history = new ReplayHistory { Ledger = Ledger with { OriginalContractSum = 15_000m }, Applications = [entry] };
        Suggests(history, "0.0929", "0.1 / 0.05", "0.0929 up to Amount 325");
    }

    // 125.00 of 1,000.00 and 500.00, 210.00 of 2,000.00 and 200.00: only 10 and 5 percent give both.
    [Fact]
    public void Two_applications_with_different_shares_of_stored_materials_show_both_rates() =>
        Suggests(
            Paid(new ToDate(1_000m, 500m, 125m), new ToDate(2_000m, 200m, 210m)),
            "0.0833",
            "0.0955",
            "0.1 / 0.05",
            "0.0955 up to RevisedSum 0.021"
        );

    // 210.02 gives 10.00125 percent, which two cents of rounding do not make 10 percent; 125.03 gives 9.99925 percent, which they do.
    [Fact]
    public void Two_rates_are_read_as_exactly_as_the_cents_allow()
    {
        Suggests(Paid(new ToDate(1_000m, 500m, 125m), new ToDate(2_000m, 200m, 210.02m)), "0.0833", "0.0955", "0.0955 up to Amount 210.02");
        Suggests(
            Paid(new ToDate(1_000m, 500m, 125.03m), new ToDate(2_000m, 200m, 210m)),
            "0.0834",
            "0.0955",
            "0.1 / 0.05",
            "0.0955 up to RevisedSum 0.021"
        );
    }

    // By what is held on the work it is 10 percent, and then 12.5 percent; on stored materials it is 5 percent whatever the work holds.
    [Fact]
    public void Stated_retainage_on_stored_materials_is_not_worked_out_from_the_rest()
    {
        Suggests(Stated(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 500m, 250m, 25m)), "0.1", "0.11", "0.1 / 0.05", "0.125 / 0.05");
        Suggests(Stated(new ToDate(0m, 500m, 0m, 25m)), "0.05");
    }

    [Fact]
    public void Nothing_held_any_more_is_no_maximum() =>
        Suggests(
            Held(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 0m)),
            "0.1",
            "0",
            "0.1 WholeBalance 0 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)"
        );

    [Fact]
    public void A_cent_of_rounding_is_neither_a_maximum_nor_a_step() =>
        Suggests(Held(new ToDate(1_000m, 0m, 100m), new ToDate(3_000m, 0m, 299.99m)), "0.1");

    [Fact]
    public void A_contract_without_a_sum_has_no_share_of_it() =>
        Suggests(
            Held(new ToDate(1_000m, 0m, 100m) { Scheduled = 0m }, new ToDate(2_000m, 0m, 150m) { Scheduled = 0m }).From(0m),
            "0.1",
            "0.075",
            "0.1 up to Amount 150"
        );

    [Fact]
    public void Retainage_that_ends_suggests_a_maximum_and_steps() =>
        Suggests(
            Held(new ToDate(2_000m, 0m, 200m) { Scheduled = 9_500m }, new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 475m)).From(9_500m),
            "0.1",
            "0.0792",
            "0.1 up to RevisedSum 0.0475",
            "0.1 up to OriginalSum 0.05",
            "0.0792 up to RevisedSum 0.0475",
            "0.0792 up to OriginalSum 0.05",
            "0.1 WholeBalance 0.0792 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 AboveThreshold 0.0375 at 0.4 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.0375 at 0.42105 CompletedAndStored Original",
            "0.1 AboveThreshold 0.0375 at 0.421053 CompletedAndStored Original",
            "0.1 FromCrossing 0.0375 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    // Each application adds a cent of rounding, so that a rounder threshold fits as well.
    [Fact]
    public void Retainage_that_the_source_states_ends_with_a_rule_of_a_scale() =>
        Suggests(
            Stated(new ToDate(2_000m, 0m, 200m), new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 475m)).From(9_500m),
            "0.1",
            "0.0792",
            "0.1 until RevisedSum 0.0475",
            "0.1 until OriginalSum 0.05",
            "0.0792 until RevisedSum 0.0475",
            "0.0792 until OriginalSum 0.05",
            "0.1 WholeBalance 0.0792 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 AboveThreshold 0.0375 at 0.4 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.0375 at 0.421 CompletedAndStored Original",
            "0.1 AboveThreshold 0.0375 at 0.42105 CompletedAndStored Original",
            "0.1 AboveThreshold 0.0375 at 0.421053 CompletedAndStored Original",
            "0.1 FromCrossing 0.0375 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    [Fact]
    public void A_share_of_the_original_sum_is_suggested_where_the_contract_sum_has_none() =>
        Suggests(
            Held(new ToDate(2_000m, 0m, 200m) { Scheduled = 10_700m }, new ToDate(6_000m, 0m, 475m) { Scheduled = 10_700m }).From(9_500m),
            "0.1",
            "0.0792",
            "0.1 up to OriginalSum 0.05",
            "0.0792 up to OriginalSum 0.05",
            "0.1 WholeBalance 0.0792 at 0.5 CompletedAndStored Revised (0.1869 to 0.5607: 2000 to 6000)",
            "0.1 AboveThreshold 0.0688 at 0.1863 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.0688 at 0.18632 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.0688 at 0.186317 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.0688 at 0.20985 CompletedAndStored Original",
            "0.1 AboveThreshold 0.0688 at 0.209852 CompletedAndStored Original",
            "0.1 FromCrossing 0.0688 at 0.5 CompletedAndStored Revised (0.1869 to 0.5607: 2000 to 6000)"
        );

    [Fact]
    public void A_lower_rate_on_the_whole_balance_is_a_step_between_two_applications() =>
        Suggests(
            Held(new ToDate(3_000m, 1_000m, 400m), new ToDate(5_500m, 500m, 300m)),
            "0.1",
            "0.05",
            "0.025 / 0.325",
            "0.1 up to RevisedSum 0.03",
            "0.1 WholeBalance 0.05 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    // Completed and stored fell from 5,000.00 to 4,500.00; the work rose from 3,000.00 to 4,500.00.
    [Fact]
    public void Where_no_threshold_lies_between_the_totals_the_work_is_measured() =>
        Suggests(
            Held(new ToDate(3_000m, 2_000m, 500m), new ToDate(4_500m, 0m, 225m)),
            "0.1",
            "0.05",
            "0.05 / 0.175",
            "0.1 up to RevisedSum 0.0225",
            "0.1 WholeBalance 0.05 at 0.4 CompletedWork Revised (0.3 to 0.45: 3000 to 4500)"
        );

    [Fact]
    public void The_measure_of_the_proposed_terms_is_the_likeliest()
    {
        var given = new RetainageTerms.Step(0.7m, 0.08m, 0.04m, StepReading.Stop, BilledMeasure.CompletedWork, ContractSumBase.Original);
        Suggests(
            Held(Contracts.Terms(given), new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 300m)),
            "0.1",
            "0.05",
            "0.1 up to RevisedSum 0.03",
            "0.1 WholeBalance 0.05 at 0.5 CompletedWork Original (0.4 to 0.6: 4000 to 6000)"
        );
    }

    // 10 percent of 4,000.00 and 5 percent of what is above.
    [Fact]
    public void A_lower_rate_above_a_threshold_says_where_it_is() =>
        Suggests(
            Held(new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 500m), new ToDate(8_000m, 0m, 600m)),
            "0.1",
            "0.075",
            "0.0833",
            "0.1 up to RevisedSum 0.06",
            "0.0833 up to RevisedSum 0.06",
            "0.1 WholeBalance 0.075 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 WholeBalance 0.0833 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 AboveThreshold 0.05 at 0.4 CompletedAndStored Revised",
            "0.1 FromCrossing 0.05 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    // The second application says 4,000.00 and the third 4,010.00: no threshold gives both.
    [Fact]
    public void Applications_that_contradict_each_other_about_a_threshold_suggest_none() =>
        Suggests(
            Held(new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 500m), new ToDate(8_000m, 0m, 600.50m)),
            "0.1",
            "0.0833",
            "0.0751",
            "0.1 up to Amount 600.5",
            "0.0833 up to Amount 600.5",
            "0.0751 up to Amount 600.5",
            "0.1 WholeBalance 0.0833 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 WholeBalance 0.0751 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 FromCrossing 0.05 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 FromCrossing 0.0503 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    [Fact]
    public void Nothing_more_withheld_above_a_threshold_is_a_stop() =>
        Suggests(
            Held(new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 500m), new ToDate(8_000m, 0m, 500m)),
            "0.1",
            "0.0625",
            "0.0833",
            "0.1 up to RevisedSum 0.05",
            "0.0833 up to RevisedSum 0.05",
            "0.1 WholeBalance 0.0625 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 WholeBalance 0.0833 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 Stop 0 at 0.5 CompletedAndStored Revised",
            "0.1 FromCrossing 0.05 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)",
            "0.1 FromCrossing 0 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    // The rates of the last two applications are not below 10 percent.
    [Fact]
    public void A_later_rate_is_below_the_first() =>
        Suggests(
            Held(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 150m), new ToDate(3_000m, 0m, 250m), new ToDate(4_000m, 0m, 400m)),
            "0.1",
            "0.075",
            "0.0833",
            "0.1 WholeBalance 0.075 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 WholeBalance 0.0833 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 FromCrossing 0.05 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)"
        );

    [Fact]
    public void An_application_that_bills_nothing_shows_no_later_rate() =>
        Suggests(
            Held(new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 300m), new ToDate(6_000m, 0m, 300m)),
            "0.05",
            "0.1",
            "0.1 up to RevisedSum 0.03",
            "0.1 WholeBalance 0.05 at 0.5 CompletedAndStored Revised (0.4 to 0.6: 4000 to 6000)"
        );

    // 1.01 of 20.00 is 5.05 percent; both amounts were rounded, so that it may be 5 percent.
    [Fact]
    public void A_later_rate_has_the_rounding_of_both_applications() =>
        Suggests(
            Held(new ToDate(40m, 0m, 4m), new ToDate(60m, 0m, 5.01m)),
            "0.1",
            "0.0835",
            "0.1 up to RevisedSum 0.0005",
            "0.1 WholeBalance 0.0835 at 0.005 CompletedAndStored Revised (0.004 to 0.006: 40 to 60)",
            "0.1 AboveThreshold 0.05 at 0.004 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.05 at 0.00402 CompletedAndStored Revised",
            "0.1 AboveThreshold 0.0505 at 0.004 CompletedAndStored Revised",
            "0.1 FromCrossing 0.05 at 0.005 CompletedAndStored Revised (0.004 to 0.006: 40 to 60)",
            "0.1 FromCrossing 0.0505 at 0.005 CompletedAndStored Revised (0.004 to 0.006: 40 to 60)"
        );

    [Fact]
    public void No_retainage_is_not_one_of_the_first_rates() =>
        Suggests(
            Held(new ToDate(10m, 0m, 0m), new ToDate(12.34m, 0m, 1.24m), new ToDate(1_000m, 0m, 50m), new ToDate(5_000m, 0m, 100m)),
            "0",
            "0.05",
            "0.02",
            "0.1",
            "0.1005",
            "0.1 up to RevisedSum 0.01",
            "0.1005 up to RevisedSum 0.01",
            "0.05 up to RevisedSum 0.01"
        );

    [Fact]
    public void At_most_four_later_rates_are_suggested() =>
        Suggests(
            Held(
                new ToDate(1_000m, 0m, 100m),
                new ToDate(2_000m, 0m, 180m),
                new ToDate(3_000m, 0m, 240m),
                new ToDate(4_000m, 0m, 280m),
                new ToDate(5_000m, 0m, 300m),
                new ToDate(6_000m, 0m, 300m)
            ),
            "0.1",
            "0.09",
            "0.08",
            "0.07",
            "0.06",
            "0.05",
            "0.1 up to RevisedSum 0.03",
            "0.09 up to RevisedSum 0.03",
            "0.08 up to RevisedSum 0.03",
            "0.1 WholeBalance 0.09 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 WholeBalance 0.08 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 WholeBalance 0.07 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 WholeBalance 0.06 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 FromCrossing 0.08 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 FromCrossing 0.06 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 FromCrossing 0.04 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)",
            "0.1 FromCrossing 0.02 at 0.2 CompletedAndStored Revised (0.1 to 0.2: 1000 to 2000)"
        );

    // The first three applications show five rates; maximums and steps begin with the first three of them.
    [Fact]
    public void At_most_three_first_rates_are_tried() =>
        Suggests(
            Held(new ToDate(12.34m, 0m, 1.24m), new ToDate(23.45m, 0m, 1.18m), new ToDate(5_000m, 0m, 100m)),
            "0.02",
            "0.1",
            "0.1005",
            "0.05",
            "0.0503",
            "0.1 up to RevisedSum 0.01",
            "0.1005 up to RevisedSum 0.01",
            "0.05 up to RevisedSum 0.01",
            "0.1 WholeBalance 0.02 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1 WholeBalance 0.05 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1 WholeBalance 0.0503 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1 FromCrossing 0.0199 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1005 WholeBalance 0.02 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1005 WholeBalance 0.05 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1005 WholeBalance 0.0503 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)",
            "0.1005 FromCrossing 0.0199 at 0.002 CompletedAndStored Revised (0.0012 to 0.0023: 12.34 to 23.45)"
        );

    // Half of the contract sum of then is more than the 45 percent of a later application, although its amount is lower.
    [Fact]
    public void The_threshold_is_above_every_application_before_the_crossing() =>
        Suggests(
            Held(
                new ToDate(4_000m, 0m, 400m) { Scheduled = 8_000m },
                new ToDate(5_000m, 0m, 500m),
                new ToDate(4_500m, 0m, 450m),
                new ToDate(7_000m, 0m, 350m)
            ),
            "0.1",
            "0.05",
            "0.1 up to RevisedSum 0.035",
            "0.1 WholeBalance 0.05 at 0.6 CompletedAndStored Revised (0.5 to 0.7: 4000 to 7000)"
        );

    // Without the line that a person overrode it is 10 and then 5 percent; the threshold is measured on the whole contract.
    [Fact]
    public void Lines_that_a_person_overrode_do_not_hide_the_rates_of_the_others()
    {
        ReplayApplication[] entries = [Entry(1, 0m, 4_000m, 400m), Entry(2, 4_000m, 2_000m, 300m)];
        var history = new ReplayHistory
        {
            Ledger = Contracts.Ledger(15_000m, Contracts.Balance("1", 10_000m, 0m, 0m, 0m), Contracts.Balance("2", 5_000m, 0m, 0m, 0m)),
            Applications = entries,
            IsStated = true,
        };
        Suggests(
            history,
            "0.1",
            "0.05",
            "0.14",
            "0.0857",
            "0.1 WholeBalance 0.05 at 0.4 CompletedAndStored Revised (0.3333 to 0.4667: 5000 to 7000)",
            "0.14 until RevisedSum 0.04",
            "0.14 WholeBalance 0.0857 at 0.4 CompletedAndStored Revised (0.3333 to 0.4667: 5000 to 7000)"
        );

        static ReplayApplication Entry(int number, decimal previous, decimal work, decimal held)
        {
            var first = Contracts.Line("1", null, previous, work) with { WorkRetainageHeld = held, StoredRetainageHeld = 0m };
            var second = Contracts.Line("2", null, number == 1 ? 0m : 1_000m, number == 1 ? 1_000m : 0m) with
            {
                WorkRetainageHeld = 300m,
                StoredRetainageHeld = 0m,
                IsRetainageOverridden = true,
            };
            return new ReplayApplication(Contracts.TenPercent, Contracts.Application(number, first, second));
        }
    }

    private static void Suggests(ReplayHistory history, params string[] expected) =>
        Assert.Equal(expected, ReplayCandidates.Of(ReplayFigures.Of(history), history).Select(Short));

    private static string Short(ReplayCandidate candidate)
    {
        Assert.Equal(candidate.Cap is not null, candidate.ChangesCap);
        return Short(candidate.Retainage!)
            + (candidate.Cap is { } cap ? " up to " + Short(cap) : "")
            + (
                candidate.Range is { } range
                    ? Sentence.Of($" ({range.Above:0.####} to {range.UpTo:0.####}: {range.AmountAbove:0.##} to {range.AmountUpTo:0.##})")
                    : ""
            );
    }

    private static string Short(RetainageTerms terms) =>
        terms switch
        {
            RetainageTerms.None => "none",
            RetainageTerms.Flat flat => Sentence.Of($"{flat.Rate:0.####}"),
            RetainageTerms.Split split => Sentence.Of($"{split.WorkRate:0.####} / {split.StoredRate:0.####}"),
            RetainageTerms.SlidingScale scale => string.Join(
                ", ",
                scale.Rules.Select(rule => Sentence.Of($"{rule.Rate:0.####} until ") + Short(rule.Limit))
            ),
            RetainageTerms.Step step => Sentence.Of($"{step.BeforeRate:0.####} {step.Reading} {step.AfterRate:0.####}")
                + Sentence.Of($" at {step.Threshold:0.######} {step.Measure} {step.Sum}"),
            _ => throw new InvalidOperationException("These terms are never suggested."),
        };

    private static string Short(RetainageLimit limit) => Sentence.Of($"{limit.Base} {limit.Value:0.####}");
}
