using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>Retainage that the source says it released, on top of <see cref="TwoLines"/>.</summary>
public sealed class ReleaseInApplicationTests
{
    // Half of 150,000 billed: the whole balance falls from ten to five percent.
    private static readonly RetainageTerms Step = new RetainageTerms.Step(
        0.50m,
        0.10m,
        0.05m,
        StepReading.WholeBalance,
        BilledMeasure.CompletedAndStored,
        ContractSumBase.Original
    );

    [Fact]
    public void Work_and_release_become_two_documents_and_the_second_moves_no_gross()
    {
        var invoice = Facts.Frozen(TwoLines.After(TwoLines.WithRelease)).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212 18000.00", "Create RetainageRelease HE-40212-R 2000.00"], TwoLines.Documents(invoice));
        Assert.Equal(["20000.00 FYT-PO-1002/1", $"-2000.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.Equal([$"2000.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 2));
        Assert.Equal(0m, invoice.LinesOf(invoice.Documents[1]).Where(line => line.Kind == LineKind.ScheduleOfValues).Sum(line => line.Amount));
        Assert.Equal((20000m, 0m, 20000m), (invoice.GrossMovement, invoice.RetainageMovement, invoice.PayableAmount));
        Assert.Equal([2000m, 0m], Facts.Ledger(invoice).Lines.Select(line => line.Released.Work));
        Assert.Equal([4000m, 1000m], Facts.Ledger(invoice).Lines.Select(line => line.Posted.Retainage.Work));
    }

    [Fact]
    public void An_application_that_only_releases_is_one_document_with_the_vendor_s_own_number()
    {
        var source = TwoLines.Second(0m, 2000m, 0m, 1000m).With(1, line => line with { WorkRetainageReleased = 2000m });
        var invoice = Facts.Frozen(TwoLines.After(source)).Invoice;
        Assert.Equal(["Create RetainageRelease HE-40212 2000.00"], TwoLines.Documents(invoice));
        Assert.Equal([$"2000.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.Equal((0m, -2000m, 2000m), (invoice.GrossMovement, invoice.RetainageMovement, invoice.PayableAmount));
    }

    [Fact]
    public void A_reduction_by_the_step_that_Procore_reports_as_released_is_no_release()
    {
        // 75,000 and 10,000 at five percent: 3,750 and 500 are held, 750 less than before.
        var invoice = Facts.Frozen(AfterStep(heldOnFirst: 3750m, releasedOnFirst: 3750m)).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212 35750.00"], TwoLines.Documents(invoice));
        Assert.Equal(["35000.00 FYT-PO-1002/1", $"750.00 {TwoLines.RetainageAccount}/"], TwoLines.Sent(invoice, 1));
        Assert.All(Facts.Ledger(invoice).Lines, line => Assert.Equal(0m, line.Released.Work));
        Assert.Equal([3750m, 500m], Facts.Ledger(invoice).Lines.Select(line => line.Posted.Retainage.Work));
        Assert.Equal(75000m, invoice.Threshold!.Amount);
    }

    [Fact]
    public void Of_what_Procore_reports_only_what_goes_below_the_step_is_released()
    {
        var invoice = Facts.Frozen(AfterStep(heldOnFirst: 1750m, releasedOnFirst: 5750m)).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212 35750.00", "Create RetainageRelease HE-40212-R 2000.00"], TwoLines.Documents(invoice));
        Assert.Equal(37750m, invoice.PayableAmount);
        Assert.Equal([2000m, 0m], Facts.Ledger(invoice).Lines.Select(line => line.Released.Work));
        Assert.Equal([1750m, 500m], Facts.Ledger(invoice).Lines.Select(line => line.Posted.Retainage.Work));
    }

    [Fact]
    public void Pennies_of_rounding_make_no_release_document()
    {
        var invoice = Facts.Frozen(AfterStep(heldOnFirst: 3749.99m, releasedOnFirst: 3750.01m)).Invoice;
        Assert.Equal(["Create StandardInvoice HE-40212 35750.01"], TwoLines.Documents(invoice));
        Assert.All(Facts.Ledger(invoice).Lines, line => Assert.Equal(0m, line.Released.Work));
    }

    [Fact]
    public void A_number_that_is_too_long_with_the_suffix_of_its_release_is_refused_before_Oracle_refuses_it()
    {
        // 48 characters leave room for the suffix, 49 do not.
        Assert.EndsWith(
            "9-R",
            Facts.Frozen(TwoLines.After(TwoLines.WithRelease with { InvoiceNumber = new string('9', 48) })).Invoice.Documents[1].InvoiceNumber,
            StringComparison.Ordinal
        );
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(TwoLines.After(TwoLines.WithRelease with { InvoiceNumber = new string('9', 49) })));
        Assert.Equal("invoice-number-unusable", refusal.WireCode);
        Assert.Contains("9-R' has 51 characters", refusal.Sentence, StringComparison.Ordinal);
    }

    private static PreparationFacts AfterStep(decimal heldOnFirst, decimal releasedOnFirst)
    {
        var source = TwoLines
            .Second(35000m, heldOnFirst, 0m, 500m)
            .With(1, line => line with { WorkRetainageReleased = releasedOnFirst })
            .With(2, line => line with { WorkRetainageReleased = 500m });
        return TwoLines.After(source, Step);
    }
}
