using CsCheck;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>
/// What was released stays released, whatever becomes of the material: the contract with releases holds what the same contract without any release
/// holds, less every release.
/// </summary>
public sealed class LastingReleaseProperties
{
    private const decimal Scheduled = 1_000_000m;

    // What happens on a line in one application.
    private enum Deed
    {
        Nothing,
        Work,
        Deliver,
        InstallPart,
        InstallRest,
        Remove,
        RemoveRest,
    }

    private enum Ask
    {
        Nothing,
        Total,
        DownTo,
        Line,
        Everything,
        WithPunchList,
    }

    private static readonly RetainageTerms[] ByRates =
    [
        new RetainageTerms.Flat(0.10m),
        new RetainageTerms.Split(0.10m, 0.05m),
        new RetainageTerms.Split(0.05m, 0.10m),
        new RetainageTerms.Split(0.08m, 0m),
        new RetainageTerms.PerLine(0.10m, 0.05m, [new LineRate("L1", 0.033333m, null), new LineRate("L2", null, 0.08m)]),
        new RetainageTerms.Step(0.02m, 0.10m, 0.05m, StepReading.WholeBalance, BilledMeasure.CompletedAndStored, ContractSumBase.Revised),
    ];

    private static readonly RetainageTerms[] ByTotal =
    [
        new RetainageTerms.LumpSum(20_000m),
        new RetainageTerms.Step(0.02m, 0.10m, 0m, StepReading.Stop, BilledMeasure.CompletedAndStored, ContractSumBase.Original),
        new RetainageTerms.Step(0.02m, 0.10m, 0.05m, StepReading.AboveThreshold, BilledMeasure.CompletedAndStored, ContractSumBase.Revised),
        new RetainageTerms.Step(0.02m, 0.10m, 0.05m, StepReading.AboveThreshold, BilledMeasure.CompletedWork, ContractSumBase.Revised),
        new RetainageTerms.SlidingScale([
            new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, 8_000m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.RevisedSum, 0.02m)),
        ]),
    ];

    // Two crossings: with measured work, an installation alone may cross.
    private static readonly RetainageTerms[] Others =
    [
        new RetainageTerms.Step(0.02m, 0.10m, 0.05m, StepReading.FromCrossing, BilledMeasure.CompletedAndStored, ContractSumBase.Revised),
        new RetainageTerms.Step(0.02m, 0.10m, 0.05m, StepReading.FromCrossing, BilledMeasure.CompletedWork, ContractSumBase.Revised),
        new RetainageTerms.None(null),
    ];

    private static readonly Gen<Event> GenEvent = Gen.Select(
        Gen.Enum<Deed>().Array[3],
        Gen.Enum<Ask>(),
        Gen.Int[1, 99],
        (deeds, ask, percent) => new Event(deeds, ask, percent)
    );

    private static readonly Gen<Event[]> GenStory = GenEvent.Array[2, 9];

    private static readonly Gen<bool> GenMoves = Gen.Bool;

    [Fact]
    public void With_rates_on_each_line_a_line_holds_its_terms_less_its_releases() =>
        Gen.Select(GenStory, GenMoves, OneOf(ByRates), Gen.Bool)
            .Sample(
                (story, moves, terms, fromSource) =>
                    Tell(
                        story,
                        Terms(terms, moves),
                        fromSource && terms is not RetainageTerms.Step,
                        (with, without) =>
                        {
                            foreach (var (line, free) in with.NextLedger.Lines.Zip(without.NextLedger.Lines))
                            {
                                var held = line.Posted.Retainage;
                                Assert.Equal(Math.Max(0m, free.Posted.Retainage.Total - line.Released.Total), held.Total - held.PunchList);
                            }
                        }
                    ),
                iter: RandomCases.Of(1_500)
            );

    [Fact]
    public void With_terms_for_the_contract_the_contract_holds_its_terms_less_all_releases() =>
        Gen.Select(GenStory, GenMoves, OneOf(ByTotal), Gen.Bool)
            .Sample(
                (story, moves, terms, isCapped) =>
                    Tell(
                        story,
                        Terms(terms, moves) with
                        {
                            RetainageCap = isCapped ? new RetainageLimit(LimitBase.OriginalSum, 0.003m) : null,
                        },
                        false,
                        (with, without) =>
                        {
                            if (terms is RetainageTerms.Step && with.NextLedger.Threshold is null)
                            {
                                return;
                            }

                            var released = with.NextLedger.Lines.Sum(line => line.Released.Total);
                            var held = with.After.Retainage;
                            Assert.Equal(Math.Max(0m, without.After.Retainage.Total - released), held.Total - held.PunchList);
                        }
                    ),
                iter: RandomCases.Of(1_500)
            );

    [Fact]
    public void A_move_from_stored_to_installed_never_takes_a_release_back() =>
        Gen.Select(GenStory, GenMoves, OneOf([.. ByRates, .. ByTotal, .. Others]))
            .Sample(
                (story, moves, terms) =>
                {
                    var heldBefore = 0m;
                    ContractLedger? freeBefore = null;
                    Tell(
                        story,
                        Terms(terms, moves),
                        false,
                        (with, without) =>
                        {
                            var isMove = with.Lines.All(line => line.Movement.Gross == 0m) && with.Lines.All(line => line.Released == 0m);
                            var rises = with.After.Retainage.Total - heldBefore;

                            // Another rate on work than on stored materials moves what the terms hold, and only that.
                            Assert.False(isMove && rises > Rise(terms, freeBefore, without), $"held {heldBefore} rises by {rises}");
                            heldBefore = with.After.Retainage.Total;
                            freeBefore = without.NextLedger;
                        }
                    );
                },
                iter: RandomCases.Of(1_500)
            );

    // What the terms hold more than before: line by line, unless the lines share one total.
    private static decimal Rise(RetainageTerms terms, ContractLedger? before, BillingOutcome.Billed now)
    {
        var rises = now.NextLedger.Lines.Select((line, index) => line.Posted.Retainage.Total - (before?.Lines[index].Posted.Retainage.Total ?? 0m));
        var isShared = ByTotal.Contains(terms) && (terms is not RetainageTerms.Step || now.NextLedger.Threshold is not null);
        return isShared ? Math.Max(0m, rises.Sum()) : rises.Sum(rise => Math.Max(0m, rise));
    }

    private static Gen<RetainageTerms> OneOf(RetainageTerms[] terms) => Gen.Int[0, terms.Length - 1].Select(index => terms[index]);

    // Both contracts, with and without releases, through the same applications; in the end everything is installed and released.
    private static void Tell(Event[] story, ContractTerms terms, bool fromSource, Action<BillingOutcome.Billed, BillingOutcome.Billed> look)
    {
        ContractLine[] lines = [.. Enumerable.Range(1, 3).Select(line => Contracts.Balance($"L{line}", Scheduled, 0m, 0m, 0m))];
        ContractLedger with = Contracts.Ledger(3m * Scheduled, lines),
            without = with;
        var number = 1;
        for (; number <= story.Length; number++)
        {
            Next(number, story[number - 1]);
        }

        Next(number, new Event([.. lines.Select(_ => Deed.InstallRest)], Ask.Nothing, 99));
        Next(++number, new Event([.. lines.Select(_ => Deed.Nothing)], Ask.Everything, 99));
        Assert.Equal(0m, with.Lines.Sum(line => line.Posted.Retainage.Total));

        void Next(int application, Event what)
        {
            var isMoved = terms.StoredMaterials == StoredMaterials.AutoMove;
            var bare = Contracts.Application(
                application,
                [.. without.Lines.Select((line, index) => Row(line, what.Deeds[index], what.Percent, isMoved))]
            );
            var free = Contracts.Billed(terms, without, bare);
            var unreleased = Contracts.Billed(terms, with, bare);
            var asked = bare with { Release = Release(what, unreleased, fromSource) };
            var billed = asked.Release is null ? unreleased : Contracts.Billed(terms, with, asked);
            if (fromSource)
            {
                billed = Contracts.Billed(
                    terms with
                    {
                        RetainageSource = RetainageSource.Source,
                    },
                    with,
                    Stated(bare, with, billed, what.Percent % 2 == 0)
                );
            }

            look(billed, free);
            with = billed.NextLedger;
            without = free.NextLedger;
        }
    }

    // The same amounts as the source states them: what is held after everything, and what was released of it, which a source may count as released
    // from work wherever it came from.
    private static Application Stated(Application bare, ContractLedger before, BillingOutcome.Billed billed, bool isAllFromWork) =>
        bare with
        {
            Lines =
            [
                .. bare.Lines.Select(
                    (line, index) =>
                    {
                        var released = billed.NextLedger.Lines[index].Released - before.Lines[index].Released;
                        return line with
                        {
                            WorkRetainageHeld = billed.Lines[index].After.Retainage.Work,
                            StoredRetainageHeld = billed.Lines[index].After.Retainage.Stored,
                            WorkRetainageReleased = isAllFromWork ? released.Total : released.Work,
                            StoredRetainageReleased = isAllFromWork ? 0m : released.Stored,
                        };
                    }
                ),
            ],
        };

    private static RetainageRelease? Release(Event what, BillingOutcome.Billed billed, bool fromSource)
    {
        var held = billed.After.Retainage.Total;
        var some = Math.Round(held * what.Percent / 100m, 2);
        var first = billed.Lines.FirstOrDefault(line => line.After.Retainage.Total > 0m);
        return some <= 0m || first is null
            ? null
            : what.Ask switch
            {
                Ask.Total => new RetainageRelease.Total(some),
                Ask.DownTo when some < held => new RetainageRelease.DownTo(some),
                Ask.Line => new RetainageRelease.ByLine([new LineRelease(first.LineId, first.After.Retainage.Total)]),
                Ask.Everything => new RetainageRelease.Everything(),
                Ask.WithPunchList when !fromSource => new RetainageRelease.Total(some) { PunchListHold = Math.Round(some / 3m, 2) },
                _ => null,
            };
    }

    private static ApplicationLine Row(ContractLine line, Deed deed, int percent, bool isMoved)
    {
        var stored = line.Posted.Stored;
        var part = Math.Round(stored * percent / 100m, 2);
        var (work, now) = deed switch
        {
            Deed.Work => (percent * 100.01m, stored),
            Deed.Deliver => (0m, stored + (percent * 33.33m)),
            Deed.InstallPart => (part, stored - part),
            Deed.InstallRest => (stored, 0m),
            Deed.Remove => (0m, stored - part),
            Deed.RemoveRest => (0m, 0m),
            _ => (0m, stored),
        };

        // Moved by itself, everything stored is work of before; only what is stored anew is in the column, and what goes is work taken back.
        return !isMoved ? Contracts.Line(line.LineId, null, line.Posted.Work, work, now)
            : deed == Deed.Deliver ? Contracts.Line(line.LineId, null, line.Posted.Gross, 0m, now - stored)
            : Contracts.Line(line.LineId, null, line.Posted.Gross, work + now - stored, 0m);
    }

    private static ContractTerms Terms(RetainageTerms retainage, bool moves) =>
        Contracts.Terms(retainage) with
        {
            StoredMaterials = moves ? StoredMaterials.AutoMove : StoredMaterials.Manual,
        };

    private sealed record Event(Deed[] Deeds, Ask Ask, int Percent);
}
