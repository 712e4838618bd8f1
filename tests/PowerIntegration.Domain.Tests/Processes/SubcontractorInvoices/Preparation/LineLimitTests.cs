using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

public sealed class LineLimitTests
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
}
