using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class TermsTests
{
    private static readonly ContractLedger Fresh = Contracts.Ledger(10_000m);

    private static readonly Application Good = Contracts.ToDate(1, 10_000m, 0m, 1_000m);

    public static TheoryData<string> Terms =>
        [
            "currency",
            "empty currency",
            "how retainage",
            "come from",
            "who withholds",
            "stored materials carry",
            "are flagged",
            "over its scheduled value",
            "negative invoice lines",
            "used for a credit",
            "rounding difference",
            "(5b)",
            "reading A, B1, B2 or C",
        ];

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_missing_term_is_refused_by_its_name(string name)
    {
        var terms = Contracts.TenPercent;
        terms = name switch
        {
            "currency" => terms with { Currency = null },
            "empty currency" => terms with { Currency = "" },
            "how retainage" => terms with { Retainage = null },
            "come from" => terms with { RetainageSource = null },
            "who withholds" => terms with { RetainageKeeper = null },
            "stored materials carry" => terms with { StoredMaterials = null },
            "are flagged" => terms with { StaleStoragePeriods = null },
            "over its scheduled value" => terms with { OverbillingTolerance = null },
            "negative invoice lines" => terms with { NegativeLines = null },
            "used for a credit" => terms with { CreditDocument = null },
            "rounding difference" => terms with { ResidualPlace = null },
            "(5b)" => terms with { Retainage = new RetainageTerms.Split(0.10m, null) },
            _ => terms with { Retainage = Step with { Reading = null } },
        };
        Contracts.AssertStopped(
            BillingReasons.TermsMissing,
            terms,
            Fresh,
            Good,
            name.Replace("empty ", "", System.StringComparison.Ordinal),
            "SC-009"
        );
    }

    [Fact]
    public void Every_missing_term_is_named_at_once()
    {
        var stopped = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(new ContractTerms { ContractNumber = "SC-009" }, Fresh, Good));
        Assert.Equal(10, stopped.All.Count(refusal => refusal.Code == BillingReasons.TermsMissing));
    }

    [Fact]
    public void Rates_above_one_hundred_percent_or_below_zero_are_refused()
    {
        RetainageTerms[] wrong =
        [
            new RetainageTerms.Flat(10m),
            new RetainageTerms.Flat(-0.01m),
            new RetainageTerms.Split(0.1m, 1.01m),
            new RetainageTerms.Split(5m, 0.1m),
            new RetainageTerms.PerLine(1.5m, 0m, []),
            new RetainageTerms.PerLine(0m, 1.5m, []),
            new RetainageTerms.PerLine(0m, 0m, [new LineRate("L1", 2m, null)]),
            new RetainageTerms.PerLine(0m, 0m, [new LineRate("L1", null, 2m)]),
            Step with
            {
                Threshold = 50m,
            },
            Step with
            {
                BeforeRate = 10m,
            },
            Step with
            {
                AfterRate = -1m,
            },
            new RetainageTerms.SlidingScale([new(10m, new RetainageLimit(LimitBase.Amount, 500m))]),
            new RetainageTerms.SlidingScale([new(0.1m, new RetainageLimit(LimitBase.RevisedSum, 5m))]),
        ];
        Assert.All(wrong, retainage => Contracts.AssertStopped(BillingReasons.RateOutOfRange, Contracts.Terms(retainage), Fresh, Good));
        Contracts.AssertStopped(
            BillingReasons.RateOutOfRange,
            Contracts.TenPercent with
            {
                RetainageCap = new RetainageLimit(LimitBase.OriginalSum, 5m),
            },
            Fresh,
            Good,
            "5.00"
        );
        Assert.Equal(0m, Contracts.Billed(Contracts.Terms(new RetainageTerms.Flat(1m)), Fresh, Good).Payable);
    }

    [Fact]
    public void Terms_that_conflict_are_refused()
    {
        var amount = new RetainageLimit(LimitBase.Amount, 500m);
        ContractTerms[] wrong =
        [
            Contracts.TenPercent with
            {
                OverbillingTolerance = -0.01m,
            },
            Contracts.TenPercent with
            {
                StaleStoragePeriods = 0,
            },
            Contracts.TenPercent with
            {
                RetainageCap = new RetainageLimit(LimitBase.Amount, -1m),
            },
            Contracts.Terms(new RetainageTerms.LumpSum(-1m)),
            Contracts.Terms(Step with { Reading = StepReading.Stop }),
            Contracts.Terms(Step with { BeforeRate = 0.04m }),
            Contracts.Terms(new RetainageTerms.PerLine(0.1m, 0.1m, [new LineRate("L1", 0m, 0m), new LineRate("L1", 0.05m, 0m)])),
            Contracts.Terms(new RetainageTerms.SlidingScale([])),
            Contracts.Terms(new RetainageTerms.SlidingScale([.. Enumerable.Repeat(new SlidingScaleRule(0.1m, amount), 6)])),
            Contracts.Terms(new RetainageTerms.SlidingScale([new(0.1m, amount), new(0.05m, amount with { Value = 499m })])),
            Contracts.Terms(new RetainageTerms.SlidingScale([new(0.1m, amount), new(0.05m, amount with { Value = -1m })])),
            Contracts.TenPercent with
            {
                RetainageKeeper = RetainageKeeper.Oracle,
                RetainageCap = amount,
            },
        ];
        Assert.All(wrong, terms => Contracts.AssertStopped(BillingReasons.TermsContradictory, terms, Fresh, Good));
        var held = Contracts.Posted(10_000m, 1, Contracts.Balance("L1", 10_000m, 1_000m, 0m, 100m));
        Contracts.AssertStopped(
            BillingReasons.TermsContradictory,
            Contracts.Terms(new RetainageTerms.None(null)),
            held,
            Contracts.ToDate(2, 10_000m, 1_000m, 1_500m),
            "frozen"
        );
    }

    [Fact]
    public void Terms_at_the_edge_of_what_is_allowed_bill()
    {
        var amount = new RetainageLimit(LimitBase.Amount, 500m);
        (ContractTerms Terms, decimal Held)[] allowed =
        [
            (Contracts.TenPercent with { StaleStoragePeriods = 1 }, 100m),
            (Contracts.TenPercent with { RetainageCap = amount with { Value = 0m } }, 0m),
            (Contracts.Terms(new RetainageTerms.LumpSum(0m)), 0m),
            (Contracts.Terms(Step with { Reading = StepReading.Stop, AfterRate = 0m }), 100m),
            (Contracts.Terms(Step with { BeforeRate = 0.05m }), 50m),
            (Contracts.Terms(new RetainageTerms.Flat(0m)), 0m),
            (Contracts.Terms(new RetainageTerms.SlidingScale([new(0.1m, amount with { Value = 0m }), new(0.05m, amount)])), 50m),
            (
                Contracts.Terms(new RetainageTerms.SlidingScale([new(0.1m, amount with { Value = 20m }), new(0.05m, amount with { Value = 20m })])),
                20m
            ),
            (Contracts.Terms(new RetainageTerms.SlidingScale([.. Enumerable.Repeat(new SlidingScaleRule(0.1m, amount), 5)])), 100m),
            (Contracts.TenPercent with { RetainageKeeper = RetainageKeeper.Oracle }, 100m),
        ];
        Assert.All(allowed, one => Assert.Equal(one.Held, Contracts.Billed(one.Terms, Fresh, Good).After.Retainage.Total));
    }

    private static RetainageTerms.Step Step =>
        new(0.5m, 0.1m, 0.05m, StepReading.WholeBalance, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);
}
