using CsCheck;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>An architect certifies less than the lines come to: 25,000.00 less of 161,500.00.</summary>
public sealed class CertifiedLessTests
{
    private static readonly ContractTerms FivePercent = Contracts.Terms(new RetainageTerms.Flat(0.05m));

    private static readonly ContractTerms FromSource = FivePercent with { RetainageSource = RetainageSource.Source };

    private static readonly ContractLedger Ledger = Contracts.Ledger(
        400_000m,
        Contracts.Balance("L1", 300_000m, 0m, 0m, 0m),
        Contracts.Balance("L2", 100_000m, 0m, 0m, 0m)
    );

    private static readonly Application Claimed = Contracts.Application(1, Line("L1", 0m, 130_000m), Line("L2", 0m, 40_000m));

    // The next application as its source states it: what was not certified stays in column D.
    private static readonly Application Next = Contracts.Application(2, Line("L1", 130_000m, 50_000m), Line("L2", 40_000m, 0m));

    private static readonly HeaderCut Net = new(25_000m, "A. Architect", "defective work") { Kind = CutKind.Net };

    public static TheoryData<bool> Sources => [true, false];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_net_cut_is_paid_to_the_cent_and_the_gross_cut_is_said(bool fromSource)
    {
        var terms = fromSource ? FromSource : FivePercent;
        Assert.Equal(161_500m, Contracts.Billed(terms, Ledger, Claimed).Payable);
        var billed = Contracts.Billed(terms, Ledger, Claimed with { Cut = Net });
        Assert.Equal((136_500m, 136_500m), (billed.Payable, billed.After.PaymentDue));
        Assert.Equal(143_684.21m, billed.After.GrossToDate);
        var said = Assert.Single(billed.Warnings, warning => warning is { Code: BillingWarningCode.HeaderCutAllocated, LineId: null }).Sentence;
        Assert.All(new[] { "25,000.00", "26,315.79", "A. Architect" }, part => Assert.Contains(part, said, System.StringComparison.Ordinal));
    }

    [Fact]
    public void A_gross_cut_takes_its_retainage_with_it()
    {
        Assert.Equal(161_500m - 23_750m, Contracts.Billed(FivePercent, Ledger, Claimed with { Cut = Net with { Kind = CutKind.Gross } }).Payable);
        Assert.Equal(161_500m - 23_750m, Contracts.Billed(FromSource, Ledger, Claimed with { Cut = Net with { Kind = CutKind.Gross } }).Payable);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Line_8_alone_is_enough(bool withLines1To3And7)
    {
        var header = withLines1To3And7
            ? new CertifiedHeader
            {
                OriginalContractSum = 400_000m,
                NetChangeOrders = 0m,
                ContractSumToDate = 400_000m,
                PreviousCertificates = 0m,
                PaymentDue = 136_500m,
            }
            : new CertifiedHeader { PaymentDue = 136_500m };
        var billed = Contracts.Billed(FivePercent, Ledger, Claimed with { Header = header });
        Assert.Equal((136_500m, 143_684.21m), (billed.Payable, billed.After.GrossToDate));
        var said = Assert.Single(billed.Warnings, warning => warning is { Code: BillingWarningCode.HeaderCutAllocated, LineId: null }).Sentence;
        Assert.All(new[] { "25,000.00", "136,500.00", "26,315.79" }, part => Assert.Contains(part, said, System.StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_the_lines_is_refused_and_so_is_a_header_that_contradicts_itself()
    {
        CertifiedHeader[] wrong =
        [
            new() { PaymentDue = 161_500.01m },
            new() { PaymentDue = 136_500m, GrossToDate = 170_000m },
            new() { PaymentDue = 136_500m, RetainageToDate = 8_500m },
        ];
        Assert.All(
            wrong,
            header => Contracts.AssertStopped(BillingReasons.CertificateDoesNotAddUp, FivePercent, Ledger, Claimed with { Header = header })
        );
        Contracts.AssertStopped(
            BillingReasons.PreviousDiffers,
            FivePercent,
            Ledger,
            Claimed with
            {
                Header = new CertifiedHeader { PreviousCertificates = 1m, PaymentDue = 136_500m },
            }
        );
    }

    [Theory]
    [InlineData(CutKind.Net)]
    [InlineData(CutKind.Gross)]
    public void The_header_may_be_the_one_before_the_cut(CutKind kind)
    {
        var header = new CertifiedHeader
        {
            GrossToDate = 170_000m,
            RetainageToDate = 8_500m,
            PreviousCertificates = 0m,
            PaymentDue = 161_500m,
        };
        var cut = Claimed with { Header = header, Cut = Net with { Kind = kind } };
        Assert.Equal(kind == CutKind.Net ? 136_500m : 137_750m, Contracts.Billed(FivePercent, Ledger, cut).Payable);
        Assert.Equal(kind == CutKind.Net ? 136_500m : 137_750m, Contracts.Billed(FromSource, Ledger, cut).Payable);
        Contracts.AssertStopped(
            BillingReasons.CertificateDoesNotAddUp,
            FivePercent,
            Ledger,
            cut with
            {
                Header = header with { RetainageToDate = 8_400m },
            }
        );
    }

    [Fact]
    public void A_cut_of_a_cent_is_not_undone_as_the_rounding_of_the_header_before_it()
    {
        var header = new CertifiedHeader { GrossToDate = 170_000m, PaymentDue = 161_500m };
        var cut = Claimed with { Header = header, Cut = Net with { Amount = 0.01m } };
        Assert.Equal(161_499.99m, Contracts.Billed(FivePercent, Ledger, cut).Payable);
    }

    [Fact]
    public void The_header_may_be_the_certified_one()
    {
        var header = new CertifiedHeader
        {
            GrossToDate = 143_684.21m,
            RetainageToDate = 7_184.21m,
            PaymentDue = 136_500m,
        };
        Assert.Equal(136_500m, Contracts.Billed(FivePercent, Ledger, Claimed with { Header = header, Cut = Net }).Payable);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Work_certified_less_goes_on_after_one_decision_with_the_next_application_as_its_source_states_it(bool fromSource)
    {
        var terms = fromSource ? FromSource : FivePercent;
        var posted = Contracts.Billed(terms, Ledger, Claimed with { Cut = Net }).NextLedger;
        Contracts.AssertStopped(BillingReasons.PreviousDiffers, terms, posted, Next);
        var decided = Next with { CatchUp = new CatchUpDecision(26_315.79m, 1, "K. Controller", "certified now") };

        // Line 6 of 220,000.00 at five percent less the certified 136,500.00.
        var billed = Contracts.Billed(terms, posted, decided);
        Assert.Equal((72_500m, 136_500m, 220_000m), (billed.Payable, billed.After.PreviousCertificates, billed.After.GrossToDate));
        Assert.Equal(26_315.79m, billed.Lines.Sum(line => line.CatchUp));
        Contracts.AssertStopped(
            BillingReasons.OracleBalanceDiffers,
            terms,
            posted,
            decided with
            {
                CatchUp = decided.CatchUp with { Amount = 25_000m },
            },
            "26,315.79"
        );
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Work_that_is_still_not_certified_is_cut_again_out_of_what_is_caught_up(bool fromSource)
    {
        var terms = fromSource ? FromSource : FivePercent;
        var posted = Contracts.Billed(terms, Ledger, Claimed with { Cut = Net }).NextLedger;
        var nothingNew = Contracts.Application(2, Line("L1", 130_000m, 0m), Line("L2", 40_000m, 0m)) with
        {
            CatchUp = new CatchUpDecision(26_315.79m, 1, "K. Controller", "not certified yet"),
        };
        var cut = Contracts.Billed(terms, posted, nothingNew with { Cut = Net });
        Assert.Equal((0m, 143_684.21m), (cut.Payable, cut.After.GrossToDate));
        Assert.Empty(cut.Documents);
        var some = Contracts.Billed(terms, posted, nothingNew with { Header = new CertifiedHeader { PaymentDue = 10_000m } });
        Assert.Equal((10_000m, 146_500m), (some.Payable, some.After.EarnedLessRetainage));
        Assert.All(some.Lines, line => Assert.True(line.WorkThisPeriod >= 0m && line.WorkPrevious >= 0m));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Where_only_stored_materials_are_billed_they_are_certified_less(bool fromSource)
    {
        var terms = (fromSource ? FromSource : FivePercent) with { Retainage = new RetainageTerms.Split(0.05m, 0.10m) };
        var stored = Contracts.Application(
            1,
            Contracts.Line("L1", 300_000m, 0m, 0m, 30_000m) with
            {
                WorkRetainageHeld = 0m,
                StoredRetainageHeld = 3_000m,
            },
            Contracts.Line("L2", 100_000m, 0m, 0m, 10_000m) with
            {
                WorkRetainageHeld = 0m,
                StoredRetainageHeld = 1_000m,
            }
        );
        var billed = Contracts.Billed(terms, Ledger, stored with { Cut = Net with { Amount = 9_000m } });
        Assert.Equal((27_000m, 30_000m), (billed.Payable, billed.After.GrossToDate));
        Assert.Equal("22500.00 7500.00", string.Join(" ", billed.Lines.Select(line => $"{line.MaterialsStored:0.00}")));
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            terms,
            Ledger,
            stored with
            {
                Cut = Net with { Kind = CutKind.Gross, Amount = 40_000.01m },
            },
            "40,000.00"
        );
    }

    // Column E holds 170,000.00; what is cut beyond it comes off the materials.
    [Fact]
    public void Work_is_cut_before_stored_materials()
    {
        var both = Contracts.Application(
            1,
            Line("L1", 0m, 130_000m) with
            {
                MaterialsStored = 20_000m,
                CompletedToDate = 150_000m,
            },
            Line("L2", 0m, 40_000m)
        );
        var cut = Contracts.Billed(FivePercent, Ledger, both with { Cut = Net with { Kind = CutKind.Gross, Amount = 175_000m } });
        Assert.Equal(
            (15_000m, 15_000m, 14_250m),
            (cut.After.GrossToDate, cut.Lines.Sum(line => line.MaterialsStored), cut.After.EarnedLessRetainage)
        );
    }

    // Half of the retainage is released with the application; the largest cut would leave less than that.
    [Fact]
    public void A_net_cut_goes_with_a_release()
    {
        var released = Claimed with { Release = new RetainageRelease.Total(4_000m) };
        Assert.Equal(165_500m, Contracts.Billed(FivePercent, Ledger, released).Payable);
        Assert.Equal(140_500m, Contracts.Billed(FivePercent, Ledger, released with { Cut = Net }).Payable);
        Contracts.AssertStopped(BillingReasons.HeaderCutUnusable, FivePercent, Ledger, released with { Cut = Net with { Amount = 164_000m } });
    }

    [Fact]
    public void A_cut_that_no_work_gives_is_refused_with_both_figures()
    {
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            FivePercent,
            Ledger,
            Claimed with
            {
                Cut = Net with { Amount = 161_500.01m },
            },
            "161,500.00",
            "161,500.01"
        );
        HeaderCut[] unusable = [Net with { Amount = 0m }, Net with { DecidedBy = "" }, Net with { Reason = "" }];
        Assert.All(unusable, cut => Contracts.AssertStopped(BillingReasons.HeaderCutUnusable, FivePercent, Ledger, Claimed with { Cut = cut }));
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            FromSource with
            {
                Retainage = new RetainageTerms.LumpSum(8_500m),
            },
            Ledger,
            Claimed with
            {
                Cut = Net,
            },
            "Reduce the lines"
        );
    }

    [Fact]
    public void Line_8_that_is_the_lines_cuts_nothing()
    {
        var billed = Contracts.Billed(FivePercent, Ledger, Claimed with { Header = new CertifiedHeader { PaymentDue = 161_500m } });
        Assert.Equal((161_500m, 170_000m), (billed.Payable, billed.After.GrossToDate));
        Assert.DoesNotContain(billed.Warnings, warning => warning.Code == BillingWarningCode.HeaderCutAllocated);
    }

    // What else there is to warn of does not make the header another one.
    [Fact]
    public void The_header_before_the_cut_is_known_beside_other_warnings()
    {
        var noted = Claimed with
        {
            Status = ApplicationStatus.ApprovedAsNoted,
            Header = new CertifiedHeader { GrossToDate = 170_000m, PaymentDue = 161_500m },
            Cut = Net,
        };
        Assert.Equal(136_500m, Contracts.Billed(FivePercent, Ledger, noted).Payable);
    }

    [Fact]
    public void A_cut_without_amount_name_reason_or_lines_is_told_what_it_needs()
    {
        HeaderCut[] unusable = [Net with { Amount = 0m }, Net with { Amount = -1m }, Net with { DecidedBy = "" }, Net with { Reason = "" }];
        Assert.All(
            unusable,
            cut =>
                Contracts.AssertStopped(
                    BillingReasons.HeaderCutUnusable,
                    FivePercent,
                    Ledger,
                    Claimed with
                    {
                        Cut = cut,
                    },
                    "at most the 170,000.00",
                    "with a name and a reason"
                )
        );
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            FivePercent,
            Ledger with
            {
                LastPostedNumber = 1,
                PostedRevisions = ["R1|1"],
            },
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Everything(),
                Cut = Net,
            },
            "at most the 0.00"
        );
    }

    public static TheoryData<string, int> SmallContracts =>
        new()
        {
            { "0.37 0.91 1.13", 0 },
            { "1.50", 1 },
            { "0.33 0.34 0.65", 2 },
            { "0.55 0.45 0.35 0.25 0.15", 1 },
            { "0.36 0.08 0.11 0.08 0.36 0.07 0.01 0.03 0.36", 3 },
            { "0.12 0.33 0.03 0.01 0.12 0.33 0.21 0.20 0.37", 3 },
            { "0.02 0.03 0.03 0.04 0.01", 3 },
            { "0.04 0.05 0.03 0.07", 1 },
        };

    // Every net cut of a small contract against every gross cut: what some gross cut gives is cut so, what none gives is left to the retainage.
    [Theory]
    [MemberData(nameof(SmallContracts))]
    public void Every_net_cut_of_a_small_contract_is_the_least_gross_cut_that_gives_it(string amounts, int kind)
    {
        RetainageTerms[] kinds =
        [
            new RetainageTerms.Flat(0.10m),
            new RetainageTerms.Flat(0.333333m),
            new RetainageTerms.PerLine(0.10m, 0.05m, [new LineRate("L2", 0.50m, null)]),
            new RetainageTerms.Flat(0.50m),
        ];
        var terms = Contracts.Terms(kinds[kind]);
        decimal[] work = [.. amounts.Split(' ').Select(amount => decimal.Parse(amount, CultureInfo.InvariantCulture))];
        var ledger = Contracts.Ledger(100m, [.. work.Select((_, index) => Contracts.Balance($"L{index + 1}", 10m, 0m, 0m, 0m))]);
        var claimed = Contracts.Application(1, [.. work.Select((amount, index) => Line($"L{index + 1}", 0m, amount))]);
        var due = Contracts.Billed(terms, ledger, claimed).Payable;
        var byGross = new List<decimal> { due };
        for (var cut = 0.01m; cut <= work.Sum(); cut += 0.01m)
        {
            byGross.Add(Contracts.Billed(terms, ledger, claimed with { Cut = Net with { Kind = CutKind.Gross, Amount = cut } }).Payable);
        }

        for (var net = 0.01m; net <= due; net += 0.01m)
        {
            var billed = Contracts.Billed(terms, ledger, claimed with { Cut = Net with { Amount = net } });
            Assert.Equal(due - net, billed.Payable);
            var cut = (int)((work.Sum() - billed.After.GrossToDate) * 100m);
            if (byGross.Contains(due - net))
            {
                Assert.Equal(due - net, byGross[cut]);
                Assert.True(cut == 1 || byGross[cut - 1] != due - net, $"{cut - 1} cents give it too.");
                Assert.DoesNotContain(billed.Warnings, warning => warning.Code == BillingWarningCode.HeaderResidual);
            }
            else
            {
                Assert.Contains(billed.Warnings, warning => warning.Code == BillingWarningCode.HeaderResidual);
                Assert.InRange(Math.Abs(byGross[cut] - (due - net)), 0.01m, work.Length * 0.005m);
            }
        }
    }

    [Fact]
    public void Any_net_cut_under_any_terms_is_paid_to_the_cent_or_refused() =>
        Gen.Select(Gen.Long[1, 9_000_000].Array[1, 6], Gen.Long[1, 9_999], Gen.Int[0, 7], Gen.Bool)
            .Sample(
                (cents, share, kind, byLine8) =>
                {
                    RetainageTerms[] kinds =
                    [
                        new RetainageTerms.Flat(0.10m),
                        new RetainageTerms.Flat(0.033333m),
                        new RetainageTerms.Split(0.075m, 0.05m),
                        new RetainageTerms.PerLine(0.10m, 0.05m, [new LineRate("L2", 0.025m, null)]),
                        new RetainageTerms.LumpSum(1_000m),
                        new RetainageTerms.Step(
                            0.02m,
                            0.10m,
                            0.05m,
                            StepReading.AboveThreshold,
                            BilledMeasure.CompletedWork,
                            ContractSumBase.Revised
                        ),
                        new RetainageTerms.SlidingScale([new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, 5_000m))]),
                        new RetainageTerms.None(null),
                    ];
                    var terms = Contracts.Terms(kinds[kind]);
                    var ledger = Contracts.Ledger(
                        600_000m,
                        [.. cents.Select((_, index) => Contracts.Balance($"L{index + 1}", 100_000m, 0m, 0m, 0m))]
                    );
                    var claimed = Contracts.Application(1, [.. cents.Select((cent, index) => Line($"L{index + 1}", 0m, cent / 100m))]);
                    var due = Contracts.Billed(terms, ledger, claimed).After.PaymentDue;
                    var net = Math.Round(due * share / 10_000m, 2);
                    if (net <= 0m)
                    {
                        return;
                    }

                    var billed = Contracts.Billed(
                        terms,
                        ledger,
                        byLine8
                            ? claimed with
                            {
                                Header = new CertifiedHeader { PaymentDue = due - net },
                            }
                            : claimed with
                            {
                                Cut = Net with { Amount = net },
                            }
                    );
                    Assert.Equal(due - net, billed.Payable);
                },
                iter: RandomCases.Of(1_500)
            );

    private static ApplicationLine Line(string id, decimal previous, decimal work) =>
        Contracts.Line(id, null, previous, work) with
        {
            CompletedToDate = previous + work,
            CompletedPrevious = previous,
            WorkRetainageHeld = Math.Round((previous + work) * 0.05m, 2),
            StoredRetainageHeld = 0m,
        };
}
