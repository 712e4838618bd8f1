using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>A release from stored materials when the material is installed, and a release that a line's share no longer covers.</summary>
public sealed class LastingReleaseTests
{
    private static readonly ContractTerms Auto = Contracts.TenPercent with { StoredMaterials = StoredMaterials.AutoMove };

    // 20,000 are stored and 2,000 held on them; 1,000 of that is released.
    private static readonly ContractLedger Stored = Contracts.Posted(
        50_000m,
        2,
        Contracts.Balance("L1", 50_000m, 0m, 20_000m, 0m, 1_000m) with
        {
            Released = new BucketAmounts(0m, 1_000m),
        }
    );

    [Theory]
    [InlineData(20_000, 0, 1_000, 0)]
    [InlineData(5_000, 15_000, 1_000, 0)]
    [InlineData(20_000, 10_000, 2_000, 9_000)]
    [InlineData(0, 0, 0, -19_000)]
    [InlineData(0, 10_000, 0, -9_000)]
    [InlineData(15_000, 0, 500, -4_500)]
    public void What_was_released_stays_released_when_material_is_installed_or_removed(decimal work, decimal stored, decimal held, decimal due)
    {
        var billed = Contracts.Billed(Contracts.TenPercent, Stored, Contracts.Application(3, Contracts.Line("L1", null, 0m, work, stored)));
        Assert.Equal((held, due), (billed.After.Retainage.Total, billed.Payable));
        Assert.Equal(1_000m, billed.NextLedger.Lines[0].Released.Total);
    }

    [Fact]
    public void Material_that_moves_by_itself_keeps_its_release()
    {
        var billed = Contracts.Billed(
            Auto,
            Stored with
            {
                StoredMaterials = StoredMaterials.AutoMove,
            },
            Contracts.Application(3, Contracts.Line("L1", null, 20_000m, 0m))
        );
        Assert.Equal((1_000m, 0m), (billed.After.Retainage.Total, billed.Payable));
        Assert.Empty(billed.Documents);
    }

    [Fact]
    public void Another_rate_on_work_moves_the_rate_and_not_the_release()
    {
        // Five percent on stored material become ten on work: 2,000 less the 1,000 that were released.
        var terms = Contracts.Terms(new RetainageTerms.PerLine(0.10m, 0.10m, [new LineRate("L1", null, 0.05m)]));
        var ledger = Contracts.Posted(
            50_000m,
            2,
            Contracts.Balance("L1", 50_000m, 0m, 20_000m, 0m, 0m) with
            {
                Released = new BucketAmounts(0m, 1_000m),
            }
        );
        var billed = Contracts.Billed(terms, ledger, Contracts.Application(3, Contracts.Line("L1", null, 0m, 20_000m)));
        Assert.Equal((1_000m, -1_000m), (billed.After.Retainage.Total, billed.Payable));
    }

    [Theory]
    [InlineData(0, 1_000, 0, 0)]
    [InlineData(700, 300, 700, 0)]
    [InlineData(500, 0, 0, 500)]
    [InlineData(500, 0, 500, 0)]
    public void A_source_that_keeps_the_release_agrees_and_may_release_the_rest_from_either_part(
        decimal held,
        decimal heldOnStored,
        decimal releasedFromWork,
        decimal releasedFromStored
    )
    {
        var isRelease = held + heldOnStored < 1_000m;
        var line = Contracts.Line("L1", null, 0m, 10_000m, 10_000m) with
        {
            WorkRetainageHeld = held,
            StoredRetainageHeld = heldOnStored,
            WorkRetainageReleased = isRelease ? releasedFromWork : null,
            StoredRetainageReleased = isRelease ? releasedFromStored : null,
        };
        var source = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };
        var billed = Contracts.Billed(source, Stored, Contracts.Application(3, line));
        Assert.Equal(held + heldOnStored, billed.After.Retainage.Total);
        Assert.Equal(isRelease ? 1_500m : 1_000m, billed.NextLedger.Lines[0].Released.Total);
    }

    [Fact]
    public void A_release_that_the_lines_share_no_longer_covers_counts_against_the_other_lines()
    {
        // A lump sum of 1,000 was all on line 1, and 800 of it are released; then line 2 is billed as much.
        var ledger = Contracts.Posted(
            40_000m,
            1,
            Contracts.Balance("L1", 20_000m, 10_000m, 0m, 200m) with
            {
                Released = new BucketAmounts(800m, 0m),
            },
            Contracts.Balance("L2", 20_000m, 0m, 0m, 0m)
        );
        var terms = Contracts.Terms(new RetainageTerms.LumpSum(1_000m));
        var billed = Contracts.Billed(terms, ledger, Contracts.Application(2, Contracts.Line("L2", null, 0m, 10_000m)));
        Assert.Equal([0m, 200m], billed.Lines.Select(line => line.After.Retainage.Total));
        Assert.Equal(10_000m, billed.Payable);
        var source = Contracts.Application(2, Contracts.Line("L2", null, 0m, 10_000m) with { WorkRetainageHeld = 0m, StoredRetainageHeld = 0m });
        Assert.Equal(200m, Contracts.Billed(terms with { RetainageSource = RetainageSource.Source }, ledger, source).After.Retainage.Total);
    }

    [Fact]
    public void A_release_by_itself_brings_retainage_under_its_limit()
    {
        // A certified header put two cents more on the line than the limit allows.
        var terms = Contracts.TenPercent with
        {
            RetainageCap = new RetainageLimit(LimitBase.Amount, 1_000m),
        };
        var ledger = Contracts.Posted(40_000m, 1, Contracts.Balance("L1", 40_000m, 20_000m, 0m, 1_000.02m));
        var release = Contracts.Application(2) with { Release = new RetainageRelease.Everything() };
        Assert.Equal(1_000.02m, Contracts.Billed(terms, ledger, release).Payable);
    }

    [Fact]
    public void A_limit_that_is_a_share_of_less_than_nothing_is_nothing()
    {
        var terms = Contracts.Terms(new RetainageTerms.LumpSum(100m)) with { RetainageCap = new RetainageLimit(LimitBase.RevisedSum, 0.05m) };
        var ledger = Contracts.Posted(-1_000m, 1, Contracts.Balance("L1", -1_000m, 0m, 0m, 0m));
        Assert.Equal(-500m, Contracts.Billed(terms, ledger, Contracts.ToDate(2, -1_000m, 0m, -500m)).Payable);
    }

    [Fact]
    public void Frozen_retainage_stays_to_the_cent_whichever_its_sign_after_a_release()
    {
        var ledger = Contracts.Posted(
            20_000m,
            1,
            Contracts.Balance("L1", 20_000m, 10_000m, 0m, -0.01m) with
            {
                Released = new BucketAmounts(1_000m, 0m),
            }
        );
        var billed = Contracts.Billed(Contracts.Terms(new RetainageTerms.Frozen()), ledger, Contracts.ToDate(2, 20_000m, 10_000m, 12_000m));
        Assert.Equal((-0.01m, 2_000m), (billed.After.Retainage.Total, billed.Payable));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_that_is_credited_holds_nothing_any_more(bool isFrozen)
    {
        RetainageTerms terms = isFrozen
            ? new RetainageTerms.Frozen()
            : new RetainageTerms.Step(0.1m, 0.10m, 0.05m, StepReading.FromCrossing, BilledMeasure.CompletedAndStored, ContractSumBase.Original);
        var ledger = Contracts.Posted(
            40_000m,
            1,
            Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m),
            Contracts.Balance("L2", 20_000m, 10_000m, 0m, 1_000m)
        );
        var application = Contracts.Application(2, Contracts.Line("L2", null, 10_000m, 0m)) with
        {
            ScheduleChanges = [new ScheduleChange.Delete("L1", DeletedLine.Credit)],
        };
        var billed = Contracts.Billed(Contracts.Terms(terms), ledger, application);
        Assert.Equal((1_000m, -9_000m), (billed.After.Retainage.Total, billed.Payable));
        Assert.Equal(["L2"], billed.NextLedger.Lines.Select(line => line.LineId));
    }

    [Fact]
    public void A_cap_that_the_lines_share_keeps_what_was_released()
    {
        var terms = Contracts.TenPercent with { RetainageCap = new RetainageLimit(LimitBase.Amount, 1_000m) };
        var ledger = Contracts.Posted(
            40_000m,
            1,
            Contracts.Balance("L1", 20_000m, 10_000m, 0m, 0m) with
            {
                Released = new BucketAmounts(1_000m, 0m),
            },
            Contracts.Balance("L2", 20_000m, 0m, 0m, 0m)
        );
        var billed = Contracts.Billed(terms, ledger, Contracts.Application(2, Contracts.Line("L2", null, 0m, 10_000m)));
        Assert.Equal((0m, 10_000m), (billed.After.Retainage.Total, billed.Payable));
    }
}
