using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Sequence;

public sealed class SequenceCheckTests
{
    [Theory]
    [InlineData(DocumentState.Received, null, true)]
    [InlineData(DocumentState.Prepared, null, true)]
    [InlineData(DocumentState.AwaitingApproval, null, true)]
    [InlineData(DocumentState.Held, "procore-undecided", true)]
    [InlineData(DocumentState.Submitted, null, true)]
    [InlineData(DocumentState.Refused, "wbs-unmapped", true)]
    [InlineData(DocumentState.Refused, "source-void", false)]
    [InlineData(DocumentState.Posted, null, false)]
    [InlineData(DocumentState.Reversed, null, false)]
    public void An_application_waits_until_the_one_before_is_decided(DocumentState state, string? reason, bool waits)
    {
        var found = SequenceCheck.Of(Document(2), [Document(1) with { State = state, ReasonText = reason }], lastPostedNumber: 0).ToList();
        Assert.Equal(waits ? [DocumentReasons.PredecessorNotPosted] : Array.Empty<ReasonCode>(), found.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Only_the_newest_revision_of_the_one_before_counts()
    {
        var old = Document(1) with { State = DocumentState.Held, ReasonText = DocumentReasons.ProcoreUndecided.Wire };
        Assert.Empty(SequenceCheck.Of(Document(2), [old, Document(1) with { Revision = 2, State = DocumentState.Posted }], 1));
        Assert.Single(SequenceCheck.Of(Document(2), [Document(1) with { State = DocumentState.Posted }, old with { Revision = 2 }], 1));
    }

    [Fact]
    public void A_late_revision_of_an_application_that_later_totals_contain_keeps_nobody_waiting()
    {
        DocumentSummary[] others =
        [
            Document(1) with
            {
                State = DocumentState.Posted,
            },
            Document(1) with
            {
                Revision = 2,
                State = DocumentState.Held,
                ReasonText = DocumentReasons.OutOfOrder.Wire,
            },
            Document(2) with
            {
                State = DocumentState.Posted,
            },
        ];
        Assert.Empty(SequenceCheck.Of(Document(3), others, lastPostedNumber: 2));
    }

    [Fact]
    public void A_gap_in_the_numbers_is_no_reason_to_wait() =>
        Assert.Empty(SequenceCheck.Of(Document(4), [Document(2) with { State = DocumentState.Posted }], 2));

    [Fact]
    public void A_late_lower_number_is_out_of_order_because_later_totals_contain_it()
    {
        var found = SequenceCheck.Of(Document(3), [Document(4) with { State = DocumentState.Posted }], lastPostedNumber: 4).Single();
        Assert.Equal(DocumentReasons.OutOfOrder, found.Code);
        Assert.Equal(StopState.Held, found.State);
    }

    [Fact]
    public void A_changed_invoice_waits_while_its_earlier_revision_is_on_its_way()
    {
        var claimed = Document(1) with { State = DocumentState.Prepared, IsClaimedOrSent = true };
        Assert.Equal(DocumentReasons.EarlierRevisionInFlight, SequenceCheck.Of(Document(1) with { Revision = 2 }, [claimed], 0).Single().Code);
        Assert.Empty(SequenceCheck.Of(Document(1) with { Revision = 2 }, [claimed with { IsClaimedOrSent = false }], 0));
    }

    [Fact]
    public void A_changed_invoice_waits_while_its_earlier_revision_is_held_and_may_be_in_Oracle()
    {
        var held = Document(1) with { State = DocumentState.Held, IsClaimedOrSent = true, ReasonText = DocumentReasons.OracleDiffers.Wire };
        Assert.Equal(DocumentReasons.EarlierRevisionInFlight, SequenceCheck.Of(Document(1) with { Revision = 2 }, [held], 0).Single().Code);
        Assert.Empty(SequenceCheck.Of(Document(1) with { Revision = 2 }, [held with { IsClaimedOrSent = false }], 0));
    }

    [Fact]
    public void A_change_of_the_last_posted_application_may_go_and_one_of_an_older_application_is_out_of_order()
    {
        var posted = Document(1) with { State = DocumentState.Posted };
        var changed = Document(1) with { Revision = 2 };
        Assert.Empty(SequenceCheck.Of(changed, [posted], 1));
        Assert.Equal(
            DocumentReasons.OutOfOrder,
            SequenceCheck.Of(changed, [posted, Document(2) with { State = DocumentState.Posted }], 2).Single().Code
        );
    }

    [Fact]
    public void Another_record_with_the_number_of_the_last_posted_application_is_no_correction_of_it()
    {
        var posted = Document(1) with { State = DocumentState.Posted };
        Assert.Equal(DocumentReasons.OutOfOrder, SequenceCheck.Of(Document(1) with { ProcoreId = "6999" }, [posted], 1).Single().Code);
    }

    [Fact]
    public void A_posting_releases_the_lowest_application_that_waited_for_it()
    {
        var waiting = Document(3) with { State = DocumentState.Held, ReasonText = DocumentReasons.PredecessorNotPosted.Wire };
        var next = waiting with { Id = Id(2), ApplicationNumber = 2, ProcoreId = "6002" };
        var undecided = next with { ReasonText = DocumentReasons.ProcoreUndecided.Wire };
        Assert.Equal(next.Id, SequenceCheck.Released(Document(1), [waiting, next])!.Id);
        Assert.Equal(waiting.Id, SequenceCheck.Released(Document(1), [waiting, undecided])!.Id);
        Assert.Null(SequenceCheck.Released(Document(1), [undecided]));
    }

    [Theory]
    [InlineData("previous-differs", true)]
    [InlineData("oracle-balance-differs", true)]
    [InlineData("oracle-not-read", true)]
    [InlineData("overbilled", false)]
    public void A_posting_may_end_a_variance_and_nothing_that_only_people_end(string reason, bool isReleased)
    {
        var held = Document(2) with { State = DocumentState.Held, ReasonText = reason };
        Assert.Equal(isReleased, SequenceCheck.Released(Document(1), [held]) is not null);
    }

    private static DocumentSummary Document(int number) =>
        new()
        {
            Id = Id(number),
            ProcoreId = $"{6000 + number}",
            ApplicationNumber = number,
            Revision = 1,
            State = DocumentState.Received,
            InvoiceNumber = $"HE-{number}",
        };

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
