using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Holds;

/// <summary>Who or what releases a payment hold, and what a look at Oracle comes to.</summary>
public sealed class HoldTests
{
    private static readonly CalendarDate Until = new(2025, 12, 30);

    private static readonly HeldDocument Held = new()
    {
        Name = "Invoice HE-40211",
        State = DocumentState.Posted,
        Amount = 45000m,
        Currency = "USD",
        IsPlaced = true,
        Until = Until,
        Basis = "Statute 11-4.6 (rule ALL|X) sets 60 days after the invoice date. Source: there",
    };

    [Fact]
    public void It_is_due_on_its_day_and_the_reason_names_the_rule()
    {
        Assert.Null(HoldRelease.Why(Held, Until.AddDays(-1)));
        Assert.Contains("ALL|X", HoldRelease.Why(Held, Until), StringComparison.Ordinal);
        Assert.Null(HoldRelease.Why(Held with { Until = null }, Until));
        Assert.Null(HoldRelease.Why(Held with { IsPlaced = false }, Until));
        Assert.Null(HoldRelease.Why(Held with { ReleasedWhy = "done" }, Until));
        Assert.NotNull(HoldRelease.Why(Held with { State = DocumentState.Reversed }, Until));
    }

    [Fact]
    public void Two_people_decide_and_an_own_request_is_not_confirmed()
    {
        var requested = HoldRequest.Of(Held, People.Dana, " owner paid ", isWithdrawn: false);
        Assert.Equal((People.Dana, "owner paid", null), (requested.RequestedBy, requested.Reason, requested.ConfirmedBy));
        var waiting = Held with { RequestedBy = People.Dana, Reason = "owner paid" };
        Assert.Null(HoldRelease.Why(waiting, Until.AddDays(-1)));
        Assert.Equal("second-person-required", HoldRequest.Of(waiting, People.Dana, null, isWithdrawn: false).Refusal!.WireCode);
        var confirmed = HoldRequest.Of(waiting, People.Luis, null, isWithdrawn: false);
        Assert.Equal((People.Dana, People.Luis), (confirmed.RequestedBy, confirmed.ConfirmedBy));
        Assert.Contains("Dana", HoldRelease.Why(waiting with { ConfirmedBy = People.Luis }, Until.AddDays(-9)), StringComparison.Ordinal);

        // Another reason is another request, and what was confirmed is not it.
        Assert.Null(HoldRequest.Of(waiting with { ConfirmedBy = People.Luis }, People.Luis, "else", isWithdrawn: false).ConfirmedBy);
        Assert.Null(HoldRequest.Of(waiting, People.Luis, null, isWithdrawn: true).RequestedBy);
    }

    [Fact]
    public void What_is_sent_released_or_never_held_takes_no_request()
    {
        foreach (
            var document in new[]
            {
                Held with
                {
                    IsSent = true,
                },
                Held with
                {
                    ReleasedWhy = "done",
                },
                Held with
                {
                    IsPlaced = false,
                },
                Held with
                {
                    State = DocumentState.Held,
                },
            }
        )
        {
            Assert.Equal("document-state", HoldRequest.Of(document, People.Dana, "why", isWithdrawn: false).Refusal!.WireCode);
            Assert.Equal("document-state", HoldRequest.Of(document, People.Dana, null, isWithdrawn: true).Refusal!.WireCode);
        }

        Assert.NotNull(HoldRequest.Of(Held, People.Dana, null, isWithdrawn: true).Refusal);
    }

    [Fact]
    public void A_hold_released_as_decided_is_recorded_with_the_reason()
    {
        var review = HoldReview.Of(Held with { IsSent = true }, Prepared, [Hold("OWNER PAID")], Until, null);
        Assert.Contains("outside date 2025-12-30", review.ReleasedWhy, StringComparison.Ordinal);
        Assert.Null(review.Finding);
    }

    [Fact]
    public void A_hold_released_by_someone_else_names_who_and_when()
    {
        var review = HoldReview.Of(Held, Prepared, [Hold("OWNER PAID")], Until.AddDays(-30), null);
        Assert.Equal("payment-hold-released", review.Finding!.Kind.Wire);
        Assert.Contains("by PAT.CLERK on 2025-11-05", review.Finding.Sentence, StringComparison.Ordinal);
        Assert.Equal(45000m, review.Finding.Amount);

        // It is looked up again: whoever released it may place it again.
        Assert.Null(review.ReleasedWhy);
        Assert.Null(HoldReview.Of(Held with { State = DocumentState.Reversed }, Prepared, [Hold("Canceled")], Until, null).Finding);
    }

    [Fact]
    public void An_open_hold_stays_or_is_stuck_where_it_was_due()
    {
        var waits = HoldReview.Of(Held, Prepared, [Hold(null)], Until.AddDays(-1), null);
        Assert.Equal((null, null), (waits.ReleasedWhy, waits.Finding));
        var stuck = HoldReview.Of(Held with { IsSent = true }, Prepared, [Hold(null)], Until, "Oracle says no.");
        Assert.Null(stuck.ReleasedWhy);
        Assert.Contains("Oracle says no.", stuck.Finding!.Sentence, StringComparison.Ordinal);
        Assert.Equal("payment-hold-stuck", HoldReview.Of(Held, Prepared, [], Until, null).Finding!.Kind.Wire);
    }

    [Fact]
    public void One_of_two_invoices_released_by_someone_else_is_told_while_the_other_waits()
    {
        var two = Prepared with { Documents = [Prepared.Documents[0], Prepared.Documents[0] with { Number = 2, InvoiceNumber = "HE-40211-R" }] };
        ReadBackHold[] holds = [Hold("OWNER PAID"), Hold(null) with { InvoiceNumber = "HE-40211-R" }];
        var review = HoldReview.Of(Held, two, holds, Until.AddDays(-30), null);
        Assert.Equal("payment-hold-released", review.Finding!.Kind.Wire);
        Assert.Contains($"invoice {Prepared.InvoiceNumber} was released", review.Finding.Sentence, StringComparison.Ordinal);

        // Placed again, it waits like the other.
        Assert.Null(HoldReview.Of(Held, two, [.. holds, Hold(null)], Until.AddDays(-29), null).Finding);
    }

    [Theory]
    [InlineData(DocumentState.Submitted, true, true)]
    [InlineData(DocumentState.Held, true, true)]
    [InlineData(DocumentState.Held, false, false)]
    [InlineData(DocumentState.Superseded, true, false)]
    [InlineData(DocumentState.Refused, true, false)]
    public void A_hold_is_looked_after_as_long_as_its_invoice_is_in_Oracle(DocumentState state, bool isInOracle, bool isOpen)
    {
        var document = Held with { State = state, IsInOracle = isInOracle };
        Assert.Equal(isOpen, document.IsOpen);
        Assert.Equal(isOpen, HoldRelease.Why(document, Until) is not null);
        Assert.Equal(isOpen, HoldRequest.Of(document, People.Dana, "paid", isWithdrawn: false).Refusal is null);
    }

    // The second invoice gets its hold before it is validated; until then nothing is missing, and nothing is released as a whole.
    [Fact]
    public void Before_it_is_posted_an_invoice_without_its_hold_is_neither_missed_nor_counted_as_released()
    {
        var two = Prepared with { Documents = [Prepared.Documents[0], Prepared.Documents[0] with { Number = 2, InvoiceNumber = "HE-40211-R" }] };
        var submitted = Held with { State = DocumentState.Submitted, IsInOracle = true, IsSent = true };
        var review = HoldReview.Of(submitted, two, [Hold("OWNER PAID")], Until, null);
        Assert.Equal((null, null), (review.ReleasedWhy, review.Finding));
        Assert.Contains("HE-40211-R", review.Message, StringComparison.Ordinal);
        Assert.Null(HoldReview.Of(submitted with { IsSent = false }, two, [Hold(null)], Until.AddDays(-9), null).Finding);
        Assert.Null(HoldReview.Of(submitted with { IsSent = false }, two, [], Until.AddDays(-9), null).Finding);
        Assert.Equal("payment-hold-stuck", HoldReview.Of(Held with { IsSent = true }, two, [Hold("OWNER PAID")], Until, null).Finding!.Kind.Wire);
        ReadBackHold[] both = [Hold("OWNER PAID"), Hold("OWNER PAID") with { InvoiceNumber = "HE-40211-R" }];
        Assert.NotNull(HoldReview.Of(submitted, two, both, Until, null).ReleasedWhy);
    }

    [Fact]
    public void A_hold_is_known_by_its_id_whatever_it_is_called_by_now()
    {
        var known = new KnownHolds
        {
            Ids = ["77"],
            HoldName = " PAY WHEN PAID ",
            ReleaseName = "OWNER HAS PAID",
        };
        var renamed = Hold(null) with { Id = "77", Name = "RENAMED IN ORACLE" };
        var document = Held with { Known = known };
        var waits = HoldReview.Of(document, Prepared, [renamed], Until.AddDays(-1), null);
        Assert.Equal((null, null), (waits.ReleasedWhy, waits.Finding));
        Assert.Equal(["77"], waits.Ids);
        var released = renamed with { ReleaseName = "OWNER HAS PAID" };
        Assert.NotNull(HoldReview.Of(document with { IsSent = true }, Prepared, [released], Until, null).ReleasedWhy);

        // The set-up's name of today counts beside the one that was frozen, and a person is told today's release.
        var stuck = HoldReview.Of(document with { IsSent = true }, Prepared, [Hold(null) with { Name = "PAY WHEN PAID" }], Until, "No.");
        Assert.Contains("OWNER HAS PAID is a valid release", stuck.Finding!.NextStep, StringComparison.Ordinal);
        Assert.Equal(("PAY WHEN PAID", "OWNER HAS PAID"), (known.PlacedAs(Prepared.PaymentHold!), known.ReleasedAs(Prepared.PaymentHold!)));
        Assert.Equal("OWNER NOT PAID", KnownHolds.None.PlacedAs(Prepared.PaymentHold!));
        Assert.Equal("payment-hold-stuck", HoldReview.Of(Held, Prepared, [renamed], Until, null).Finding!.Kind.Wire);
    }

    // The credit takes everything back: invoice and credit net to nothing in one payment run, if neither is held.
    [Fact]
    public void A_reversal_releases_the_hold_at_once()
    {
        var reversed = Held with { State = DocumentState.Reversed, Until = null };
        Assert.Contains("was reversed", HoldRelease.Why(reversed, Until.AddDays(-30)), StringComparison.Ordinal);
        var review = HoldReview.Of(reversed with { IsSent = true }, Prepared, [Hold("OWNER PAID")], Until.AddDays(-30), null);
        Assert.Contains("was reversed", review.ReleasedWhy, StringComparison.Ordinal);
    }

    private static ReadBackHold Hold(string? releaseName) =>
        new()
        {
            InvoiceNumber = Prepared.InvoiceNumber,
            Name = "OWNER NOT PAID",
            HeldBy = "GATEWAY",
            HeldOn = "2025-11-01",
            ReleaseName = releaseName,
            ReleasedOn = releaseName is null ? null : "2025-11-05",
            ChangedBy = releaseName is null ? "GATEWAY" : "PAT.CLERK",
        };

    private static readonly PreparedInvoice Prepared = Facts.Frozen(Facts.Of(TwoLines.First)).Invoice with
    {
        PaymentHold = new PaymentHold
        {
            HoldName = "OWNER NOT PAID",
            ReleaseName = "OWNER PAID",
            Reason = "r",
            Until = Until,
            PassThroughDays = 7,
        },
    };
}
