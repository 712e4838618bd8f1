using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using Xunit;

namespace PowerIntegration.Domain.Tests.Explanation;

/// <summary>Figures worked out by hand from 30,000 and 10,000 stored, 60,000 and 5,000 stored, and 100,000 of work.</summary>
public sealed class WorkedExampleTests
{
    public static TheoryData<string, RetainageTerms, decimal[], decimal[]> Kinds =>
        new()
        {
            { "none", new RetainageTerms.None(null), [0m, 0m, 0m], [40_000m, 25_000m, 35_000m] },
            { "flat", new RetainageTerms.Flat(0.10m), [4000m, 6500m, 10_000m], [36_000m, 22_500m, 31_500m] },
            { "split", new RetainageTerms.Split(0.10m, 0.05m), [3500m, 6250m, 10_000m], [36_500m, 22_250m, 31_250m] },
            {
                "a line with rates of its own is the line of materials",
                new RetainageTerms.PerLine(0.10m, 0.10m, [new LineRate("7002", 0.05m, 0m)]),
                [3000m, 5500m, 9000m],
                [37_000m, 22_500m, 31_500m]
            },
            { "frozen", new RetainageTerms.Frozen(), [0m, 0m, 0m], [40_000m, 25_000m, 35_000m] },
            { "lump sum", new RetainageTerms.LumpSum(5000m), [5000m, 5000m, 5000m], [35_000m, 25_000m, 35_000m] },
            { "lump sum above what is earned", new RetainageTerms.LumpSum(50_000m), [40_000m, 50_000m, 50_000m], [0m, 15_000m, 35_000m] },
            { "step A", SomeTerms.Step(StepReading.WholeBalance), [4000m, 3250m, 5000m], [36_000m, 25_750m, 33_250m] },
            { "step B1", SomeTerms.Step(StepReading.AboveThreshold), [4000m, 5750m, 7500m], [36_000m, 23_250m, 33_250m] },
            { "step B2", SomeTerms.Step(StepReading.FromCrossing), [4000m, 5250m, 7000m], [36_000m, 23_750m, 33_250m] },
            { "step C", SomeTerms.Step(StepReading.Stop, 0m), [4000m, 5000m, 5000m], [36_000m, 24_000m, 35_000m] },
            { "sliding scale", SomeTerms.Scale, [4000m, 5250m, 6000m], [36_000m, 23_750m, 34_250m] },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_retainage_is_billed_to_the_cent(string kind, RetainageTerms retainage, decimal[] held, decimal[] paid)
    {
        foreach (var mode in new[] { StoredMaterials.Manual, StoredMaterials.AutoMove })
        {
            var version = SomeTerms.Of(retainage);
            var example = WorkedExample.Of(version with { Terms = version.Terms with { StoredMaterials = mode } }, []);
            Assert.True(example.Stop is null, $"{kind}: {example.Stop?.Sentence}");
            Assert.Equal(held, example.Applications.Select(application => application.Retainage));
            Assert.Equal(paid, example.Applications.Select(application => application.Payable));
            Assert.Equal([40_000m, 65_000m, 100_000m], example.Applications.Select(application => application.Gross));
            Assert.Equal([10_000m, 5000m, 0m], example.Applications.Select(application => application.Stored));
            Assert.All(example.Applications, application => Assert.Equal(100_000m - application.Earned, application.Balance));
            Assert.Equal(0m, example.Residual);
        }
    }

    [Fact]
    public void Retainage_on_work_and_on_stored_materials_is_told_apart()
    {
        var first = WorkedExample.Of(SomeTerms.Of(new RetainageTerms.Split(0.10m, 0.05m)), []).Applications[0];
        Assert.Equal((3000m, 500m), (first.WorkRetainage, first.StoredRetainage));
    }

    [Fact]
    public void A_maximum_ends_the_withholding()
    {
        var capped = SomeTerms.With(terms => terms with { RetainageCap = new RetainageLimit(LimitBase.OriginalSum, 0.05m) });
        Assert.Equal([4000m, 5000m, 5000m], WorkedExample.Of(capped, []).Applications.Select(application => application.Retainage));
    }

    [Fact]
    public void What_a_person_would_be_told_stands_with_its_application()
    {
        var remarks = WorkedExample.Of(SomeTerms.Of(SomeTerms.Step(StepReading.Stop, 0m)), []).Applications[1].Remarks;
        Assert.Contains("reaches the threshold of 50,000.00 USD", Assert.Single(remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Tax_is_shown_where_terms_give_it()
    {
        var engine = new TaxTerms
        {
            ComputedBy = TaxCalculator.Engine,
            Mode = RetainageTaxMode.Gross,
            Rate = 0.13m,
        };
        Assert.Equal([5200m, 3250m, 4550m], Taxes(engine));
        Assert.Equal(41_200m, WorkedExample.Of(SomeTerms.Flat with { Tax = engine }, []).Applications[0].Payable);
        Assert.Equal([5200m, 3250m, 4550m], Taxes(engine with { ComputedBy = TaxCalculator.Oracle }));
        Assert.Equal([5200m, 3250m, 4550m], Taxes(engine with { ComputedBy = TaxCalculator.Source }));
        Assert.Equal([4680m, 2925m, 4095m], Taxes(engine with { Mode = RetainageTaxMode.NetDeferred }));
        Assert.Equal([null, null, null], Taxes(engine with { ComputedBy = TaxCalculator.Source, Rate = null }));
    }

    [Fact]
    public void Withholding_tax_is_shown_where_it_is_calculated_here()
    {
        var terms = new WithholdingTaxTerms
        {
            ComputedBy = TaxCalculator.Engine,
            Policy = WithholdingTaxPolicy.RetentionProRata,
            Rate = 0.20m,
        };
        var example = WorkedExample.Of(SomeTerms.Flat with { Withholding = terms }, []);
        Assert.Equal([7200m, 4500m, 6300m], example.Applications.Select(application => application.Withheld));
        Assert.Equal(28_800m, example.Applications[0].Payable);
        var oracle = WorkedExample.Of(SomeTerms.Flat with { Withholding = terms with { ComputedBy = TaxCalculator.Oracle } }, []);
        Assert.All(oracle.Applications, application => Assert.Null(application.Withheld));
    }

    [Fact]
    public void More_than_the_law_allows_is_told_with_the_application_that_withholds_it()
    {
        var version = SomeTerms.Flat with { Region = Regions.Illinois };
        Assert.Contains("Test Act s.1", WorkedExample.Of(version, [Regions.Cap(0.05m)]).Applications[0].Remarks[0], StringComparison.Ordinal);
        Assert.Empty(WorkedExample.Of(version, [Regions.Cap(0.10m)]).Applications[0].Remarks);
    }

    [Fact]
    public void What_stops_the_engine_stops_the_example()
    {
        var falling = new RetainageTerms.SlidingScale([
            new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, 5000m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.OriginalSum, 0.01m)),
        ]);
        var example = WorkedExample.Of(SomeTerms.Of(falling), []);
        Assert.Contains("rule 2 of the sliding scale", example.Stop!.Sentence, StringComparison.Ordinal);
        Assert.Empty(example.Applications);
        Assert.Equal(0m, example.Residual);
    }

    private static IEnumerable<decimal?> Taxes(TaxTerms tax) =>
        WorkedExample.Of(SomeTerms.Flat with { Tax = tax }, []).Applications.Select(application => application.Tax);
}
