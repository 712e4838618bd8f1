using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
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

    [Theory]
    [InlineData(DocumentState.Prepared, null, true)]
    [InlineData(DocumentState.Submitted, null, true)]
    [InlineData(DocumentState.Held, "payload-changed-after-send", true)]
    [InlineData(DocumentState.Held, "oracle-differs", false)]
    [InlineData(DocumentState.Held, null, false)]
    [InlineData(DocumentState.Refused, "payload-changed-after-send", false)]
    [InlineData(DocumentState.AwaitingApproval, null, false)]
    [InlineData(DocumentState.Posted, null, false)]
    public void Only_what_is_prepared_or_sent_is_claimed(DocumentState state, string? reason, bool may) =>
        Assert.Equal(may ? null : "document-state", Claim.Check(Facts with { State = state, ReasonCode = reason })?.WireCode);

    [Fact]
    public void What_would_be_sent_is_what_is_frozen()
    {
        Assert.Equal("payload-differs", Claim.Check(Facts with { SentHash = "B2" })!.WireCode);
        Assert.Equal("payload-differs", Claim.Check(Facts with { ContentHash = null })!.WireCode);
    }

    [Fact]
    public void What_no_one_approved_does_not_leave_and_what_left_is_looked_up()
    {
        Assert.Equal("approval-missing", Claim.Check(Facts with { IsApprovalMissing = true })!.WireCode);
        Assert.Null(Claim.Check(Facts with { IsApprovalMissing = true, IsSent = true }));
    }

    [Theory]
    [InlineData(DocumentState.Prepared, false, "configuration-changed")]
    [InlineData(DocumentState.Prepared, true, null)]
    [InlineData(DocumentState.Submitted, false, null)]
    public void What_was_prepared_with_other_versions_is_prepared_again_before_it_leaves(DocumentState state, bool isSent, string? code) =>
        Assert.Equal(code, Claim.Check(Facts with { State = state, IsSent = isSent, ChangedVersions = ["vendor"] })?.WireCode);

    [Theory]
    [InlineData(DocumentState.Prepared, false, "possible-duplicate")]
    [InlineData(DocumentState.Prepared, true, null)]
    [InlineData(DocumentState.Submitted, false, null)]
    public void What_Oracle_may_have_already_does_not_leave_before_it_was_compared(DocumentState state, bool isSent, string? code)
    {
        var found = new FoundPayable("300100", 4500m, "USD", null, "HE-7");
        var refusal = Claim.Check(Facts with { State = state, IsSent = isSent, NewAlike = [found, found with { Number = "HE-8" }] });
        Assert.Equal(code, refusal?.WireCode);
        Assert.Equal(code is not null, refusal?.Sentence.Contains("invoices HE-7, HE-8", StringComparison.Ordinal) ?? false);
        Assert.Contains(
            "invoice HE-7 with the amount of document SC-002-1",
            Claim.Check(Facts with { NewAlike = [found] })!.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lease_holds_to_its_end_and_never_longer_than_one_is_given()
    {
        var held = Facts with { ClaimedBy = "first" };
        Assert.NotNull(Claim.Check(held with { LeaseUntil = Facts.Now + Claim.Lease }));
        Assert.Null(Claim.Check(held with { LeaseUntil = Facts.Now + Claim.Lease + TimeSpan.FromTicks(1) }));
        Assert.Null(Claim.Check(held with { LeaseUntil = Facts.Now }));
        Assert.Null(Claim.Check(held with { ClaimedBy = "second", LeaseUntil = Facts.Now + Claim.Lease }));
        Assert.Null(Claim.Check(held with { ClaimedBy = "", LeaseUntil = Facts.Now + Claim.Lease }));
    }
}
