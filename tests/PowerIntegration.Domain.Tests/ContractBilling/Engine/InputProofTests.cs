using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Texts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>The checks of the input that stand beside the identities of the proof.</summary>
public sealed class InputProofTests
{
    private static readonly ContractLedger Ledger = Contracts.Posted(
        3_000m,
        1,
        Contracts.Balance("1", 1_000m, 100m, 0m, 10m),
        Contracts.Balance("2", 2_000m, 0m, 0m, 0m)
    ) with
    {
        LastPeriodEnd = CalendarDate.Parse("2026-01-31"),
    };

    private static readonly Application Good = Contracts.Application(2, Contracts.Line("1", null, 100m, 50m), Contracts.Line("2", null, 0m, 10m)) with
    {
        PeriodEnd = CalendarDate.Parse("2026-02-28"),
    };

    [Fact]
    public void Good_input_has_a_tick_a_place_and_a_source_for_every_check()
    {
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, Good);
        Assert.Equal(7, billed.Proof.Inputs.Count);
        Assert.All(billed.Proof.Inputs, input => Assert.Equal((InputState.Met, ""), (input.State, input.Note)));
        Assert.All(billed.Proof.Inputs, input => Assert.NotEqual("", input.Place));
        Assert.All(billed.Proof.Inputs, input => Assert.NotEqual("", input.Source));
        Assert.True(billed.Proof.IsComplete);
        var text = ProofText.Of(billed);
        Assert.Equal(7, text.Split('\u2713').Length - 1);
        Assert.Contains("application 2, period to 2026-02-28, against period of application 1, to 2026-01-31", text, StringComparison.Ordinal);
        Assert.Contains("Unexplained", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_cost_line_without_a_coding_is_not_proved(string? coding)
    {
        var ledger = Ledger with { Lines = [Ledger.Lines[0] with { Coding = coding }, Ledger.Lines[1]] };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Good);
        var check = Check(billed, "Every cost line");
        Assert.Equal((InputState.Failed, "line 1 without a coding"), (check.State, check.Note));
        Assert.Equal(("1", "coding"), (Assert.Single(check.Places).LineId, check.Places[0].Field));
        Assert.Equal((1, false, 0m), (billed.Proof.InputsFailed, billed.Proof.IsComplete, billed.Proof.Residual));
        var text = ProofText.Of(billed);
        Assert.Contains("Not proved: 1 input check failed", text, StringComparison.Ordinal);
        Assert.Contains("\u2717 Every cost line has a coding", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Unexplained", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_without_any_coding_is_named()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger with
            {
                Lines = [.. Ledger.Lines.Select(line => line with { Coding = null })],
            },
            Good
        );
        var check = Check(billed, "Every cost line");
        Assert.Equal((InputState.Noted, "lines 1, 2 without a coding", 2), (check.State, check.Note, check.Places.Count));
    }

    [Fact]
    public void A_heading_without_value_needs_no_coding_and_many_lines_are_counted()
    {
        var heading = Contracts.Balance("H", 0m, 0m, 0m, 0m) with { Coding = null };
        Assert.True(Contracts.Billed(Contracts.TenPercent, Ledger with { Lines = [.. Ledger.Lines, heading] }, Good).Proof.IsComplete);
        var many = Enumerable.Range(10, 7).Select(number => Contracts.Balance($"{number}", 1m, 0m, 0m, 0m) with { Coding = null });
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger with { Lines = [.. Ledger.Lines, .. many] }, Good);
        Assert.Equal("lines 10, 11, 12, 13, 14 and 2 more without a coding", Check(billed, "Every cost line").Note);
    }

    [Fact]
    public void A_schedule_that_does_not_total_the_original_sum_is_not_proved()
    {
        var schedule = Ledger with
        {
            LastPostedNumber = 0,
            PostedRevisions = [],
            LastPeriodEnd = null,
            Lines = [.. Ledger.Lines.Select(line => line with { Posted = default })],
        };
        var first = Contracts.Application(1, Contracts.Line("1", null, 0m, 50m), Contracts.Line("2", null, 0m, 0m)) with
        {
            PeriodEnd = Good.PeriodEnd,
        };
        Assert.True(Contracts.Billed(Contracts.TenPercent, schedule, first).Proof.IsComplete);
        var check = Check(Contracts.Billed(Contracts.TenPercent, schedule with { OriginalContractSum = 2_900m }, first), "The lines total");
        Assert.Equal(InputState.Failed, check.State);
        SentenceFacts.In(check.Note, "2,900.00 USD", "3,000.00 USD", "difference of 100.00 USD");
        Assert.Equal(3_000m, Assert.Single(check.Places).Accepted);

        // A change order comes with its application, and a contract that is taken over has had some.
        var added = first with
        {
            Lines = [.. first.Lines, Contracts.Line("CO", 500m, 0m, 0m) with { Coding = "1" }],
        };
        Assert.Equal(InputState.Met, Check(Contracts.Billed(Contracts.TenPercent, schedule, added), "The lines total").State);
        Assert.Equal(
            InputState.Met,
            Check(Contracts.Billed(Contracts.TenPercent, Ledger with { OriginalContractSum = 1m }, Good), "The lines total").State
        );

        // Where the first application brings the lines, the original sum is its own statement.
        var unknown = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(900m), Contracts.ToDate(1, 1_000m, 0m, 10m));
        Assert.Equal(InputState.Noted, Check(unknown, "The lines total").State);
        Assert.Contains("900.00 USD", Check(unknown, "The lines total").Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-30", false)]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-01", true)]
    public void A_period_never_ends_before_the_previous_one(string end, bool isBilled)
    {
        var application = Good with { PeriodEnd = CalendarDate.Parse(end) };
        if (isBilled)
        {
            Assert.Equal(CalendarDate.Parse(end), Contracts.Billed(Contracts.TenPercent, Ledger, application).NextLedger.LastPeriodEnd);
            return;
        }

        var outcome = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, Ledger, application));
        var refusal = Assert.Single(outcome.All);
        Assert.Equal(BillingReasons.PeriodBackward, refusal.Code);
        SentenceFacts.In(refusal.Sentence, "application 2", "ends on " + end, "application 1", "2026-01-31", "Correct the period");
        Assert.Equal("2026-01-31", refusal.Place!.AcceptedText);
    }

    [Fact]
    public void A_correction_and_a_release_of_its_own_have_no_period_after_the_last()
    {
        var early = CalendarDate.Parse("2026-01-15");
        var correction = Contracts.Application(1, Contracts.Line("1", null, 0m, 90m)) with { Revision = 2, PeriodEnd = early };
        Assert.Equal(early, Contracts.Billed(Contracts.TenPercent, Ledger, correction).NextLedger.LastPeriodEnd);
        var release = Contracts.Application(1) with { RecordId = "REL", Release = new RetainageRelease.Everything(), PeriodEnd = early };
        Assert.Equal(Ledger.LastPeriodEnd, Contracts.Billed(Contracts.TenPercent, Ledger, release).NextLedger.LastPeriodEnd);

        // Without a number of its own it is an application like any other.
        Contracts.AssertStopped(BillingReasons.PeriodBackward, Contracts.TenPercent, Ledger, release with { Number = 2 });
    }

    [Fact]
    public void What_is_not_stated_is_named()
    {
        var application = Contracts.Application(2, Contracts.Line("1", null, null, 50m));
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger, application);
        Assert.Contains("no end of the period", Check(billed, "The period").Note, StringComparison.Ordinal);
        Assert.Contains("line 1 without previous work", Check(billed, "Previous amounts").Note, StringComparison.Ordinal);
        Assert.Equal("line 2 not listed; the balance is kept", Check(billed, "Every column").Note);
        Assert.Equal(3, billed.Proof.Inputs.Count(input => input.State == InputState.Noted));
        Assert.True(billed.Proof.IsComplete);
        Assert.Equal(Ledger.LastPeriodEnd, billed.NextLedger.LastPeriodEnd);
        var unknown = Contracts.Billed(Contracts.TenPercent, Ledger with { LastPeriodEnd = null }, Good);
        Assert.Contains("not known", Check(unknown, "The period").Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_a_rounding_and_a_correction_are_named()
    {
        var caughtUp = Good with
        {
            Oracle = [new OraclePosted("1", 90m, 9m)],
            CatchUp = new CatchUpDecision(10m, 1, "K. Controller", "failed in part"),
        };
        var note = Check(Contracts.Billed(Contracts.TenPercent, Ledger, caughtUp), "Previous amounts").Note;
        SentenceFacts.In(note, "10.00 USD", "K. Controller");
        var rounded = Good with { Lines = [Good.Lines[0] with { CompletedPrevious = 100.01m }, Good.Lines[1]] };
        Assert.Equal("line 1 different by rounding", Check(Contracts.Billed(Contracts.TenPercent, Ledger, rounded), "Previous amounts").Note);
        var correction = Contracts.Application(1, Contracts.Line("1", null, 0m, 90m)) with { Revision = 2 };
        Assert.Contains(
            "correction",
            Check(Contracts.Billed(Contracts.TenPercent, Ledger, correction), "Previous amounts").Note,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("A", "a")]
    [InlineData("A 1", " a  1")]
    [InlineData("01", "01 ")]
    [InlineData("01", "\u00a001")]
    [InlineData("01", "01\u200b")]
    [InlineData("16", "1\u200b6")]
    [InlineData("1-a", "1\u2011A")]
    [InlineData("A", "\uff21")]
    [InlineData("\u00c9", "E\u0301")]
    [InlineData("01", "01")]
    public void A_line_is_listed_once_in_any_spelling(string first, string second)
    {
        var twice = Contracts.Application(1, Contracts.Line(first, 10m, 0m, 1m), Contracts.Line(second, 10m, 0m, 1m));
        Contracts.AssertStopped(DocumentReasons.LineRepeated, Contracts.TenPercent, Contracts.Ledger(20m), twice, first, second, "twice");
        var schedule = Contracts.Ledger(20m, Contracts.Balance(first, 10m, 0m, 0m, 0m), Contracts.Balance(second, 10m, 0m, 0m, 0m));
        Contracts.AssertStopped(
            DocumentReasons.LineRepeated,
            Contracts.TenPercent,
            schedule,
            Contracts.Application(1, Contracts.Line(first, null, 0m, 1m)),
            "schedule of values",
            first
        );
        if (first != second)
        {
            var other = Contracts.Application(1, Contracts.Line(second, 10m, 0m, 1m));
            var refusal = Contracts.Stopped(Contracts.TenPercent, Contracts.Ledger(10m, Contracts.Balance(first, 10m, 0m, 0m, 0m)), other);
            Assert.Equal(DocumentReasons.LineRepeated, refusal.Code);
            SentenceFacts.In(refusal.Sentence, $"'{second}'", $"'{first}'", "Use one spelling");
        }
    }

    [Theory]
    [InlineData("1", "01")]
    [InlineData("1 1", "11")]
    [InlineData("10", "9")]
    [InlineData("1-a", "1-b")]
    public void Different_IDs_stay_different(string first, string second)
    {
        var application = Contracts.Application(1, Contracts.Line(first, 10m, 0m, 1m), Contracts.Line(second, 10m, 0m, 1m));
        var billed = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(20m), application);
        Assert.Equal(InputState.Met, Check(billed, "Line IDs").State);
        Assert.Equal(2, billed.Lines.Count);
    }

    private static CheckedInput Check(BillingOutcome.Billed billed, string name) =>
        Assert.Single(billed.Proof.Inputs, input => input.Name.StartsWith(name, StringComparison.Ordinal));
}
