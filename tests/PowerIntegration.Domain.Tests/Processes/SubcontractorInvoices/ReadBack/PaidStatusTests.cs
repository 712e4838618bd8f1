using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.ReadBack;

public sealed class PaidStatusTests
{
    [Theory]
    [InlineData("Unpaid", PaymentStatus.Unpaid)]
    [InlineData("UNPAID", PaymentStatus.Unpaid)]
    [InlineData("Paid", PaymentStatus.Paid)]
    [InlineData("Partially paid", PaymentStatus.PartlyPaid)]
    [InlineData("", PaymentStatus.PartlyPaid)]
    [InlineData(null, PaymentStatus.PartlyPaid)]
    public void Only_the_word_for_unpaid_says_that_no_money_left(string? status, PaymentStatus expected)
    {
        Assert.Equal(expected, PaidStatus.StatusOf(status));
        Assert.Equal(expected == PaymentStatus.Unpaid, PaidStatus.IsUnpaid(status));
    }
}
