using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Retainage;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>
/// A source has one way to lower what is held. What of it is a release, and what the terms give back by themselves, the terms decide.
/// </summary>
public sealed class ReleaseReadingTests
{
    // 10,000 are billed and 1,000 held; the application bills 5,000 more.
    private static readonly ContractLedger One = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));

    private static readonly ContractTerms Flat = FromSource(new RetainageTerms.Flat(0.10m));

    // Flat terms hold 1,500 after this application.
    [Theory]
    [InlineData(1_100, 400, 400)]
    [InlineData(1_500, 400, 0)]
    [InlineData(1_499.98, 400, 0)]
    [InlineData(1_499.97, 0.03, 0.03)]
    [InlineData(1_499.97, 400, 0)]
    [InlineData(1_499.96, 400, 0.04)]
    [InlineData(1_200, 400, 300)]
    [InlineData(1_100.01, 400, 400)]
    [InlineData(1_100.04, 400, 399.96)]
    [InlineData(1_500, 0, 0)]
    public void On_a_line_with_rates_only_what_lies_below_the_terms_is_a_release(decimal held, decimal said, decimal released)
    {
        var billed = Contracts.Billed(Flat, One, Work(held, said));
        Assert.Equal(released, billed.Lines[0].Released);
        Assert.Equal(held, billed.After.Retainage.Work);
        Assert.Equal(new BucketAmounts(released, 0m), billed.NextLedger.Lines[0].Released);
        Assert.Equal(6_000m - held, billed.Payable);
    }

    [Fact]
    public void Stored_materials_are_read_in_a_bucket_of_their_own()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 5_000m, 3_000m, 500m, 300m));
        Application Stored(decimal held, decimal said) =>
            Contracts.Application(
                2,
                Contracts.Line("L1", 20_000m, 5_000m, 0m, 4_000m) with
                {
                    WorkRetainageHeld = 500m,
                    StoredRetainageHeld = held,
                    StoredRetainageReleased = said,
                }
            );
        Assert.Equal(
            [250m, 0m, 150m],
            new[] { (150m, 250m), (400m, 250m), (250m, 250m) }.Select(one =>
                Contracts.Billed(Flat, ledger, Stored(one.Item1, one.Item2)).NextLedger.Lines[0].Released.Stored
            )
        );
    }

    // 3,000 of material was installed, so that the terms hold 800 on work. The source holds 500: 200 were released on work, 100 on materials.
    [Fact]
    public void A_release_on_materials_stays_one_where_they_were_installed()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 5_000m, 3_000m, 500m, 300m));
        var line = Contracts.Line("L1", 20_000m, 5_000m, 3_000m) with
        {
            WorkRetainageHeld = 500m,
            StoredRetainageHeld = 0m,
            WorkRetainageReleased = 200m,
            StoredRetainageReleased = 100m,
        };
        var billed = Contracts.Billed(Flat, ledger, Contracts.Application(2, line));
        Assert.Equal(new BucketAmounts(200m, 100m), billed.NextLedger.Lines[0].Released);
        Assert.Empty(billed.Warnings);
    }

    // 120 are held, and the terms hold 50: a release by itself does not withhold and is not compared.
    [Fact]
    public void A_release_by_itself_is_not_compared_with_the_terms()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 1_000m, 0m, 120m));
        var release = Contracts.Application(1) with { RecordId = "REL", Release = new RetainageRelease.Total(20m) };
        var billed = Contracts.Billed(FromSource(new RetainageTerms.LumpSum(50m)), ledger, release);
        Assert.Equal((100m, 20m), (billed.After.Retainage.Total, billed.Payable));
        Assert.Empty(billed.Warnings);
    }

    [Fact]
    public void Less_than_terms_and_release_explain_is_refused() =>
        Contracts.AssertStopped(BillingReasons.RetainageDiffers, Flat, One, Work(1_000m, 400m), "1,000.00", "1,100.00");

    [Fact]
    public void What_a_step_on_the_full_balance_returns_is_not_a_release()
    {
        // Three quarters are billed, so everything holds five percent: 750.
        var step = FromSource(
            new RetainageTerms.Step(0.5m, 0.10m, 0.05m, StepReading.WholeBalance, BilledMeasure.CompletedAndStored, ContractSumBase.Revised)
        );
        var billed = Contracts.Billed(step, One, Work(750m, 250m));
        Assert.Equal(["StandardInvoice 5250.00: Movement 5000.00 RetainageReleased 250.00"], Contracts.Short(billed.Documents));
        Assert.Equal(default, billed.NextLedger.Lines[0].Released);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(599.94)]
    [InlineData(600.06)]
    public void What_terms_for_the_contract_total_return_is_not_a_release(decimal held)
    {
        // 850 are held to the contract: 800 by the terms, 50 for the punch list; line 2 is not mentioned and holds 200.
        var billed = Contracts.Billed(FromSource(new RetainageTerms.LumpSum(800m)), Two, Work(held, 400m));
        Assert.Equal(default, billed.NextLedger.Lines[0].Released);
        Assert.Equal([BillingDocumentKind.StandardInvoice], billed.Documents.Select(document => document.Kind));
        Assert.Equal(new BucketAmounts(held + 200m, 0m, 50m), billed.After.Retainage);
    }

    [Fact]
    public void What_is_held_on_stored_materials_counts_to_what_the_terms_give_back()
    {
        // The contract holds 800: 500 on work and 100 on stored materials of line 1, 200 on line 2.
        var ledger = Contracts.Posted(
            40_000m,
            1,
            Contracts.Balance("L1", 20_000m, 9_000m, 1_000m, 900m, 100m),
            Contracts.Balance("L2", 20_000m, 2_000m, 0m, 200m)
        );
        var line = Contracts.Line("L1", 20_000m, 9_000m, 5_000m, 1_000m) with
        {
            WorkRetainageHeld = 500m,
            StoredRetainageHeld = 100m,
            WorkRetainageReleased = 400m,
        };
        var billed = Contracts.Billed(FromSource(new RetainageTerms.LumpSum(800m)), ledger, Contracts.Application(2, line));
        Assert.Equal(default, billed.NextLedger.Lines[0].Released);
        Assert.Equal(new BucketAmounts(700m, 100m), billed.After.Retainage);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(600.06)]
    public void What_terms_for_the_contract_total_do_not_return_is_a_release(decimal held)
    {
        var billed = Contracts.Billed(FromSource(new RetainageTerms.LumpSum(1_200m)), Two, Work(held, 400m));
        Assert.Equal(new BucketAmounts(400m, 0m), billed.NextLedger.Lines[0].Released);
        Assert.Equal([BillingDocumentKind.StandardInvoice, BillingDocumentKind.RetainageRelease], billed.Documents.Select(document => document.Kind));
    }

    [Theory]
    [InlineData(0, 0.02)]
    [InlineData(1, 0.02)]
    [InlineData(6, 0.07)]
    [InlineData(60, 0.61)]
    [InlineData(61, 0.61)]
    public void Rounding_explains_one_minor_unit_for_every_application_and_one_for_the_terms(int application, decimal tolerance) =>
        Assert.Equal(tolerance, RetainageTolerance.Of(application, Currency.Usd));

    private static ContractLedger Two =>
        Contracts.Posted(
            40_000m,
            1,
            One.Lines[0] with
            {
                Posted = new LineBalance(10_000m, new BucketAmounts(1_000m, 0m, 50m)),
            },
            Contracts.Balance("L2", 20_000m, 2_000m, 0m, 200m)
        );

    private static ContractTerms FromSource(RetainageTerms retainage) => Contracts.Terms(retainage) with { RetainageSource = RetainageSource.Source };

    private static Application Work(decimal held, decimal released) =>
        Contracts.Application(
            2,
            Contracts.Line("L1", 20_000m, 10_000m, 5_000m) with
            {
                WorkRetainageHeld = held,
                StoredRetainageHeld = 0m,
                WorkRetainageReleased = released,
            }
        );
}
