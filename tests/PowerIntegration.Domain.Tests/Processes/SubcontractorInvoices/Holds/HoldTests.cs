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
