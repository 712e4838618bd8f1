using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

public sealed class SourceCompletenessTests
{
    [Theory]
    [InlineData(BillingEngine.LinesMax, false)]
    [InlineData(BillingEngine.LinesMax + 1, true)]
    public void As_many_lines_as_a_document_carries_are_complete_and_one_more_is_not(int count, bool isRefused)
    {
        var lines = Enumerable.Range(1, count).Select(number => Sample.Line(number, 100m, 0m, 1m, 0m, 0.10m, 0m, 0m)).ToList();
        var refusals = SourceCompleteness.Of(Sample.Application(1, 0m, lines), Currency.Usd).ToList();
        Assert.Equal(isRefused ? [DocumentReasons.TooManyLines] : [], refusals.Select(refusal => refusal.Code));
        Assert.All(
            refusals,
            refusal => Assert.Contains("has 2001 lines; a document can have at most 2000", refusal.Sentence, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("contract_item", "has no schedule of values line. Link it in Procore.")]
    [InlineData("contract_detail_item", "the subcontractor's own breakdown")]
    public void A_line_without_its_schedule_of_values_line_is_told_how_to_be_linked(string type, string told)
    {
        var line = Sample.Line(1, 100m, 0m, 1m, 0m, 0.10m, 0m, 0m) with { ProcoreLineId = null, ItemType = type };
        var refusal = Assert.Single(SourceCompleteness.Of(Sample.Application(1, 0m, [line]), Currency.Usd));
        Assert.Equal(DocumentReasons.LineIdMissing, refusal.Code);
        Assert.Contains(told, refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.001", true)]
    [InlineData("1.01", false)]
    public void An_amount_with_a_fraction_of_a_cent_is_named(string work, bool isRefused)
    {
        var line = Sample.Line(1, 100m, 0m, 1m, 0m, 0.10m, 0m, 0m) with { WorkThisPeriod = decimal.Parse(work, CultureInfo.InvariantCulture) };
        var refusals = SourceCompleteness.Of(Sample.Application(1, 0m, [line]), Currency.Usd).ToList();
        Assert.Equal(
            isRefused,
            refusals.Exists(refusal => refusal.Sentence.Contains("1.001, which has more decimals than USD", StringComparison.Ordinal))
        );
        Assert.Equal(isRefused ? 1 : 0, refusals.Count);
    }
}
