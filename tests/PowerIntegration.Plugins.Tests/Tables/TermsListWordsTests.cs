using Microsoft.Xrm.Sdk;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Tables;

/// <summary>The lists of terms in words.</summary>
public sealed class TermsListWordsTests
{
    [Fact]
    public void Rates_by_line_say_what_each_line_has() =>
        Assert.Equal(
            "Line 7001: 10% on work, 5.5% on stored materials.\nLine A|B: the rate of the terms on work, 0% on stored materials.",
            Words(RetainageKindChoice.PerLine, CommitmentTermsTable.LineRates, "0.1 | 0.055 | 7001\r\n | 0 | A|B")
        );

    [Fact]
    public void Steps_of_a_scale_are_numbered_and_say_their_limit() =>
        Assert.Equal(
            "Step 1: 10% until 5% of the revised contract sum is held.\nStep 2: 2.5% until 25,000.50 is held.",
            Words(RetainageKindChoice.SlidingScale, CommitmentTermsTable.ScaleSteps, "0.1 | revisedSum | 0.05\n0.025 | amount | 25000.5")
        );

    [Fact]
    public void A_list_that_cannot_be_read_says_why() =>
        Assert.Contains("line 1", Words(RetainageKindChoice.SlidingScale, CommitmentTermsTable.ScaleSteps, "ten percent"), StringComparison.Ordinal);

    [Theory]
    [InlineData(RetainageKindChoice.Flat)]
    [InlineData(RetainageKindChoice.PerLine)]
    public void Terms_without_a_list_have_no_words(int kind) => Assert.Null(Words(kind, CommitmentTermsTable.ScaleSteps, ""));

    private static string? Words(int kind, string column, string text) =>
        TermsListWords.Of(
            new Entity(CommitmentTermsTable.LogicalName) { [CommitmentTermsTable.RetainageKind] = new OptionSetValue(kind), [column] = text }
        );
}
