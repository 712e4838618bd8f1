using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>A proposal in words, as fields, and with what it leaves unexplained.</summary>
public sealed class ReplayWordsTests
{
    private static readonly RetainageLimit FivePercent = new(LimitBase.OriginalSum, 0.05m);
    private static readonly RetainageLimit FourPercent = new(LimitBase.RevisedSum, 0.04m);
    private static readonly RetainageLimit Amount = new(LimitBase.Amount, 4_750.5m);

    public static TheoryData<RetainageTerms, string, string> Kinds =>
        new()
        {
            { new RetainageTerms.None(null), "no retainage is withheld", "\"kind\": \"none\"" },
            { new RetainageTerms.Flat(0.075m), "retainage is 7.5 percent", "\"kind\": \"flat\", \"rate\": 0.075" },
            {
                new RetainageTerms.Split(0.1m, 0.05m),
                "retainage is 10 percent on work and 5 percent on stored materials",
                "\"kind\": \"split\", \"workRate\": 0.10, \"storedRate\": 0.05"
            },
            {
                new RetainageTerms.Split(0.1m, null),
                "retainage is 10 percent on work and 0 percent on stored materials",
                "\"kind\": \"split\", \"workRate\": 0.10, \"storedRate\": 0.00"
            },
            {
                Step(StepReading.WholeBalance),
                "retainage is 10 percent, and 5 percent of the whole balance from 50 percent of the contract sum",
                StepFields("wholeBalance", "completedAndStored", "revised")
            },
            {
                Step(StepReading.AboveThreshold) with
                {
                    Sum = ContractSumBase.Original,
                },
                "retainage is 10 percent, and 5 percent of what is billed above 50 percent of the original contract sum",
                StepFields("aboveThreshold", "completedAndStored", "original")
            },
            {
                Step(StepReading.FromCrossing) with
                {
                    Measure = BilledMeasure.CompletedWork,
                },
                "retainage is 10 percent, and 5 percent of what is billed from the application that reaches 50 percent of the contract sum, "
                    + "measured without stored materials",
                StepFields("fromCrossing", "completedWork", "revised")
            },
            {
                Step(StepReading.Stop) with
                {
                    AfterRate = 0m,
                },
                "retainage is 10 percent until 50 percent of the contract sum, and nothing more is withheld after that",
                StepFields("stop", "completedAndStored", "revised").Replace("0.05", "0.00", StringComparison.Ordinal)
            },
            {
                new RetainageTerms.SlidingScale([new SlidingScaleRule(0.1m, FivePercent), new SlidingScaleRule(0.02m, Amount)]),
                "retainage is 10 percent until 5 percent of the original contract sum is held, then 2 percent until 4,750.50 is held",
                "\"kind\": \"slidingScale\", \"rules\": [ { \"rate\": 0.10, \"upTo\": { \"of\": \"originalSum\", \"value\": 0.05 } }, "
                    + "{ \"rate\": 0.02, \"upTo\": { \"of\": \"amount\", \"value\": 4750.50 } } ]"
            },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_retainage_has_words_and_fields(RetainageTerms retainage, string words, string fields)
    {
        var proposal = Proposal([ReplayTerm.Retainage], Contracts.Terms(retainage));
        Assert.Equal(words, ReplayWords.Of(proposal));
        Assert.Equal("\"retainage\": { " + fields + " }", ReplayWords.FieldsOf(proposal));
    }

    [Fact]
    public void A_kind_that_is_never_proposed_has_no_fields()
    {
        var proposal = Proposal([ReplayTerm.Retainage], Contracts.Terms(new RetainageTerms.LumpSum(5m)));
        Assert.Equal("retainage is as before", ReplayWords.Of(proposal));
        Assert.Throws<InvariantBrokenException>(() => ReplayWords.FieldsOf(proposal));
    }

    [Fact]
    public void Every_limit_has_words_and_fields()
    {
        Says(
            ReplayTerm.Cap,
            Contracts.TenPercent with
            {
                RetainageCap = FivePercent,
            },
            "retainage is at most 5 percent of the original contract sum",
            "\"retainageCap\": { \"of\": \"originalSum\", \"value\": 0.05 }"
        );
        Says(
            ReplayTerm.Cap,
            Contracts.TenPercent with
            {
                RetainageCap = FourPercent,
            },
            "retainage is at most 4 percent of the contract sum to date",
            "\"retainageCap\": { \"of\": \"revisedSum\", \"value\": 0.04 }"
        );
        Says(
            ReplayTerm.Cap,
            Contracts.TenPercent with
            {
                RetainageCap = Amount,
            },
            "retainage is at most 4,750.50",
            "\"retainageCap\": { \"of\": \"amount\", \"value\": 4750.50 }"
        );
        Says(ReplayTerm.Cap, Contracts.TenPercent, "there is no maximum retainage", "without \"retainageCap\"");
    }

    [Fact]
    public void Every_other_choice_has_words_and_fields()
    {
        var terms = Contracts.TenPercent;
        Says(
            ReplayTerm.StoredMaterials,
            terms with
            {
                StoredMaterials = StoredMaterials.AutoMove,
            },
            "stored materials move to column D automatically",
            "\"storedMaterials\": \"autoMove\""
        );
        Says(ReplayTerm.StoredMaterials, terms, "stored materials stay in column F until a person removes them", "\"storedMaterials\": \"manual\"");
        Says(ReplayTerm.Rounding, terms, "the largest line takes the rounding difference", "\"roundingDifference\": \"largestLine\"");
        Says(
            ReplayTerm.Rounding,
            terms with
            {
                ResidualPlace = ResidualPlace.FirstLine,
            },
            "the first line takes the rounding difference",
            "\"roundingDifference\": \"firstLine\""
        );
        Says(
            ReplayTerm.Rounding,
            terms with
            {
                ResidualPlace = ResidualPlace.LargestRemainder,
            },
            "all lines share the rounding difference by largest remainder",
            "\"roundingDifference\": \"largestRemainder\""
        );
        Says(ReplayTerm.Keeper, terms, "PowerIntegration keeps retainage", "\"retainageKeptBy\": \"us\"");
        Says(ReplayTerm.Keeper, terms with { RetainageKeeper = RetainageKeeper.Oracle }, "Oracle keeps retainage", "\"retainageKeptBy\": \"oracle\"");
    }

    [Fact]
    public void Several_changes_are_named_one_after_the_other()
    {
        var proposal = Proposal([ReplayTerm.Retainage, ReplayTerm.Cap], Contracts.TenPercent);
        Assert.Equal("retainage is 10 percent; there is no maximum retainage", ReplayWords.Of(proposal));
        Assert.Equal("\"retainage\": { \"kind\": \"flat\", \"rate\": 0.10 }, without \"retainageCap\"", ReplayWords.FieldsOf(proposal));
    }

    [Fact]
    public void A_range_of_thresholds_has_percentages_and_amounts()
    {
        var proposal = Proposal([ReplayTerm.Retainage], Contracts.TenPercent);
        Assert.Null(ReplayWords.RangeOf(proposal));
        var range = new ReplayRange(0.41255m, 0.5m, 41_255m, 50_000.5m);
        Assert.Equal(
            "Any threshold above 41.26 and up to 50 percent (41,255.00 to 50,000.50) gives the same figures. Take the one in the contract.",
            ReplayWords.RangeOf(proposal with { Range = range })
        );
    }

    [Fact]
    public void What_is_explained_may_have_been_released()
    {
        Assert.Equal("explains all", ReplayWords.Rest(Proposal([], Contracts.TenPercent)));
        var released = Proposal([], Contracts.TenPercent) with { Result = Result([]) with { Released = 1_234.5m } };
        Assert.Equal("explains all, with 1,234.50 of retainage released", ReplayWords.Rest(released));
    }

    [Fact]
    public void What_is_not_explained_is_named_by_payments_and_retainage()
    {
        ReplayDifference payment = new(1, ReplayFigure.Payment, null, 100m, 130m),
            line = new(2, ReplayFigure.LineRetainage, "1", 20m, 15m),
            total = new(2, ReplayFigure.TotalRetainage, null, 20m, 13m);
        Assert.Equal("leaves 30.00 on 1 application", Rest(payment));
        Assert.Equal("leaves 5.00 of retainage on lines on 1 application", Rest(line));
        Assert.Equal("leaves 7.00 of retainage on lines on 1 application", Rest(total));
        Assert.Equal("leaves 30.00 and 12.00 of retainage on lines on 2 applications", Rest(payment, line, total));

        static string Rest(params ReplayDifference[] differences) =>
            ReplayWords.Rest(Proposal([], Contracts.TenPercent) with { Result = Result(differences) });
    }

    [Fact]
    public void Notes_name_what_a_person_decides()
    {
        var explains = Proposal([ReplayTerm.Retainage], Contracts.TenPercent);
        var leaves = explains with { Result = Result([new ReplayDifference(4, ReplayFigure.Payment, null, 1m, 2m)]) };
        Assert.Empty(ReplayWords.Notes(Answer(explains, leaves)));
        Assert.False(Answer(explains, leaves).IsAmbiguous);

        var equal = Answer(explains, leaves, explains);
        Assert.True(equal.IsAmbiguous);
        Assert.Equal(["2 different terms explain the same payments. Check the contract to see which of them it states."], ReplayWords.Notes(equal));
        Assert.Equal(
            ["None of the terms that were tried explain application 4. Check this application and its source first."],
            ReplayWords.Notes(Answer(leaves) with { FirstUnexplained = 4 })
        );
    }

    private static void Says(ReplayTerm term, ContractTerms terms, string words, string fields)
    {
        var proposal = Proposal([term], terms);
        Assert.Equal(words, ReplayWords.Of(proposal));
        Assert.Equal(fields, ReplayWords.FieldsOf(proposal));
    }

    private static RetainageTerms.Step Step(StepReading reading) =>
        new(0.5m, 0.1m, 0.05m, reading, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);

    private static string StepFields(string reading, string measure, string sum) =>
        "\"kind\": \"step\", \"threshold\": 0.50, \"rateBefore\": 0.10, \"rateAfter\": 0.05, "
        + $"\"reading\": \"{reading}\", \"measure\": \"{measure}\", \"sum\": \"{sum}\"";

    private static ReplayAnswer Answer(params ReplayProposal[] proposals) => new() { Now = Result([]), Proposals = proposals };

    private static ReplayProposal Proposal(IReadOnlyList<ReplayTerm> changed, ContractTerms terms) => new(changed, terms, Result([]));

    private static ReplayedContract Result(IReadOnlyList<ReplayDifference> differences) =>
        new()
        {
            Compared = 4,
            NotCompared = [],
            Differences = differences,
            Stopped = 0,
            Rounded = 0m,
            Released = 0m,
        };
}
