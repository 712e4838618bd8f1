using PowerIntegration.Audit.Contracts;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>Terms are proposed wrong; those by which the auditor worked out the payments are found again.</summary>
public sealed class ReplayAnswerTests
{
    public static TheoryData<string, bool> Kinds
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var name in Truths.Keys)
            {
                data.Add(name, false);
                data.Add(name, true);
            }

            return data;
        }
    }

    private static Dictionary<string, TermsSheet> Truths { get; } =
        new()
        {
            ["rate"] = Split(75_000, 75_000),
            ["odd rate"] = Split(83_300, 83_300),
            ["two rates"] = Split(100_000, 50_000),
            ["no rate on stored materials"] = Split(100_000, 0),
            ["A"] = Step(RetainageMode.StepWhole, 500_000),
            ["A without stored materials"] = Step(RetainageMode.StepWhole, 500_000) with { StoredCounts = false },
            ["B1"] = Step(RetainageMode.StepAbove, 400_000),
            ["B1 at an amount"] = Step(RetainageMode.StepAbove, 386_410),
            ["B2"] = Step(RetainageMode.StepFromCrossing, 500_000),
            ["C"] = Step(RetainageMode.StepStop, 600_000) with { ReducedRate = 0 },
            ["maximum"] = Split(100_000, 100_000) with { Cap = new HeldLimit(ShareBase.Original, 47_500) },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_terms_by_which_the_auditor_worked_out_the_payments_are_proposed_first(string kind, bool isStated)
    {
        var truth = Truths[kind];
        var answer = ReplayAnswer.Of(AuditedHistory.Of(truth, Proposed(new RetainageTerms.Flat(0.06m)), isStated));

        Assert.NotEmpty(answer.Now.Differences);
        Assert.NotEmpty(answer.Proposals);
        var explained = answer.Proposals.Where(proposal => proposal.ExplainsAll).ToList();
        Assert.True(explained.Exists(proposal => IsTruth(truth, proposal)), string.Join(" / ", answer.Proposals.Select(Words)));
        Assert.Null(answer.FirstUnexplained);
        Assert.Equal(explained.Count > 1, answer.IsAmbiguous);
        if (kind is not ("C" or "maximum"))
        {
            Assert.True(IsTruth(truth, explained[0]), string.Join(" / ", answer.Proposals.Select(Words)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stop_and_a_maximum_explain_the_same_and_both_are_named(bool isStated)
    {
        var answer = ReplayAnswer.Of(AuditedHistory.Of(Truths["C"], Proposed(new RetainageTerms.Flat(0.06m)), isStated));
        Assert.True(answer.IsAmbiguous, string.Join(" / ", answer.Proposals.Select(Words)));
        Assert.Contains(answer.Proposals, proposal => proposal.Terms.Retainage is RetainageTerms.Step { Reading: StepReading.Stop });
        Assert.Contains(
            answer.Proposals,
            proposal => proposal.Terms.RetainageCap is not null || proposal.Terms.Retainage is RetainageTerms.SlidingScale
        );
        Assert.Contains(ReplayWords.Notes(answer), note => note.Contains("Check the contract", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Stored_materials_that_move_are_seen_in_the_previous_amounts(bool isStated)
    {
        var history = AuditedHistory.Of(Truths["two rates"], Proposed(new RetainageTerms.Flat(0.10m)), isStated, isMoved: true, applications: 3);
        var answer = ReplayAnswer.Of(history);
        var first = answer.Proposals[0];
        Assert.True(first.ExplainsAll, Words(first));
        Assert.Equal([ReplayTerm.Retainage, ReplayTerm.StoredMaterials], first.Changed);
        Assert.Equal(StoredMaterials.AutoMove, first.Terms.StoredMaterials);
        Assert.Contains(answer.Now.Differences, difference => difference.NotBilled is not null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_application_overridden_by_a_person_is_named_and_does_not_hide_the_terms(bool isStated)
    {
        var history = AuditedHistory.Of(Truths["rate"], Proposed(new RetainageTerms.Flat(0.10m)), isStated, overrides: (3, "2", 20_000));
        var first = ReplayAnswer.Of(history).Proposals[0];
        Assert.True(first.ExplainsAll, Words(first));
        Assert.Equal(new RetainageTerms.Flat(0.075m), first.Terms.Retainage);
        Assert.Equal([3], first.Result.Overridden);
        var byHand = Assert.Single(first.Result.Differences, difference => difference.Figure == ReplayFigure.LineRetainage);
        Assert.Equal((3, "2", -200m), (byHand.Application, byHand.Line, byHand.Difference));

        // The right terms, and only the person's change is left.
        var right = ReplayAnswer.Of(
            AuditedHistory.Of(Truths["rate"], Proposed(new RetainageTerms.Flat(0.075m)), isStated, overrides: (3, "2", 20_000))
        );
        Assert.True(right.Now.IsExplained);
        Assert.Empty(right.Proposals);
        Assert.NotEmpty(right.Now.Differences);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_payment_that_no_terms_explain_names_its_application(bool isStated)
    {
        var history = AuditedHistory.Of(Truths["rate"], Proposed(new RetainageTerms.Flat(0.10m)), isStated);
        var wrong = history.Applications[2];
        var answer = ReplayAnswer.Of(
            history with
            {
                Applications = [.. history.Applications.Select(entry => entry == wrong ? entry with { Paid = entry.Paid - 120m } : entry)],
            }
        );
        Assert.Equal(3, answer.FirstUnexplained);
        var first = answer.Proposals[0];
        Assert.Equal(new RetainageTerms.Flat(0.075m), first.Terms.Retainage);
        Assert.False(first.ExplainsAll);
        Assert.Equal((120m, 1), (first.Result.Gap, first.Result.Differing));
        Assert.Contains(ReplayWords.Notes(answer), note => note.Contains("application 3", StringComparison.Ordinal));
    }

    // Where the source withholds nothing, either nothing is withheld or Oracle does.
    [Fact]
    public void Nothing_held_is_no_retainage_or_retainage_that_Oracle_keeps()
    {
        var truth = new TermsSheet { Retainage = RetainageMode.None };
        var answer = ReplayAnswer.Of(AuditedHistory.Of(truth, Proposed(new RetainageTerms.Flat(0.10m)), isStated: true));
        Assert.True(answer.IsAmbiguous, string.Join(" / ", answer.Proposals.Select(Words)));
        Assert.Equal([RetainageKeeper.Us, RetainageKeeper.Oracle], answer.Proposals.Select(proposal => proposal.Terms.RetainageKeeper!.Value));
        Assert.All(answer.Proposals, proposal => Assert.IsType<RetainageTerms.None>(proposal.Terms.Retainage));
    }

    // By hand: 10 percent of 1,000.00 is 100.00, and of 3,000.00 it is 300.00; at 5 percent the half is paid.
    [Fact]
    public void Differences_are_named_by_application_and_line()
    {
        var truth = Split(50_000, 50_000);
        var history = AuditedHistory.Of(truth, Proposed(new RetainageTerms.Flat(0.10m)), isStated: true, applications: 1);
        var now = ReplayedContract.Of(history);

        // Work 12,345.67 holds 617.28, stored 3,100.37 holds 155.02, line 2 with 3,000.01 holds 150.00; the proposed rate holds twice as much.
        Assert.Equal(
            [("1", 1_234.57m + 310.04m, 617.28m + 155.02m), ("2", 300.00m, 150.00m)],
            now.Differences.Where(difference => difference.Line is not null)
                .Select(difference => (difference.Line!, difference.Billed!.Value, difference.Paid))
        );
        var payment = Assert.Single(now.Differences, difference => difference.Figure == ReplayFigure.Payment);
        Assert.Equal((1, 17_523.75m, 16_601.44m), (payment.Application, payment.Paid, payment.Billed));
    }

    [Fact]
    public void The_search_is_bounded_and_gives_the_same_twice()
    {
        var history = AuditedHistory.Of(Truths["B2"], Proposed(new RetainageTerms.Flat(0.06m)), isStated: true);
        var first = ReplayAnswer.Of(history);
        Assert.InRange(first.Tries, 1, ReplayAnswer.TriesMax);
        Assert.Equal(first.Proposals.Select(Words), ReplayAnswer.Of(history).Proposals.Select(Words));
    }

    private static bool IsTruth(TermsSheet truth, ReplayProposal proposal) =>
        truth.Retainage switch
        {
            RetainageMode.Split when truth.Cap is not null => proposal.Terms.RetainageCap == new RetainageLimit(LimitBase.OriginalSum, 0.0475m)
                || (
                    proposal.Terms.Retainage is RetainageTerms.SlidingScale scale
                    && scale.Rules.SequenceEqual([new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.OriginalSum, 0.0475m))])
                ),
            RetainageMode.Split when truth.WorkRate == truth.StoredRate => Equals(
                proposal.Terms.Retainage,
                new RetainageTerms.Flat(truth.WorkRate / 1_000_000m)
            ),
            RetainageMode.Split => Equals(
                proposal.Terms.Retainage,
                new RetainageTerms.Split(truth.WorkRate / 1_000_000m, truth.StoredRate / 1_000_000m)
            ),
            RetainageMode.StepStop => proposal.Terms.Retainage
                is RetainageTerms.Step { BeforeRate: 0.10m, Threshold: 0.60m, Reading: StepReading.Stop },
            RetainageMode.StepAbove => proposal.Terms.Retainage is RetainageTerms.Step { BeforeRate: 0.10m, AfterRate: 0.05m } step
                && step.Reading == StepReading.AboveThreshold
                && Math.Abs(step.Threshold - (truth.Threshold / 1_000_000m)) <= 0.000002m,
            var mode => proposal.Terms.Retainage is RetainageTerms.Step { BeforeRate: 0.10m, AfterRate: 0.05m } step
                && step.Reading == (mode == RetainageMode.StepWhole ? StepReading.WholeBalance : StepReading.FromCrossing)
                && proposal.Range is { } range
                && range.Above < truth.Threshold / 1_000_000m
                && truth.Threshold / 1_000_000m <= range.UpTo,
        };

    private static string Words(ReplayProposal proposal) => ReplayWords.Of(proposal) + ": " + ReplayWords.Rest(proposal);

    private static TermsSheet Split(int work, int stored) =>
        new()
        {
            Retainage = RetainageMode.Split,
            WorkRate = work,
            StoredRate = stored,
        };

    private static TermsSheet Step(RetainageMode mode, int threshold) =>
        new()
        {
            Retainage = mode,
            WorkRate = 100_000,
            StoredRate = 100_000,
            ReducedRate = 50_000,
            Threshold = threshold,
            ThresholdBase = ShareBase.Revised,
            StoredCounts = true,
        };

    private static ContractTerms Proposed(RetainageTerms retainage) =>
        new()
        {
            ContractNumber = "SC-9",
            Currency = "USD",
            Retainage = retainage,
            RetainageSource = RetainageSource.Terms,
            RetainageKeeper = RetainageKeeper.Us,
            StoredMaterials = StoredMaterials.Manual,
            StaleStoragePeriods = 6,
            OverbillingTolerance = 0m,
            NegativeLines = NegativeLines.Accepted,
            CreditDocument = CreditDocument.CreditMemo,
            ResidualPlace = ResidualPlace.LargestLine,
            PostsApprovedAsNoted = true,
        };
}
