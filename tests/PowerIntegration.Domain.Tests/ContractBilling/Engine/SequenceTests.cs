using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class SequenceTests
{
    private static readonly ContractLedger First = Contracts
        .Billed(Contracts.TenPercent, Contracts.Ledger(160_000m), Contracts.ToDate(1, 160_000m, 0m, 45_000m))
        .NextLedger;

    // E12: application 2 (63,000 to date) is void, 3 has 78,000, 4 has 92,000.
    private static readonly Application Third = Contracts.ToDate(3, 160_000m, 45_000m, 78_000m) with
    {
        Others = [new(2, ApplicationStatus.Void), new(1, ApplicationStatus.Approved)],
    };

    private static readonly Application Fourth = Contracts.ToDate(4, 160_000m, 78_000m, 92_000m) with
    {
        Others = [new(1, ApplicationStatus.Approved), new(2, ApplicationStatus.Void), new(3, ApplicationStatus.Approved)],
    };

    [Fact]
    public void A_void_application_is_no_base_and_its_number_stays_used()
    {
        var voided = Contracts.ToDate(2, 160_000m, 45_000m, 63_000m) with { Status = ApplicationStatus.Void };
        Assert.Equal(
            NothingToPostReason.Void,
            Assert.IsType<BillingOutcome.NothingToPost>(BillingEngine.Bill(Contracts.TenPercent, First, voided)).Why
        );
        var third = Contracts.Billed(Contracts.TenPercent, First, Third);
        Assert.Equal(33_000m, third.After.GrossMovement);
        Assert.Equal(3_300m, third.After.RetainageMovement.Total);
        Assert.Equal(29_700m, third.Payable);
        Assert.Contains(third.Warnings, warning => warning.Code == BillingWarningCode.NumberSkipped);
        var fourth = Contracts.Billed(Contracts.TenPercent, third.NextLedger, Fourth);
        Assert.Equal(14_000m, fourth.After.GrossMovement);
        Assert.Equal(12_600m, fourth.Payable);
    }

    [Fact]
    public void An_application_waits_for_every_lower_one()
    {
        Contracts.AssertStopped(DocumentReasons.PredecessorNotPosted, Contracts.TenPercent, First, Fourth, "application 3");
        Assert.Equal(StopState.Held, Contracts.Stopped(Contracts.TenPercent, First, Fourth).State);
    }

    [Fact]
    public void An_unknown_lower_number_holds_the_application()
    {
        Contracts.AssertStopped(DocumentReasons.PredecessorMissing, Contracts.TenPercent, First, Third with { Others = [] }, "application 2");
        Contracts.AssertStopped(
            DocumentReasons.PredecessorMissing,
            Contracts.TenPercent,
            Contracts.Ledger(160_000m),
            Third with
            {
                Others = [],
            },
            "application 1"
        );
        Contracts.AssertStopped(
            DocumentReasons.PredecessorMissing,
            Contracts.TenPercent,
            Contracts.Ledger(160_000m),
            Contracts.ToDate(0, 1m, 0m, 1m)
        );
    }

    [Fact]
    public void Only_the_first_number_that_is_open_or_unknown_is_named()
    {
        var ledger = Contracts.Ledger(160_000m);
        var unknown = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, ledger, Fourth with { Others = [] }));
        SentenceFacts.In(Assert.Single(unknown.All).Sentence, "application 1 has not been posted or voided", "Import application 1", "controller");
        var open = Fourth with { Others = [new(1, ApplicationStatus.Void), new(2, ApplicationStatus.Draft), new(3, ApplicationStatus.Approved)] };
        var waits = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, ledger, open));
        SentenceFacts.In(Assert.Single(waits.All).Sentence, "waiting for application 2", "status: Draft", "void application 2");
    }

    [Fact]
    public void A_changed_revision_is_known_among_all_that_are_posted_and_needs_the_work_before_it()
    {
        var second = Contracts.Billed(Contracts.TenPercent, First, Contracts.ToDate(2, 160_000m, 45_000m, 50_000m)).NextLedger;
        var changed = Contracts.ToDate(2, 160_000m, 45_000m, 51_000m) with { Revision = 2 };
        Assert.Equal(900m, Contracts.Billed(Contracts.TenPercent, second, changed).Payable);
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            Contracts.TenPercent,
            second,
            changed with
            {
                Lines = [Contracts.Line("L1", null, null, 6_000m)],
            },
            "line L1",
            "correction"
        );
    }

    [Fact]
    public void An_application_that_comes_after_a_later_one_was_posted_posts_nothing()
    {
        var fourth = Fourth with
        {
            Others = [new(2, ApplicationStatus.Void), new(3, ApplicationStatus.Void)],
            Lines = [Contracts.Line("L1", 160_000m, 45_000m, 47_000m)],
        };
        var posted = Contracts.Billed(Contracts.TenPercent, First, fourth).NextLedger;
        var late = Assert.IsType<BillingOutcome.NothingToPost>(BillingEngine.Bill(Contracts.TenPercent, posted, Third));
        Assert.Equal(NothingToPostReason.Superseded, late.Why);
    }

    [Fact]
    public void A_second_delivery_changes_nothing()
    {
        var again = Contracts.ToDate(1, 160_000m, 0m, 45_000m);
        Assert.Equal(
            NothingToPostReason.Duplicate,
            Assert.IsType<BillingOutcome.NothingToPost>(BillingEngine.Bill(Contracts.TenPercent, First, again)).Why
        );
    }

    [Fact]
    public void Another_record_under_a_posted_number_is_a_possible_duplicate() =>
        Contracts.AssertStopped(
            DocumentReasons.PossibleDuplicate,
            Contracts.TenPercent,
            First,
            Contracts.ToDate(1, 160_000m, 0m, 45_000m) with
            {
                RecordId = "OTHER",
            }
        );

    [Theory]
    [InlineData("47000.00", "StandardInvoice 1800.00: Movement 2000.00 RetainageWithheld -200.00")]
    [InlineData("41500.00", "CreditMemo -3150.00: Movement -3500.00 RetainageReleased 350.00")]
    [InlineData("45000.00", "")]
    public void A_changed_revision_of_the_last_posted_application_posts_only_the_difference(string toDate, string document)
    {
        var changed = Contracts.ToDate(1, 160_000m, 0m, decimal.Parse(toDate, System.Globalization.CultureInfo.InvariantCulture)) with
        {
            Revision = 2,
        };
        var billed = Contracts.Billed(Contracts.TenPercent, First, changed);
        Assert.Equal(document, string.Join(";", Contracts.Short(billed.Documents)));
        Assert.Equal(1, billed.NextLedger.LastPostedNumber);
    }

    [Fact]
    public void An_application_that_became_void_after_posting_is_refused_until_it_is_reversed() =>
        Contracts.AssertStopped(
            DocumentReasons.SourceVoid,
            Contracts.TenPercent,
            First,
            Contracts.ToDate(1, 160_000m, 0m, 45_000m) with
            {
                Revision = 2,
                Status = ApplicationStatus.Void,
            },
            "controller",
            "reverse"
        );

    [Theory]
    [InlineData(ApplicationStatus.Draft)]
    [InlineData(ApplicationStatus.UnderReview)]
    [InlineData(ApplicationStatus.ReviseAndResubmit)]
    [InlineData(ApplicationStatus.PendingOwnerApproval)]
    public void An_undecided_application_waits(ApplicationStatus status) =>
        Contracts.AssertStopped(
            DocumentReasons.ProcoreUndecided,
            Contracts.TenPercent,
            First,
            Contracts.ToDate(2, 160_000m, 45_000m, 50_000m) with
            {
                Status = status,
            }
        );

    [Fact]
    public void Approved_as_noted_posts_as_the_terms_say()
    {
        var noted = Contracts.ToDate(2, 160_000m, 45_000m, 50_000m) with { Status = ApplicationStatus.ApprovedAsNoted };
        Assert.Contains(Contracts.Billed(Contracts.TenPercent, First, noted).Warnings, warning => warning.Code == BillingWarningCode.ApprovedAsNoted);
        Contracts.AssertStopped(DocumentReasons.ProcoreUndecided, Contracts.TenPercent with { PostsApprovedAsNoted = false }, First, noted);
        Contracts.AssertStopped(
            BillingReasons.TermsMissing,
            Contracts.TenPercent with
            {
                PostsApprovedAsNoted = null,
            },
            First,
            noted,
            "approved as noted"
        );
    }

    // E13: application 2 is rejected outright, so application 3 covers both periods.
    [Fact]
    public void After_a_rejected_application_the_next_covers_both_periods()
    {
        var ledger = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(160_000m), Contracts.ToDate(1, 160_000m, 0m, 49_500m)).NextLedger;
        var third = Contracts.ToDate(3, 160_000m, 49_500m, 105_000m) with { Others = [new(2, ApplicationStatus.Void)] };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, third);
        Assert.Equal(55_500m, billed.After.GrossMovement);
        Assert.Equal(49_950m, billed.Payable);
    }

    [Fact]
    public void Lines_that_the_application_does_not_mention_keep_their_balance()
    {
        var ledger = Contracts.Posted(100m, 1, Contracts.Balance("A", 50m, 20m, 0m, 2m), Contracts.Balance("B", 50m, 10m, 5m, 1m, 0.5m));
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(2, Contracts.Line("A", 50m, 20m, 10m)));
        Assert.Equal(9m, billed.Payable);
        Assert.Equal(ledger.Lines[1].Posted, billed.NextLedger.Lines[1].Posted);
        Assert.Equal(45m, billed.After.GrossToDate);
    }

    [Fact]
    public void A_running_contract_posts_nothing_until_its_opening_balances_tie_and_are_signed()
    {
        var signed = new OpeningBalance(CalendarDate.Parse("2025-09-30"), 45_000m, 4_500m, 45_000m, 4_500m, "K. Controller");
        var ledger = Contracts.Ledger(160_000m, Contracts.Balance("L1", 160_000m, 45_000m, 0m, 4_500m)) with
        {
            LastPostedNumber = 6,
            Opening = signed,
        };
        var next = Contracts.ToDate(7, 160_000m, 45_000m, 50_000m);
        Assert.Equal(4_500m, Contracts.Billed(Contracts.TenPercent, ledger, next).Payable);
        Contracts.AssertStopped(
            BillingReasons.OpeningNotSigned,
            Contracts.TenPercent,
            ledger with
            {
                Opening = signed with { SignedBy = null },
            },
            next
        );
        OpeningBalance[] untied =
        [
            signed with
            {
                Gross = 44_999.99m,
            },
            signed with
            {
                Retainage = 4_400m,
            },
            signed with
            {
                OracleGross = 45_000.01m,
            },
            signed with
            {
                RetainageAccount = 0m,
            },
        ];
        Assert.All(
            untied,
            opening => Contracts.AssertStopped(BillingReasons.OpeningDiffers, Contracts.TenPercent, ledger with { Opening = opening }, next)
        );
    }
}
