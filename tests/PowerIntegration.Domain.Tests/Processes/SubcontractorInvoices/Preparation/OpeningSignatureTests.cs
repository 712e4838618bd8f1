using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

public sealed class OpeningSignatureTests
{
    private static readonly OpeningSignature Signed = new("Dana Kowalski", new DateTime(2025, 11, 4), "4af1");

    [Fact]
    public void It_holds_for_what_was_signed_and_nothing_else()
    {
        Assert.Null(Signed.Check("SC-002", "4af1"));
        foreach (var refusal in new[] { Signed.Check("SC-002", "4AF1"), Signed.Check("SC-002", "") })
        {
            Assert.Equal((BillingReasons.OpeningNotSigned, StopState.Held), (refusal!.Code, refusal.State));
            Assert.Contains("Commitment SC-002", refusal.Sentence, StringComparison.Ordinal);
            Assert.Contains("Dana Kowalski signed them on 2025-11-04", refusal.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_says_who_and_when_or_it_is_none()
    {
        OpeningSignature[] incomplete =
        [
            Signed with
            {
                SignedBy = null,
            },
            Signed with
            {
                SignedBy = "",
            },
            Signed with
            {
                SignedOn = null,
            },
            Signed with
            {
                Hash = null,
            },
        ];
        Assert.All(
            incomplete.Select(signature => signature.Check("SC-002", "4af1")),
            refusal => Assert.Contains("not signed", refusal!.Sentence, StringComparison.Ordinal)
        );
    }
}
