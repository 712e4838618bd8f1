using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Orders;

public sealed class OrderNumberingTests
{
    private const string Long = "SC-2401-CONCRETE-FOUNDATIONS-PHASE-A";

    [Theory]
    [InlineData("SC-014", "SC-014")]
    [InlineData(" SC-014 ", "SC-014")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData(Long, "SC-2401-CONCRETE-FOUNDATIONS-P")]
    public void A_number_keeps_thirty_characters(string commitment, string order) => Assert.Equal(order, OrderNumbering.Of(commitment));

    [Theory]
    [InlineData("SC-014", "3", "SC-014-CO3")]
    [InlineData(Long, "003", "SC-2401-CONCRETE-FOUNDAT-CO003")]
    public void A_separate_order_keeps_the_number_of_its_change_order(string commitment, string changeOrder, string order) =>
        Assert.Equal(order, OrderNumbering.OfSeparate(commitment, changeOrder));

    [Fact]
    public void Two_commitments_that_shorten_to_one_number_are_both_named()
    {
        var refusal = Assert.Single(OrderNumbering.Collisions([Long, "SC-014", "SC-2401-CONCRETE-FOUNDATIONS-PHASE-B", "SC-014"]));
        Assert.Equal("order-number-collision", refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "PHASE-A", "PHASE-B", "SC-2401-CONCRETE-FOUNDATIONS-P", "30");
        Assert.Single(OrderNumbering.Collisions(["sc-1", "SC-1"]));
    }
}
