using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class DocumentKindsTests
{
    [Theory]
    [InlineData(DocumentKind.SubcontractorInvoice, "SUBCONTRACTOR-INVOICE")]
    [InlineData(DocumentKind.Reversal, "REVERSAL")]
    public void A_kind_is_spelled_in_keys_word_by_word(DocumentKind kind, string expected) => Assert.Equal(expected, DocumentKinds.RecordType(kind));

    [Fact]
    public void Every_kind_comes_back_from_its_choice() =>
        Assert.All(Enum.GetValues<DocumentKind>(), kind => Assert.Equal(kind, DocumentKinds.FromChoice(DocumentKinds.ToChoice(kind))));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void A_value_that_the_choice_does_not_have_is_refused(int? value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentKinds.FromChoice(value));
}
