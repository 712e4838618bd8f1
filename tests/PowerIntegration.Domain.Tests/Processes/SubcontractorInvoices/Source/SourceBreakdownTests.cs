using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Source;

/// <summary>A subcontractor bills line 1 of <see cref="TwoLines"/> by two parts of its own: 60,000 and 40,000, billed 25,000 and 15,000.</summary>
public sealed class SourceBreakdownTests
{
    private static readonly SourceInvoice Broken = Sample.Application(
        1,
        0m,
        [Part(1, 81, 60000m, 25000m, 2500m), Sample.Line(2, 50000m, 0m, 10000m, 0m, 1000m, 0m, 0m), Part(3, 82, 40000m, 15000m, 1500m)]
    );

    private static readonly PreparationFacts Taken = Facts.Of(Broken) with { Links = Facts.Of(TwoLines.First).Links };

    [Fact]
    public void Parts_are_added_up_and_post_as_the_line_itself_would()
    {
        var frozen = Facts.Frozen(Taken);
        var whole = Facts.Frozen(Facts.Of(TwoLines.First)).Invoice;
        Assert.Equal(TwoLines.Sent(whole, 1), TwoLines.Sent(frozen.Invoice, 1));
        Assert.Equal(
            whole.Lines.Select(line => (line.ProcoreLineId, line.ScheduledValue, line.GrossAfter, line.WorkRetainageAfter)),
            frozen.Invoice.Lines.Select(line => (line.ProcoreLineId, line.ScheduledValue, line.GrossAfter, line.WorkRetainageAfter))
        );
        Assert.Equal("Walls; Slabs", frozen.Invoice.Lines[0].Description);
        Assert.Contains("Line 7001 adds up", frozen.Texts.Certificate, StringComparison.Ordinal);
        Assert.Contains("Walls: work 25,000.00", frozen.Texts.Certificate, StringComparison.Ordinal);
        Assert.Contains("Slabs: work 15,000.00", frozen.Texts.Certificate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_that_was_billed_whole_goes_on_in_parts()
    {
        var second = Sample.Application(
            2,
            45000m,
            [
                Part(1, 81, 60000m, 5000m, 3000m) with
                {
                    WorkPrevious = 25000m,
                    CompletedToDate = 30000m,
                    CompletedPrevious = 25000m,
                },
                Part(2, 82, 40000m, 0m, 1500m) with
                {
                    WorkPrevious = 15000m,
                    CompletedToDate = 15000m,
                    CompletedPrevious = 15000m,
                },
                Sample.Line(3, 50000m, 10000m, 0m, 0m, 1000m, 0m, 10000m) with
                {
                    ProcoreLineId = "7002",
                },
            ]
        );
        var invoice = Facts.Frozen(TwoLines.After(second) with { Links = Facts.Of(TwoLines.First).Links }).Invoice;
        Assert.Equal((5000m, 4500m), (invoice.GrossMovement, invoice.PayableAmount));
    }

    [Fact]
    public void Retainage_that_each_part_rounds_is_within_the_rounding_of_its_parts()
    {
        var cents = Enumerable.Range(1, 9).Select(number => Part(number, 80 + number, 1000m, 100.04m, 10.01m)).ToList();
        var facts = Facts.Of(Sample.Application(1, 0m, cents)) with { Links = Facts.Of(TwoLines.First).Links };
        Assert.Equal(90.09m, Facts.Frozen(facts).Invoice.RetainageMovement);
    }

    [Fact]
    public void A_detail_twice_is_still_a_repetition()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Facts.Of(Broken.With(3, line => line with { ProcoreDetailId = "81" }))));
        Assert.Equal("line-repeated", refusal.WireCode);
        Assert.Contains("line 3", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("detail 81 of schedule of values line 7001", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("Remove one", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whole", "line 3", "as a whole")]
    [InlineData("coding", "line 3", "26-999.SUB")]
    [InlineData("unlinked", "line 3", "own breakdown")]
    public void Parts_that_cannot_be_added_up_are_named(string what, string line, string why)
    {
        var changed = Broken.With(
            3,
            part =>
                what switch
                {
                    "whole" => part with { ItemType = "contract_item", ProcoreDetailId = null },
                    "coding" => part with { CostCode = "26-999", FlatCode = "26-999.SUB" },
                    _ => part with { ProcoreLineId = null },
                }
        );
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Taken with { Source = changed }));
        Assert.Contains(line, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_part_does_not_say_is_missing_and_named_with_the_part()
    {
        var refusal = TwoLines.Stopped(
            BillingPreparation.Decide(Taken with { Source = Broken.With(3, part => part with { MaterialsStored = null }) })
        );
        Assert.Equal("amount-missing", refusal.WireCode);
        Assert.Contains("line 3", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_in_the_hash_and_what_has_none_keeps_its_hash()
    {
        Assert.NotEqual(SourceHash.Of(Broken), SourceHash.Of(Broken.With(3, line => line with { ProcoreDetailId = "83" })));
        Assert.NotEqual(SourceHash.Of(Broken), SourceHash.Of(Broken.With(3, line => line with { TaxRates = "13" })));
        Assert.Equal("0c014d", SourceHash.Of(Sample.WithoutPeople(TwoLines.First))[..6]);
    }

    private static SourceInvoiceLine Part(int number, int detail, decimal value, decimal work, decimal held) =>
        Sample.Line(number, value, 0m, work, 0m, held, 0m, 0m) with
        {
            ProcoreLineId = "7001",
            ProcoreDetailId = $"{detail}",
            ItemType = "contract_detail_item",
            Description = detail == 81 ? "Walls" : "Slabs",
        };
}
