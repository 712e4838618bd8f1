using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>Terms to try: what they change, and what they leave as it is.</summary>
public sealed class ReplayCandidateTests
{
    private static readonly RetainageLimit FivePercent = new(LimitBase.RevisedSum, 0.05m);

    private static readonly ReplayCandidate All = new()
    {
        Retainage = new RetainageTerms.Flat(0.05m),
        ChangesCap = true,
        Cap = FivePercent,
        StoredMaterials = StoredMaterials.AutoMove,
        Place = ResidualPlace.FirstLine,
        Keeper = RetainageKeeper.Oracle,
    };

    [Fact]
    public void A_candidate_changes_what_it_names()
    {
        var after = All.Apply(Contracts.TenPercent);
        Assert.Equal(
            Contracts.TenPercent with
            {
                Retainage = new RetainageTerms.Flat(0.05m),
                RetainageCap = FivePercent,
                StoredMaterials = StoredMaterials.AutoMove,
                ResidualPlace = ResidualPlace.FirstLine,
                RetainageKeeper = RetainageKeeper.Oracle,
            },
            after
        );
    }

    [Fact]
    public void A_candidate_leaves_what_it_does_not_name()
    {
        var terms = All.Apply(Contracts.TenPercent);
        Assert.Equal(terms, new ReplayCandidate().Apply(terms));

        // A maximum counts only where it is said to change, and then also where there is none.
        Assert.Equal(terms, new ReplayCandidate { Cap = new RetainageLimit(LimitBase.Amount, 7m) }.Apply(terms));
        Assert.Null(
            new ReplayCandidate { ChangesCap = true }
                .Apply(terms)
                .RetainageCap
        );
    }

    [Fact]
    public void Each_application_has_its_terms_changed()
    {
        var history = History(Contracts.TenPercent, Contracts.Terms(new RetainageTerms.Flat(0.08m)));
        var after = new ReplayCandidate { StoredMaterials = StoredMaterials.AutoMove }.Apply(history);
        Assert.Equal(
            [(new RetainageTerms.Flat(0.10m), StoredMaterials.AutoMove), (new RetainageTerms.Flat(0.08m), StoredMaterials.AutoMove)],
            after.Applications.Select(entry => ((RetainageTerms.Flat)entry.Terms.Retainage!, entry.Terms.StoredMaterials!.Value))
        );
    }

    [Fact]
    public void The_changed_terms_are_named_once_and_in_their_order()
    {
        var two = History(Contracts.TenPercent, Contracts.TenPercent with { ContractNumber = "SC-010" });
        Assert.Equal([ReplayTerm.Retainage, ReplayTerm.Cap, ReplayTerm.StoredMaterials, ReplayTerm.Rounding, ReplayTerm.Keeper], All.Changed(two));
        Assert.Empty(new ReplayCandidate().Changed(two));
        Assert.Equal([ReplayTerm.Retainage], new ReplayCandidate { Retainage = All.Retainage }.Changed(two));
        Assert.Equal([ReplayTerm.Cap], new ReplayCandidate { Cap = FivePercent, ChangesCap = true }.Changed(two));
        Assert.Equal([ReplayTerm.StoredMaterials], new ReplayCandidate { StoredMaterials = StoredMaterials.AutoMove }.Changed(two));
        Assert.Equal([ReplayTerm.Rounding], new ReplayCandidate { Place = ResidualPlace.LargestRemainder }.Changed(two));
        Assert.Equal([ReplayTerm.Keeper], new ReplayCandidate { Keeper = RetainageKeeper.Oracle }.Changed(two));
    }

    [Fact]
    public void A_term_that_differs_for_one_application_only_is_changed()
    {
        var history = History(Contracts.TenPercent, Contracts.Terms(new RetainageTerms.Flat(0.05m)));
        Assert.Equal([ReplayTerm.Retainage], new ReplayCandidate { Retainage = new RetainageTerms.Flat(0.05m) }.Changed(history));
        Assert.Equal([ReplayTerm.Retainage], new ReplayCandidate { Retainage = new RetainageTerms.Flat(0.10m) }.Changed(history));
    }

    // Records compare lists by reference; two scales with the same rules are the same terms.
    [Fact]
    public void A_scale_with_the_same_rules_is_no_change()
    {
        var history = History(Contracts.Terms(Scale(0.10m)));
        Assert.Empty(new ReplayCandidate { Retainage = Scale(0.10m) }.Changed(history));
        Assert.Equal([ReplayTerm.Retainage], new ReplayCandidate { Retainage = Scale(0.08m) }.Changed(history));
        Assert.Equal([ReplayTerm.Retainage], new ReplayCandidate { Retainage = new RetainageTerms.Flat(0.10m) }.Changed(history));
        Assert.Equal([ReplayTerm.Retainage], new ReplayCandidate { Retainage = Scale(0.10m) }.Changed(History(Contracts.TenPercent)));
    }

    [Fact]
    public void What_changes_nothing_is_left_out()
    {
        Assert.Equal(All, All.Only([ReplayTerm.Keeper, ReplayTerm.Rounding, ReplayTerm.StoredMaterials, ReplayTerm.Cap, ReplayTerm.Retainage]));
        Assert.Equal(new ReplayCandidate(), All.Only([]));
        Assert.Equal(new ReplayCandidate { Retainage = All.Retainage }, All.Only([ReplayTerm.Retainage]));
        Assert.Equal(new ReplayCandidate { Cap = FivePercent, ChangesCap = true }, All.Only([ReplayTerm.Cap]));
        Assert.Equal(new ReplayCandidate { StoredMaterials = StoredMaterials.AutoMove }, All.Only([ReplayTerm.StoredMaterials]));
        Assert.Equal(new ReplayCandidate { Place = ResidualPlace.FirstLine }, All.Only([ReplayTerm.Rounding]));
        Assert.Equal(new ReplayCandidate { Keeper = RetainageKeeper.Oracle }, All.Only([ReplayTerm.Keeper]));
        Assert.False(new ReplayCandidate().Only([ReplayTerm.Cap]).ChangesCap);

        var range = new ReplayRange(0.4m, 0.5m, 400m, 500m);
        Assert.Equal(range, (All with { Range = range }).Only([]).Range);
    }

    private static RetainageTerms.SlidingScale Scale(decimal rate) => new([new SlidingScaleRule(rate, FivePercent)]);

    private static ReplayHistory History(params ContractTerms[] terms) =>
        new()
        {
            Ledger = Contracts.Ledger(1_000m),
            Applications = [.. terms.Select((one, index) => new ReplayApplication(one, Contracts.Application(index + 1)))],
        };
}
