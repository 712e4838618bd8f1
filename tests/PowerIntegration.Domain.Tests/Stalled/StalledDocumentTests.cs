using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Stalled;
using Xunit;

namespace PowerIntegration.Domain.Tests.Stalled;

public sealed class StalledDocumentTests
{
    private static readonly DateTime Now = new(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc);

    private static readonly StalledDocument Any = new()
    {
        Id = new Guid("00000000-0000-0000-0000-000000000001"),
        Name = "SC-001 application 1",
        Kind = DocumentKind.SubcontractorInvoice,
        State = DocumentState.Held,
        ReasonCode = "no-open-period",
        Reason = "November is closed.",
        ModifiedOn = Now.AddHours(-1),
        Amount = 100m,
        Currency = "USD",
    };

    [Theory]
    [InlineData(DocumentState.Received, null, DocumentKind.SubcontractorInvoice, StalledStep.Prepare)]
    [InlineData(DocumentState.Prepared, null, DocumentKind.Reversal, StalledStep.Submit)]
    [InlineData(DocumentState.Prepared, null, DocumentKind.OwnerInvoice, StalledStep.None)]
    [InlineData(DocumentState.Submitted, null, DocumentKind.RetainageRelease, StalledStep.Submit)]
    [InlineData(DocumentState.AwaitingApproval, null, DocumentKind.SubcontractorInvoice, StalledStep.None)]
    [InlineData(DocumentState.Held, "predecessor-not-posted", DocumentKind.RetainageRelease, StalledStep.Prepare)]
    [InlineData(DocumentState.Held, "oracle-balance-differs", DocumentKind.SubcontractorInvoice, StalledStep.Read)]
    [InlineData(DocumentState.Held, "oracle-balance-differs", DocumentKind.RetainageRelease, StalledStep.Read)]
    [InlineData(DocumentState.Refused, "wbs-unmapped", DocumentKind.SubcontractorInvoice, StalledStep.Prepare)]
    [InlineData(DocumentState.Refused, "source-void", DocumentKind.SubcontractorInvoice, StalledStep.None)]
    [InlineData(DocumentState.Refused, "posted-source-void", DocumentKind.SubcontractorInvoice, StalledStep.Prepare)]
    [InlineData(DocumentState.Posted, null, DocumentKind.SubcontractorInvoice, StalledStep.None)]
    [InlineData(DocumentState.Superseded, null, DocumentKind.SubcontractorInvoice, StalledStep.None)]
    public void The_state_says_what_lets_it_go_on(DocumentState state, string? reason, DocumentKind kind, StalledStep step) =>
        Assert.Equal(step, (Any with { State = state, ReasonCode = reason, Kind = kind }).Step);

    [Theory]
    [InlineData(DocumentState.Received, 3, false)]
    [InlineData(DocumentState.Received, 5, true)]
    [InlineData(DocumentState.Prepared, 3, false)]
    [InlineData(DocumentState.Held, 0, true)]
    public void What_is_on_its_way_is_left_a_little_time_and_what_was_stopped_is_not(DocumentState state, int minutes, bool isDue) =>
        Assert.Equal(isDue, (Any with { State = state, ModifiedOn = Now.AddMinutes(-minutes) }).IsDue(Now));

    [Fact]
    public void A_call_that_may_still_be_sending_it_is_left_alone()
    {
        var prepared = Any with { State = DocumentState.Prepared };
        Assert.False((prepared with { LeaseUntil = Now.AddSeconds(1) }).IsDue(Now));
        Assert.True((prepared with { LeaseUntil = Now }).IsDue(Now));
    }

    [Fact]
    public void A_cause_that_changed_after_the_last_try_makes_it_due_at_once_and_the_wait_short_again()
    {
        var waiting = Any with { Attempts = 4, NextTryOn = Now.AddMinutes(30) };
        var lastTry = Now.AddMinutes(30 - 72);
        Assert.False(waiting.IsDue(Now));
        Assert.False((waiting with { CauseChangedOn = lastTry.AddSeconds(-1) }).IsDue(Now));
        var mended = waiting with { CauseChangedOn = lastTry };
        Assert.True(mended.IsDue(Now));
        Assert.Equal((5, 1), (waiting.AttemptsAfter, mended.AttemptsAfter));
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(2, 18)]
    [InlineData(5, 144)]
    [InlineData(7, 576)]
    [InlineData(100, 576)]
    public void The_wait_doubles_up_to_a_working_day(int attempts, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), Backoff.NextTry(attempts, Now));

    [Theory]
    [InlineData(DocumentState.Refused, 0, "document-stopped", FindingSeverity.Error)]
    [InlineData(DocumentState.Held, 1, null, FindingSeverity.Notice)]
    [InlineData(DocumentState.Held, 2, "document-stopped", FindingSeverity.Warning)]
    [InlineData(DocumentState.Prepared, 2, null, FindingSeverity.Notice)]
    [InlineData(DocumentState.Prepared, 3, "document-unfinished", FindingSeverity.Warning)]
    [InlineData(DocumentState.Posted, 9, null, FindingSeverity.Notice)]
    public void A_person_hears_of_it_when_there_is_something_to_do(DocumentState state, int attempts, string? kind, FindingSeverity severity)
    {
        var finding = (Any with { State = state, Attempts = attempts }).Finding;
        Assert.Equal(kind, finding?.Kind.Wire);
        if (finding is not null)
        {
            Assert.Equal((severity, 100m, "USD"), (finding.Severity, finding.Amount, finding.Currency));
        }
    }

    [Theory]
    [InlineData("reversal-unconfirmed", DocumentState.AwaitingApproval, false, true)]
    [InlineData("reversal-unconfirmed", DocumentState.Prepared, false, false)]
    [InlineData("document-reversed", DocumentState.Reversed, false, true)]
    [InlineData("document-reversed", DocumentState.Reversed, true, false)]
    [InlineData("document-stopped", DocumentState.Held, false, true)]
    [InlineData("document-stopped", DocumentState.Prepared, false, false)]
    [InlineData("document-unfinished", DocumentState.Prepared, false, true)]
    [InlineData("document-unfinished", DocumentState.Held, false, false)]
    [InlineData("document-unfinished", DocumentState.Posted, false, false)]
    public void A_finding_lasts_as_long_as_its_cause(string kind, DocumentState state, bool isReplaced, bool lasts) =>
        Assert.Equal(lasts, (Any with { State = state }).HasCauseOf(kind, isReplaced));

    // The finding about the hold says what to do; a second one about the same invoice would only be noise.
    [Fact]
    public void A_refused_payment_hold_is_told_by_its_own_finding_until_the_document_goes_on()
    {
        var refused = Any with { State = DocumentState.Submitted, ReasonCode = "payment-hold-refused", Attempts = 9 };
        Assert.Null(refused.Finding);
        Assert.NotNull((refused with { ReasonCode = "oracle-not-validated" }).Finding);
        Assert.True(refused.HasCauseOf("payment-hold-refused", isReplaced: false));
        Assert.False((refused with { ReasonCode = null }).HasCauseOf("payment-hold-refused", isReplaced: false));
        Assert.False((refused with { State = DocumentState.Posted }).HasCauseOf("payment-hold-refused", isReplaced: false));
    }

    [Fact]
    public void One_failed_try_puts_no_money_at_risk()
    {
        var failure = new Finding
        {
            Kind = FindingKind.DocumentUnfinished,
            Severity = FindingSeverity.Warning,
            Owner = OwnerRole.IntegrationAdministrator,
            Sentence = "It failed.",
            NextStep = "Wait.",
        };
        Assert.Null((Any with { Attempts = 1 }).WithMoney(failure).Amount);
        Assert.Equal(100m, (Any with { Attempts = 2 }).WithMoney(failure).Amount);
    }

    [Fact]
    public void An_event_is_due_after_a_little_time_or_when_its_next_try_is()
    {
        var inbound = new StalledEvent
        {
            Id = Any.Id,
            Name = "Subcontractor invoice 1",
            IsFailed = false,
            ModifiedOn = Now.AddMinutes(-3),
        };
        Assert.False(inbound.IsDue(Now));
        Assert.True((inbound with { ModifiedOn = Now.AddMinutes(-4) }).IsDue(Now));
        Assert.False((inbound with { NextTryOn = Now.AddSeconds(1) }).IsDue(Now));
        Assert.True((inbound with { NextTryOn = Now }).IsDue(Now));
        Assert.Null(inbound.Finding);
        Assert.Equal(
            "Subcontractor invoice 1 was not read or prepared after 1 attempt. Procore is down.",
            (inbound with { IsFailed = true, Attempts = 1, Message = "Procore is down." }).Finding!.Sentence
        );
    }
}
