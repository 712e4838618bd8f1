using CsCheck;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Tax;

public sealed class TaxProperties
{
    private static readonly Gen<Month> GenMonth = Gen.Select(
        Gen.Long[1, 90_000_000],
        Gen.Long[1, 60_000_000],
        Gen.Int[0, 1000],
        (labour, materials, rate) => new Month(labour / 100m, materials / 100m, rate)
    );

    private static readonly Gen<Month[]> GenMonths = GenMonth.Array[1, 24];

    private static readonly Gen<decimal> GenRate = Gen.Int[0, 2500].Select(rate => rate / 10_000m);

    [Fact]
    public void Tax_over_the_life_is_within_a_cent_for_each_document_in_every_mode() =>
        Gen.Select(GenMonths, GenRate, Gen.Int[1, 6])
            .Sample(
                (months, rate, releases) =>
                {
                    foreach (var mode in Enum.GetValues<RetainageTaxMode>())
                    {
                        var life = Live(Taxes.Engine(mode, rate), months, releases);
                        Assert.True(Math.Abs(life.Tax - (rate * life.Gross)) <= 0.01m * life.Documents, $"{mode}: {life.Tax} on {life.Gross}");
                        Assert.Equal(life.Gross + life.Tax, life.Paid);
                        Assert.Equal(0m, life.Tracked);
                    }
                },
                iter: 300
            );

    [Fact]
    public void Tracked_and_gross_tax_are_the_same_to_the_cent_over_the_life() =>
        Gen.Select(GenMonths, GenRate, Gen.Int[1, 6])
            .Sample(
                (months, rate, releases) =>
                    Assert.Equal(
                        Live(Taxes.Engine(RetainageTaxMode.Gross, rate), months, releases).Tax,
                        Live(Taxes.Engine(RetainageTaxMode.NetTracked, rate), months, releases).Tax
                    ),
                iter: 300
            );

    [Fact]
    public void Every_journal_balances_and_payable_is_net_plus_tax() =>
        Gen.Select(GenMonth, GenRate, Gen.Bool)
            .Sample(
                (month, rate, isReverseCharge) =>
                {
                    var document = Taxes.Document(month.Gross, month.Retention);
                    foreach (var mode in Enum.GetValues<RetainageTaxMode>().Where(mode => !isReverseCharge || mode != RetainageTaxMode.NetTracked))
                    {
                        var figures = Taxes.Computed(Taxes.Engine(mode, rate, isReverseCharge), document);
                        Assert.Equal(0m, figures.Journal.Sum(leg => leg.Amount));
                        Assert.Equal(document.NetBeforeTax + figures.TaxPaid, figures.Payable);
                        Assert.True(isReverseCharge ? figures.TaxPaid == 0m : figures.SelfAccounted == 0m);
                    }
                },
                iter: 500
            );

    [Fact]
    public void Both_policies_withhold_the_same_over_the_life_within_a_cent_for_each_document() =>
        Gen.Select(GenMonths, Gen.Int[0, 3].Select(step => step / 10m))
            .Sample(
                (months, rate) =>
                {
                    // A month whose materials exceed its payment is a person's decision; this life has none.
                    var usual = months
                        .Select(month =>
                            month with
                            {
                                RetentionPermille = month.RetentionPermille % 100,
                                Materials = Math.Min(month.Materials, month.Labour),
                            }
                        )
                        .ToArray();
                    var exact = rate * usual.Sum(month => month.Labour);
                    foreach (var policy in Enum.GetValues<WithholdingTaxPolicy>())
                    {
                        var withheld = Withhold(
                            new WithholdingTaxTerms
                            {
                                ComputedBy = TaxCalculator.Engine,
                                Policy = policy,
                                Rate = rate,
                            },
                            usual
                        );
                        Assert.True(Math.Abs(withheld - exact) <= 0.01m * (months.Length + 1), $"{policy}: {withheld} instead of {exact}");
                    }
                },
                iter: 300
            );

    private static Life Live(TaxTerms terms, Month[] months, int releases)
    {
        var life = new Life();
        foreach (var month in months)
        {
            life = life.With(Taxes.Computed(terms, life.Document(month.Gross, month.Retention, 0m)), month.Gross, month.Retention);
        }

        for (var left = releases; left > 0; left--)
        {
            var part = left == 1 ? life.Held : Rounding.ToMinorUnit(life.Held / left, Currency.Usd);
            life = life.With(Taxes.Computed(terms, life.Document(0m, 0m, part)), 0m, -part);
        }

        return life;
    }

    private static decimal Withhold(WithholdingTaxTerms terms, Month[] months)
    {
        var held = default(HeldRetention);
        var withheld = 0m;
        foreach (var month in months)
        {
            var figures = Of(terms, month.Labour, month.Materials, month.Retention, 0m, held);
            held = figures.HeldAfter;
            withheld += figures.Withheld;
        }

        var last = Of(terms, 0m, 0m, 0m, held.Total, held);
        Assert.Equal(default, last.HeldAfter);
        return withheld + last.Withheld;
    }

    private static WithholdingTaxFigures Of(
        WithholdingTaxTerms terms,
        decimal labour,
        decimal materials,
        decimal retention,
        decimal released,
        HeldRetention before
    ) =>
        Assert
            .IsType<WithholdingTaxOutcome.Computed>(
                WithholdingTaxComputation.Of(
                    terms,
                    new WithholdingTaxDocument
                    {
                        Name = "Document",
                        Currency = Currency.Usd,
                        Labour = labour,
                        Materials = materials,
                        RetentionWithheld = retention,
                        RetentionReleased = released,
                        HeldBefore = before,
                    }
                )
            )
            .Figures;

    private sealed record Month(decimal Labour, decimal Materials, int RetentionPermille)
    {
        public decimal Gross => Labour + Materials;

        public decimal Retention => Rounding.ToMinorUnit(Gross * RetentionPermille / 1000m, Currency.Usd);
    }

    private sealed record Life
    {
        public decimal Gross { get; init; }

        public decimal Tax { get; init; }

        public decimal Paid { get; init; }

        public decimal Held { get; init; }

        public decimal Tracked { get; init; }

        public int Documents { get; init; }

        public TaxableDocument Document(decimal gross, decimal withheld, decimal released) =>
            Taxes.Document(gross, withheld, released) with
            {
                HeldBefore = Held,
                TrackedBefore = Tracked,
            };

        public Life With(TaxFigures figures, decimal gross, decimal held) =>
            new()
            {
                Gross = Gross + gross,
                Tax = Tax + figures.TaxPaid,
                Paid = Paid + figures.Payable,
                Held = Held + held,
                Tracked = figures.TrackedAfter,
                Documents = Documents + 1,
            };
    }
}
