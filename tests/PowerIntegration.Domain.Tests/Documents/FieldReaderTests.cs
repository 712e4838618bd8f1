using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("1234.50")]
    [InlineData("-5720")]
    [InlineData("0.00")]
    [InlineData("99999999999.99")]
    public void An_amount_is_read_exactly(string text)
    {
        var fields = new FieldReader();
        Assert.Equal(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), fields.Amount("invoiceAmount", text));
        Assert.Empty(fields.Problems);
    }

    [Theory]
    [InlineData("1,234.50")]
    [InlineData("1.005")]
    [InlineData("1e3")]
    [InlineData("1234567890123")]
    [InlineData(".5")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12 USD")]
    public void What_is_no_amount_is_named_and_never_becomes_zero_without_a_word(string? text)
    {
        var fields = new FieldReader();
        fields.Amount("invoiceAmount", text);
        Assert.StartsWith($"invoiceAmount is '{text}'", fields.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("1234.50", fields.Problems.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100000000000.01")]
    [InlineData("-999999999999.99")]
    public void An_amount_beyond_what_is_kept_is_refused_with_the_limit(string text)
    {
        var fields = new FieldReader();
        Assert.Equal(0m, fields.Amount("invoiceAmount", text));
        Assert.StartsWith($"invoiceAmount is {text}", fields.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("100,000,000,000.00", fields.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(100000000000m, fields.Amount("invoiceAmount", "100000000000.00"));
        Assert.Single(fields.Problems);
    }

    [Fact]
    public void Every_field_that_cannot_be_read_is_collected()
    {
        var fields = new FieldReader();
        fields.Text("supplier", " ");
        fields.WholeNumber("lineNumber", "-1");
        fields.Date("invoiceDate", "31.10.2025");
        Assert.Null(fields.OptionalWholeNumber("purchaseOrderLine", null));
        Assert.Equal(3, fields.Problems.Count);
    }
}
