using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Findings;
using Xunit;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class OracleApprovalTests
{
    [Theory]
    [InlineData("Rejected", true)]
    [InlineData("rejected", true)]
    [InlineData("Workflow approved, Rejected", true)]
    [InlineData("Not rejected", false)]
    [InlineData("Workflow approved,Rejected", false)]
    [InlineData("Required", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_document_is_rejected_where_one_of_its_invoices_is(string? status, bool isRejected)
    {
        Assert.Equal(isRejected, OracleApproval.IsRejected(status));
        Assert.Equal(isRejected, OracleApproval.RejectedThere("SC-002 application 2", status, 10m, "USD") is not null);
    }

    [Fact]
    public void The_controller_is_told_with_the_amount_that_will_not_be_paid()
    {
        var finding = OracleApproval.RejectedThere("SC-002 application 2", "Rejected", 16_875m, "USD")!;
        Assert.Equal(
            (FindingKind.OracleRejected, FindingSeverity.Error, OwnerRole.Controller, 16_875m, "USD"),
            (finding.Kind, finding.Severity, finding.Owner, finding.Amount, finding.Currency)
        );
        Assert.Equal("An approver in Oracle rejected SC-002 application 2. It is posted and will not be paid.", finding.Sentence);
    }

    [Fact]
    public void What_Oracle_decided_for_good_is_not_asked_for_again() =>
        Assert.Equal(["Not required", "Workflow approved", "Manually approved"], OracleApproval.Decided);
}
