using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>An invoice is paid to the supplier and site that are linked to the vendor of Procore that bills, and to no other.</summary>
public sealed class PayeeTests
{
    private static readonly PreparationFacts Good = Facts.Of(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]));

    [Fact]
    public void The_linked_payee_is_no_complaint_and_is_named_on_the_preparation()
    {
        Assert.Null(Stops(Good));
        Assert.Contains(
            "vendor LAKESHORE|1|VENDOR|35|LAKESHORE-US-BU",
            ((PreparedInvoice)Assert.IsType<PreparationDecision.Frozen>(BillingPreparation.Decide(Good)).Content).RuleVersions,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("1013", "JOLIET", "supplier 1013 at site JOLIET")]
    [InlineData("1012", "CHICAGO", "supplier 1012 at site CHICAGO")]
    public void A_commitment_alone_does_not_redirect_the_money(string number, string site, string named)
    {
        var refusal = Stops(Good with { Commitment = Good.Commitment with { VendorNumber = number, VendorSite = site } });
        Assert.Equal("vendor-differs", refusal?.WireCode);
        Assert.Equal(StopState.Held, refusal!.Code.State);
        Assert.Contains(named, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("1012 (Halsted Electric Co.) at site JOLIET", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("36", "is of Procore vendor 36")]
    [InlineData(null, "names no vendor in Procore")]
    public void An_invoice_of_another_vendor_waits(string? vendor, string named)
    {
        var refusal = Stops(Good with { Source = Good.Source with { ProcoreVendorId = vendor } });
        Assert.Equal("vendor-differs", refusal?.WireCode);
        Assert.Contains(named, refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_active_link_nothing_is_paid()
    {
        Assert.Equal("vendor-not-linked", Stops(With(null))?.WireCode);
        Assert.Equal("vendor-not-linked", Stops(With(Facts.Vendor with { IsActive = false }))?.WireCode);
    }

    [Fact]
    public void A_link_of_another_business_unit_is_none() =>
        Assert.Equal("vendor-differs", Stops(With(Facts.Vendor with { BusinessUnit = "Lakeshore CA BU" }))?.WireCode);

    private static PreparationFacts With(VendorLink? link) => Good with { Commitment = Good.Commitment with { VendorLink = link } };

    private static Refusal? Stops(PreparationFacts facts) => (BillingPreparation.Decide(facts) as PreparationDecision.Stopped)?.Refusal;
}
