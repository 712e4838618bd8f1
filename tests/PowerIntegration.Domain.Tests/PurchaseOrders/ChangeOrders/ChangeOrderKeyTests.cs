using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.ChangeOrders;

public sealed class ChangeOrderKeyTests
{
    private static readonly ChangeOrderKey Key = new("SC-014", "003", 1);

    [Fact]
    public void The_description_begins_with_the_key_and_fits()
    {
        Assert.Equal("PC SC-014 CO 003 r1: Extra dowels", Key.Describe(" Extra\r\n dowels "));
        Assert.Equal("PC SC-014 CO 003 r1", Key.Describe("  "));
        var full = Key.Describe(new string('x', 300));
        Assert.Equal(240, full.Length);
        Assert.EndsWith(" ...", full, StringComparison.Ordinal);
        Assert.True(Key.IsIn(full));
    }

    [Theory]
    [InlineData("PC SC-014 CO 003 r1", true)]
    [InlineData(" PC SC-014  CO 003 r1 ", true)]
    [InlineData("PC SC-014 CO 003 r1: Extra dowels", true)]
    [InlineData("PC SC-014 CO 003 r12", false)]
    [InlineData("PC SC-014 CO 003 r12: Extra dowels", false)]
    [InlineData("PC SC-014 CO 0031 r1", false)]
    [InlineData("Price update, see PC SC-014 CO 003 r1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_is_found_only_as_it_was_written(string? description, bool isIn) => Assert.Equal(isIn, Key.IsIn(description));
}
