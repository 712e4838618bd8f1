using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class ClaimTests
{
    private static readonly ClaimFacts Facts = new()
    {
        Name = "SC-002-1",
        State = DocumentState.Prepared,
        ContentHash = "A1",
        SentHash = "A1",
        Claim = "second",
        Now = new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc),
    };

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(false, true, null)]
    [InlineData(true, false, "period-cut-off")]
    [InlineData(true, true, "payload-changed-after-send")]
    public void Into_a_period_that_is_cut_off_nothing_is_sent_and_what_was_sent_is_looked_up(bool isCutOff, bool isSent, string? code) =>
        Assert.Equal(code, Claim.Check(Facts with { IsCutOff = isCutOff, IsSent = isSent })?.WireCode);

    [Fact]
    public void A_document_that_another_call_is_sending_is_left_to_it_also_in_a_period_that_is_cut_off()
    {
        var held = Facts with { ClaimedBy = "first", LeaseUntil = Facts.Now.AddMinutes(4), IsCutOff = true, IsSent = true };
        Assert.Equal("document-claimed", Claim.Check(held)!.WireCode);
        Assert.Equal("payload-changed-after-send", Claim.Check(held with { LeaseUntil = Facts.Now })!.WireCode);
    }
}
