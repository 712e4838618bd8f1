using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.ReadBack;

public sealed class PaidStatusTests
{
    [Theory]
    [InlineData("Unpaid", PaymentStanding.Unpaid)]
    [InlineData("UNPAID", PaymentStanding.Unpaid)]
    [InlineData("Paid", PaymentStanding.Paid)]
    [InlineData("Partially paid", PaymentStanding.PartlyPaid)]
    [InlineData("", PaymentStanding.PartlyPaid)]
    [InlineData(null, PaymentStanding.PartlyPaid)]
    public void Only_the_word_for_unpaid_says_that_no_money_left(string? status, PaymentStanding expected)
    {
        Assert.Equal(expected, PaidStatus.StandingOf(status));
        Assert.Equal(expected == PaymentStanding.Unpaid, PaidStatus.IsUnpaid(status));
    }
}
