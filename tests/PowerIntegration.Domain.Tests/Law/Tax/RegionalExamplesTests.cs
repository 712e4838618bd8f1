using System.Text.Json;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using Xunit;
using static PowerIntegration.Domain.Tests.Law.Tax.RegionalExample;

namespace PowerIntegration.Domain.Tests.Law.Tax;

public sealed class RegionalExamplesTests
{
    [Theory]
    [InlineData("US_WA_sales_tax_gross_example_rate", RetainageTaxMode.Gross)]
    [InlineData("KSA_VAT", RetainageTaxMode.Gross)]
    [InlineData("AU_GST", RetainageTaxMode.NetDeferred)]
    [InlineData("ON_HST", RetainageTaxMode.NetDeferred)]
    [InlineData("UAE_VAT", RetainageTaxMode.NetDeferred)]
    [InlineData("UK_VAT_no_DRC", RetainageTaxMode.NetDeferred)]
    public void E15_tax_now_and_on_release_in_each_regime(string regime, RetainageTaxMode mode)
    {
        var example = Load("E15");
        var expected = example.Expected.GetProperty(regime);
        var terms = Taxes.Engine(mode, Number(expected, "rate"));
        var retention = Number(example.Inputs, "retention");
        var now = Taxes.Computed(terms, Taxes.Document(Number(example.Inputs, "gross"), retention));
        var release = Taxes.Computed(terms, Taxes.Document(0m, 0m, retention));
        Assert.Equal(Number(expected, "tax_now"), now.TaxPaid);
        Assert.Equal(Number(expected, "payable_now"), now.Payable);
        Assert.Equal(Number(expected, "tax_on_release"), release.TaxPaid);
        Assert.Equal(Number(expected, "payable_on_release"), release.Payable);
        Assert.Equal(Number(expected, "total_tax"), now.TaxPaid + release.TaxPaid);
    }

    [Fact]
    public void E15_under_reverse_charge_nothing_is_paid_and_the_customer_accounts_for_all_of_it()
    {
        var example = Load("E15");
        var expected = example.Expected.GetProperty("UK_DRC");
        var terms = Taxes.Engine(RetainageTaxMode.NetDeferred, Number(expected, "rate"), isReverseCharge: true);
        var retention = Number(example.Inputs, "retention");
        var now = Taxes.Computed(terms, Taxes.Document(Number(example.Inputs, "gross"), retention));
        var release = Taxes.Computed(terms, Taxes.Document(0m, 0m, retention));
        Assert.Equal(Number(expected, "tax_now"), now.TaxPaid);
        Assert.Equal(Number(expected, "payable_now"), now.Payable);
        Assert.Equal(Number(expected, "self_accounted_now"), now.SelfAccounted);
        Assert.Equal(Number(expected, "tax_on_release"), release.TaxPaid);
        Assert.Equal(Number(expected, "self_accounted_on_release"), release.SelfAccounted);
        Assert.Equal([new TaxLeg(TaxAccountRole.TaxOnPurchase, 16_423.12m), new TaxLeg(TaxAccountRole.SelfAccountedTax, -16_423.12m)], now.Journal);
    }

    [Fact]
    public void E16_materials_in_full()
    {
        var example = Load("E16");
        var expected = example.Expected.GetProperty("policy_ii_materials_in_full_now");
        var now = Withhold(WithholdingTaxPolicy.MaterialsInFull, 0.20m, Progress(example));
        Assert.Equal(Number(example.Expected, "payment_ex_vat"), now.Payment);
        Assert.Equal(Number(example.Inputs, "materials"), now.Materials);
        Assert.Equal(Number(expected, "base"), now.Base);
        Assert.Equal(Number(expected, "cis_20"), now.Withheld);
        Assert.Equal(Number(expected, "cash_20"), now.Cash);
        Assert.Equal(Number(expected, "cis_30"), Withhold(WithholdingTaxPolicy.MaterialsInFull, 0.30m, Progress(example)).Withheld);
        Assert.Equal(Number(expected, "cis_0"), Withhold(WithholdingTaxPolicy.MaterialsInFull, 0m, Progress(example)).Withheld);
        AssertRelease(expected.GetProperty("on_release"), WithholdingTaxPolicy.MaterialsInFull, now);
        Assert.Equal(4_920.00m, now.Withheld + Release(WithholdingTaxPolicy.MaterialsInFull, now).Withheld);
    }

    [Fact]
    public void E16_retention_pro_rata()
    {
        var example = Load("E16");
        var expected = example.Expected.GetProperty("policy_i_retention_pro_rata");
        var now = Withhold(WithholdingTaxPolicy.RetentionProRata, 0.20m, Progress(example));
        Assert.Equal(Number(expected, "base"), now.Base);
        Assert.Equal(Number(expected, "cis_20"), now.Withheld);
        Assert.Equal(Number(expected, "cash_20"), now.Cash);
        Assert.Equal(new HeldRetention(738.00m, 355.50m), now.HeldAfter);
        AssertRelease(expected.GetProperty("on_release"), WithholdingTaxPolicy.RetentionProRata, now);
        Assert.Equal(4_920.00m, now.Withheld + Release(WithholdingTaxPolicy.RetentionProRata, now).Withheld);
    }

    [Fact]
    public void E16_no_wrong_base_gives_the_answer()
    {
        var example = Load("E16");
        var wrong = example.Json.GetProperty("wrong_answers").EnumerateArray().Select(answer => Number(answer, "amount")).ToList();
        Assert.DoesNotContain(Withhold(WithholdingTaxPolicy.MaterialsInFull, 0.20m, Progress(example)).Withheld, wrong);
        Assert.DoesNotContain(Withhold(WithholdingTaxPolicy.RetentionProRata, 0.20m, Progress(example)).Withheld, wrong);
    }

    [Fact]
    public void E16_the_customer_accounts_for_VAT_on_the_payment()
    {
        var example = Load("E16");
        var figures = Taxes.Computed(
            Taxes.Engine(RetainageTaxMode.NetDeferred, 0.20m, isReverseCharge: true),
            Taxes.Document(24_600m + 11_850m, Number(example.Expected, "retention"))
        );
        Assert.Equal(Number(example.Expected, "reverse_charge_vat_self_accounted"), figures.SelfAccounted);
        Assert.Equal(Number(example.Expected, "payment_ex_vat"), figures.Payable);
    }

    [Fact]
    public void E17_holdback_of_each_invoice_and_HST_on_the_net()
    {
        var example = Load("E17");
        var holdback = ((RuleEffect.StatutoryHoldback)ShippedRules.Rule("CA-ON|STATUTORY-HOLDBACK").Effect).Rate;
        var terms = Taxes.Engine(RetainageTaxMode.NetDeferred, Number(example.Inputs, "hst"));
        var gross = 0m;
        var held = 0m;
        foreach (var expected in example.Expected.GetProperty("invoices").EnumerateArray())
        {
            var invoice = HoldbackInvoice.Of(holdback, gross, held, Number(expected, "gross"), Currency.Usd);
            var tax = Taxes.Computed(terms, Taxes.Document(invoice.Gross, invoice.Holdback));
            Assert.Equal(Number(expected, "holdback"), invoice.Holdback);
            Assert.Equal(Number(expected, "net"), invoice.Net);
            Assert.Equal(Number(expected, "hst"), tax.TaxPaid);
            Assert.Equal(Number(expected, "payable"), tax.Payable);
            gross += invoice.Gross;
            held = invoice.HeldToDate;
        }

        Assert.Equal(Number(example.Expected.GetProperty("annual_release"), "accrued"), held);
    }

    [Fact]
    public void E17_the_first_annual_release_with_its_window()
    {
        var example = Load("E17");
        var expected = example.Expected.GetProperty("annual_release");
        var date = Date(example.Inputs, "contract_date");
        var rule = RuleSelection.Of<RuleEffect.HoldbackRelease>(
            Regions.Illinois with
            {
                Jurisdiction = "CA-ON",
                ContractDate = date,
            },
            ShippedRules.All
        );
        Assert.True(rule.IsVerified);
        var release = AnnualHoldbackRelease.Of(rule.Effect!, AnnualHoldbackTests.Ontario(date, Date(example.Inputs, "notice_published")));
        Assert.Equal(Number(expected, "accrued"), release.Accrued);
        Assert.Equal(Number(expected, "hst"), release.Tax);
        Assert.Equal(Number(expected, "payable"), release.Payable);
        Assert.Equal(Date(expected, "anniversary"), release.Anniversary);
        Assert.Equal(Date(expected, "last_day_to_publish_notice"), release.LastDayToPublish);
        Assert.Equal(Date(expected, "pay_not_before"), release.PayNotBefore);
        Assert.Equal(Date(expected, "pay_not_after"), release.PayNotAfter);
        Assert.Equal(expected.GetProperty("contractor_to_sub_within_days").GetInt32(), release.PassThroughDays);
        Assert.Null(release.Blocked);
    }

    private static WithholdingTaxDocument Progress(RegionalExample example) =>
        new()
        {
            Name = "Invoice 1",
            Currency = Currency.Usd,
            Labour = Number(example.Inputs, "labour"),
            Materials = Number(example.Inputs, "materials"),
            RetentionWithheld = Number(example.Expected, "retention"),
            RetentionReleased = 0m,
        };

    private static WithholdingTaxFigures Withhold(WithholdingTaxPolicy policy, decimal rate, WithholdingTaxDocument document) =>
        Assert
            .IsType<WithholdingTaxOutcome.Computed>(
                WithholdingTaxComputation.Of(
                    new WithholdingTaxTerms
                    {
                        ComputedBy = TaxCalculator.Engine,
                        Policy = policy,
                        Rate = rate,
                    },
                    document
                )
            )
            .Figures;

    private static WithholdingTaxFigures Release(WithholdingTaxPolicy policy, WithholdingTaxFigures before) =>
        Withhold(
            policy,
            0.20m,
            new WithholdingTaxDocument
            {
                Name = "Release",
                Currency = Currency.Usd,
                Labour = 0m,
                Materials = 0m,
                RetentionWithheld = 0m,
                RetentionReleased = before.HeldAfter.Total,
                HeldBefore = before.HeldAfter,
            }
        );

    private static void AssertRelease(JsonElement expected, WithholdingTaxPolicy policy, WithholdingTaxFigures before)
    {
        var release = Release(policy, before);
        Assert.Equal(Number(expected, "payment"), release.Payment);
        Assert.Equal(Number(expected, "materials"), release.Materials);
        Assert.Equal(Number(expected, "cis_20"), release.Withheld);
        Assert.Equal(0m, release.HeldAfter.Total);
    }
}
