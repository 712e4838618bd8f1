using PowerIntegration.Domain.Duplicates;
using Xunit;

namespace PowerIntegration.Domain.Tests.Duplicates;

public sealed class InvoiceNumberKeyTests
{
    [Theory]
    [InlineData("INV-1187", "inv-1187")]
    [InlineData("INV-1187", " INV 1187 ")]
    [InlineData("INV-1187", "INV\u20131187")]
    [InlineData("INV-1187", "INV\u00AD1187")]
    [InlineData("2025-1-12", "2025\u00AD1\u201112")]
    [InlineData("2025-1-12", "2025/1.12")]
    [InlineData("INV-1187", "\uFF29\uFF2E\uFF36\uFF0D\uFF11\uFF11\uFF18\uFF17")]
    [InlineData("INV-1187", "IN\u200BV-11\u206087\uFEFF")]
    [InlineData("INV-1187", "INV-1\uFE0F1\u034F87\u3164")]
    [InlineData("INV-1187", "INV-1187\U000E0031")]
    [InlineData("INV-1187", "INV-\U0001D7CF187")]
    [InlineData("RÉ-7", "re\u0301-7")]
    public void It_is_the_same_number_however_it_is_typed(string first, string second)
    {
        Assert.True(InvoiceNumberKey.IsSame(first, second));
        Assert.True(InvoiceNumberKey.IsSame(second, first));
        Assert.Equal(InvoiceNumberKey.Letters(first), InvoiceNumberKey.Letters(second));
    }

    [Theory]
    [InlineData("2025-1-12", "2025-11-2")]
    [InlineData("2025-1-12", "2025112")]
    [InlineData("26-11", "2611")]
    [InlineData("A0-12", "AO-12")]
    [InlineData("00118", "118")]
    [InlineData("1187A", "1187B")]
    [InlineData("1187", "1187-R")]
    [InlineData("ACE", "\u0410\u0421\u0415")]
    [InlineData("", "")]
    [InlineData(" - ", "--")]
    [InlineData(null, null)]
    public void These_are_two_numbers_or_none(string? first, string? second)
    {
        Assert.False(InvoiceNumberKey.IsSame(first, second));
        Assert.False(InvoiceNumberKey.IsSame(second, first));
    }

    [Fact]
    public void Half_of_a_pair_of_code_units_is_read() => Assert.True(InvoiceNumberKey.IsSame("A\uD835-1", "a\uD835-1"));
}
