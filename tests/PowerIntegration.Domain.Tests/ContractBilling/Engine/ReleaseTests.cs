using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.ContractBilling.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class ReleaseTests
{
    // E09: 512,000 finished; 51,200 held on three lines.
    private static readonly ContractLedger Finished = Contracts.Posted(
        512_000m,
        9,
        Contracts.Balance("A", 170_666.67m, 170_666.67m, 0m, 17_066.67m),
        Contracts.Balance("B", 170_666.67m, 170_666.67m, 0m, 17_066.67m),
        Contracts.Balance("C", 170_666.66m, 170_666.66m, 0m, 17_066.66m)
    );

    [Fact]
    public void A_release_down_to_a_target_then_of_the_rest_leaves_no_cent()
    {
        var first = Contracts.Billed(Contracts.TenPercent, Finished, Release(new RetainageRelease.DownTo(10_240m)));
        Assert.Equal([13_653.34m, 13_653.33m, 13_653.33m], first.Lines.Select(line => line.Released));
        Assert.Equal(0m, first.After.GrossMovement);
        Assert.Equal(40_960m, first.Payable);
        Assert.Equal(
            ["RetainageRelease 40960.00: RetainageReleased 13653.34 RetainageReleased 13653.33 RetainageReleased 13653.33"],
            Contracts.Short(first.Documents)
        );

        var second = Contracts.Billed(Contracts.TenPercent, first.NextLedger, Release(new RetainageRelease.Everything()) with { RecordId = "REL2" });
        Assert.Equal([3_413.33m, 3_413.34m, 3_413.33m], second.Lines.Select(line => line.Released));
        Assert.Equal(0m, second.After.GrossMovement);
        Assert.Equal(10_240m, second.Payable);
        Assert.Equal(0m, second.After.BalanceToFinish);
        Assert.Equal(0m, second.After.Retainage.Total);
        Assert.Equal(9, second.NextLedger.LastPostedNumber);
    }

    [Theory]
    [InlineData(RetainageSource.Source)]
    [InlineData(RetainageSource.Terms)]
    public void A_partial_release_of_an_amount_pays_that_amount_wherever_retainage_comes_from(RetainageSource source)
    {
        var billed = Contracts.Billed(Contracts.TenPercent with { RetainageSource = source }, Finished, Release(new RetainageRelease.Total(100.01m)));
        Assert.Equal([33.34m, 33.34m, 33.33m], billed.Lines.Select(line => line.Released));
        Assert.Equal(100.01m, billed.Payable);
    }

    [Fact]
    public void What_was_released_is_not_withheld_again_by_the_next_application()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));
        var released = Contracts.Billed(Contracts.TenPercent, ledger, Release(new RetainageRelease.Total(600m)) with { Number = 1 });
        var next = Contracts.Billed(Contracts.TenPercent, released.NextLedger, Contracts.ToDate(2, 20_000m, 10_000m, 15_000m));
        Assert.Equal(900m, next.After.Retainage.Total);
        Assert.Equal(4_500m, next.Payable);

        // Billing that falls below what was released holds nothing, and owes nothing back.
        var fallen = Contracts.Billed(Contracts.TenPercent, released.NextLedger, Contracts.ToDate(2, 20_000m, 10_000m, 5_000m));
        Assert.Equal(0m, fallen.After.Retainage.Total);
        Assert.Equal(-4_600m, fallen.Payable);
    }

    [Fact]
    public void A_punch_list_hold_stays_in_a_bucket_of_its_own_until_it_is_released()
    {
        var first = Contracts.Billed(Contracts.TenPercent, Finished, Release(new RetainageRelease.Everything { PunchListHold = 7_500m }));
        Assert.Equal(new BucketAmounts(0m, 0m, 7_500m), first.After.Retainage);
        Assert.Equal(43_700m, first.Payable);
        Assert.Equal([2_500m, 2_500m, 2_500m], first.Lines.Select(line => line.After.Retainage.PunchList));
        Assert.Contains("5c", CertificateText.Of("SC-009", "USD", first), System.StringComparison.Ordinal);

        var rest = Contracts.Billed(Contracts.TenPercent, first.NextLedger, Release(new RetainageRelease.Everything()) with { RecordId = "REL2" });
        Assert.Equal(7_500m, rest.Payable);
        Assert.Equal(0m, rest.After.Retainage.Total);
    }

    [Fact]
    public void A_release_by_line_takes_work_before_stored_materials()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 5_000m, 3_000m, 500m, 300m));
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Release(new RetainageRelease.ByLine([new LineRelease("L1", 650m)])) with
            {
                Number = 1,
            }
        );
        Assert.Equal(new BucketAmounts(0m, 150m), billed.After.Retainage);
        Assert.Equal(new BucketAmounts(500m, 150m), billed.NextLedger.Lines[0].Released);
    }

    [Fact]
    public void A_release_with_progress_travels_on_a_document_of_its_own()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));
        var application = Contracts.ToDate(2, 20_000m, 10_000m, 15_000m) with { Release = new RetainageRelease.Total(400m) };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, application);
        Assert.Equal(
            ["StandardInvoice 4500.00: Movement 5000.00 RetainageWithheld -500.00", "RetainageRelease 400.00: RetainageReleased 400.00"],
            Contracts.Short(billed.Documents)
        );
        Assert.Equal(4_900m, billed.Payable);
    }

    [Fact]
    public void A_release_that_the_source_reports_on_its_lines_agrees_with_the_terms()
    {
        var terms = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));
        var line = Contracts.Line("L1", 20_000m, 10_000m, 5_000m) with { WorkRetainageHeld = 1_100m, StoredRetainageHeld = 0m };
        Contracts.AssertStopped(BillingReasons.RetainageDiffers, terms, ledger, Contracts.Application(2, line), "1,100.00", "1,500.00");
        var billed = Contracts.Billed(terms, ledger, Contracts.Application(2, line with { WorkRetainageReleased = 400m }));
        Assert.Equal(4_900m, billed.Payable);
        Assert.Equal(2, billed.Documents.Count);
    }

    [Fact]
    public void A_release_above_what_is_held_is_refused()
    {
        Contracts.AssertStopped(
            BillingReasons.ReleaseAboveHeld,
            Contracts.TenPercent,
            Finished,
            Release(new RetainageRelease.Total(51_200.01m)),
            "51,200.01",
            "51,200.00"
        );
        Contracts.AssertStopped(
            BillingReasons.ReleaseAboveHeld,
            Contracts.TenPercent,
            Finished,
            Release(new RetainageRelease.ByLine([new LineRelease("B", 17_066.68m)])),
            "line B",
            "17,066.67"
        );
        Assert.Equal(51_200m, Contracts.Billed(Contracts.TenPercent, Finished, Release(new RetainageRelease.Total(51_200m))).Payable);
    }

    [Fact]
    public void A_release_that_makes_no_sense_is_refused()
    {
        RetainageRelease[] unusable =
        [
            new RetainageRelease.Total(0m),
            new RetainageRelease.Total(-1m),
            new RetainageRelease.DownTo(51_200m),
            new RetainageRelease.DownTo(60_000m),
            new RetainageRelease.ByLine([new LineRelease("Z", 1m)]),
            new RetainageRelease.ByLine([new LineRelease("A", 0m)]),
            new RetainageRelease.ByLine([new LineRelease("A", 1m), new LineRelease("A", 1m)]),
            new RetainageRelease.Total(10m) { PunchListHold = 10.01m },
            new RetainageRelease.Total(10m) { PunchListHold = -1m },
        ];
        Assert.All(unusable, release => Contracts.AssertStopped(BillingReasons.ReleaseUnusable, Contracts.TenPercent, Finished, Release(release)));
        var inSource = Release(new RetainageRelease.Total(10m)) with
        {
            RecordId = "R10",
            Number = 10,
            Lines = [Contracts.Line("A", null, null, 0m) with { WorkRetainageHeld = 17_066.67m, StoredRetainageHeld = 0m }],
        };
        Contracts.AssertStopped(
            BillingReasons.ReleaseUnusable,
            Contracts.TenPercent with
            {
                RetainageSource = RetainageSource.Source,
            },
            Finished,
            inSource
        );
    }

    [Fact]
    public void A_release_posts_once()
    {
        var first = Contracts.Billed(Contracts.TenPercent, Finished, Release(new RetainageRelease.Total(100m)));
        var again = Assert.IsType<BillingOutcome.NothingToPost>(
            BillingEngine.Bill(Contracts.TenPercent, first.NextLedger, Release(new RetainageRelease.Total(100m)))
        );
        Assert.Equal(NothingToPostReason.Duplicate, again.Why);
    }

    private static Application Release(RetainageRelease release) => Contracts.Application(9) with { RecordId = "REL1", Release = release };
}
