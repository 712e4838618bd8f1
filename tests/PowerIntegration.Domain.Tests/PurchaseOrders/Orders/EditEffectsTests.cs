using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Orders;

public sealed class EditEffectsTests
{
    [Theory]
    [InlineData(PurchaseOrderStatus.Incomplete, EditEffect.DirectEdit, null)]
    [InlineData(PurchaseOrderStatus.Open, EditEffect.ChangeOrder, null)]
    [InlineData(PurchaseOrderStatus.OnHold, EditEffect.ChangeOrder, null)]
    [InlineData(PurchaseOrderStatus.Closed, EditEffect.ChangeOrder, null)]
    [InlineData(PurchaseOrderStatus.ClosedForReceiving, EditEffect.ChangeOrder, null)]
    [InlineData(PurchaseOrderStatus.ClosedForInvoicing, EditEffect.ChangeOrder, null)]
    [InlineData(PurchaseOrderStatus.PendingApproval, EditEffect.Waits, "order-pending")]
    [InlineData(PurchaseOrderStatus.PendingChangeApproval, EditEffect.Waits, "order-pending")]
    [InlineData(PurchaseOrderStatus.PendingFundsReservation, EditEffect.Waits, "order-pending")]
    [InlineData(PurchaseOrderStatus.PendingSupplierAcknowledgment, EditEffect.Waits, "order-pending")]
    [InlineData(PurchaseOrderStatus.PendingSignaturePreparation, EditEffect.Waits, "order-pending")]
    [InlineData(PurchaseOrderStatus.SentForSignature, EditEffect.Waits, "order-pending")]
    [InlineData(PurchaseOrderStatus.Rejected, EditEffect.Refused, "order-takes-no-change")]
    [InlineData(PurchaseOrderStatus.Withdrawn, EditEffect.Refused, "order-takes-no-change")]
    [InlineData(PurchaseOrderStatus.Canceled, EditEffect.Refused, "order-takes-no-change")]
    [InlineData(PurchaseOrderStatus.FinallyClosed, EditEffect.Refused, "order-takes-no-change")]
    public void Each_status_takes_a_change_or_says_why_not(PurchaseOrderStatus status, EditEffect effect, string? code)
    {
        Assert.Equal(effect, EditEffects.Of(status));
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order with { Status = status }, An.Added("a", 10m));
        if (code is null)
        {
            Assert.Equal(effect, An.Predicted(facts).Effect);
            return;
        }

        var refusal = An.Stopped(facts);
        Assert.Equal(code, refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "PO-033", PowerIntegration.Domain.Refusals.Sentence.Words(status));
    }

    [Fact]
    public void The_table_is_complete() => Assert.Equal(16, Enum.GetValues<PurchaseOrderStatus>().Length);
}
