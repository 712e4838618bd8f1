using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class HeaderTests
{
    // E14: seven lines at ten percent.
    private static readonly decimal[] Amounts = [1_234.55m, 987.65m, 333.35m, 48.05m, 7.15m, 0.05m, 2_100.25m];

    private static readonly Application Seven = Contracts.Application(
        1,
        [.. Amounts.Select((amount, index) => Contracts.Line("L" + (index + 1), 5_000m, 0m, amount))]
    );

    [Fact]
    public void Without_a_header_every_line_rounds_away_from_zero_and_the_sum_rules()
    {
        var billed = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(35_000m), Seven);
        Assert.Equal("123.46 98.77 33.34 4.81 0.72 0.01 210.03", Held(billed));
        Assert.Equal(471.14m, billed.After.Retainage.Total);
    }

    [Theory]
    [InlineData(ResidualPlace.LargestLine, "123.46 98.77 33.34 4.81 0.72 0.01 210.00")]
    [InlineData(ResidualPlace.FirstLine, "123.43 98.77 33.34 4.81 0.72 0.01 210.03")]
    [InlineData(ResidualPlace.LargestRemainder, "123.46 98.77 33.34 4.80 0.71 0.00 210.03")]
    public void A_certified_header_rules_and_its_residual_goes_where_the_terms_say(ResidualPlace place, string held)
    {
        var certified = Seven with
        {
            Header = new CertifiedHeader
            {
                GrossToDate = 4_711.05m,
                RetainageToDate = 471.11m,
                PreviousCertificates = 0m,
                PaymentDue = 4_239.94m,
            },
        };
        var billed = Contracts.Billed(Contracts.TenPercent with { ResidualPlace = place }, Contracts.Ledger(35_000m), certified);
        Assert.Equal(held, Held(billed));
        Assert.Equal(471.11m, billed.After.Retainage.Total);
        Assert.Equal(4_239.94m, billed.Payable);
        Assert.Contains(
            "-0.03",
            Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.HeaderResidual).Sentence,
            System.StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("471.10", false)]
    [InlineData("471.18", false)]
    [InlineData("471.17", true)]
    public void The_residual_of_a_header_is_at_most_half_a_cent_for_each_line(string retainage, bool isRounding)
    {
        var header = new CertifiedHeader { RetainageToDate = decimal.Parse(retainage, CultureInfo.InvariantCulture) };
        var outcome = BillingEngine.Bill(Contracts.TenPercent, Contracts.Ledger(35_000m), Seven with { Header = header });

        // Seven lines explain 0.035: four cents are more, three cents are not.
        Assert.Equal(isRounding, outcome is BillingOutcome.Billed);
    }

    [Fact]
    public void To_date_amounts_round_once_and_periods_are_their_differences()
    {
        var ledger = Contracts.Ledger(500m);
        var periods = new List<decimal>();
        for (var number = 1; number <= 3; number++)
        {
            var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.ToDate(number, 500m, 33.35m * (number - 1), 33.35m * number));
            periods.Add(billed.After.RetainageMovement.Total);
            ledger = billed.NextLedger;
        }

        Assert.Equal([3.34m, 3.33m, 3.34m], periods);
        Assert.Equal(10.01m, ledger.Lines[0].Posted.Retainage.Total);
    }

    [Fact]
    public void A_residual_of_the_gross_goes_to_the_largest_line_with_a_tie_to_the_lowest_id()
    {
        var lines = new[] { "10", "9", "8" }.Select(id => Contracts.Line(id, 500m, 0m, id == "8" ? 10m : 100m)).ToArray();
        var certified = Contracts.Application(1, lines) with { Header = new CertifiedHeader { GrossToDate = 210.01m } };
        var billed = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(1_500m), certified);
        Assert.Equal([100m, 100.01m, 10m], billed.Lines.Select(line => line.CompletedToDate));
    }

    [Fact]
    public void Totals_that_are_not_the_lines_are_refused()
    {
        CertifiedHeader[] wrong =
        [
            new() { GrossToDate = 4_711.09m },
            new() { RetainageToDate = 480m },
            new() { ContractSumToDate = 35_000.01m },
            new() { OriginalContractSum = 1m },
            new() { NetChangeOrders = 5m },
            new() { PaymentDue = 4_239.94m },
        ];
        Assert.All(
            wrong,
            header =>
                Contracts.AssertStopped(
                    BillingReasons.CertificateDoesNotAddUp,
                    Contracts.TenPercent,
                    Contracts.Ledger(35_000m),
                    Seven with
                    {
                        Header = header,
                    }
                )
        );
        Contracts.AssertStopped(
            BillingReasons.PreviousDiffers,
            Contracts.TenPercent,
            Contracts.Ledger(35_000m),
            Seven with
            {
                Header = new CertifiedHeader { PreviousCertificates = 0.01m },
            },
            "0.01"
        );
    }

    [Fact]
    public void A_payment_due_that_follows_from_the_headers_own_line_7_does_not_hide_that_line_7_is_wrong()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));
        var application = Contracts.ToDate(2, 20_000m, 10_000m, 15_000m) with
        {
            Header = new CertifiedHeader { PreviousCertificates = 8_900m, PaymentDue = 4_600m },
        };
        var stopped = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, ledger, application));
        Assert.Equal([BillingReasons.PreviousDiffers], stopped.All.Select(refusal => refusal.Code));

        // A correction, and a catch-up, move from another base than the header's line 7.
        var correction = Contracts.Application(1, Contracts.Line("L1", 20_000m, 0m, 9_500m)) with
        {
            Revision = 2,
            Header = new CertifiedHeader { PreviousCertificates = 0m, PaymentDue = 8_550m },
        };
        Assert.Equal(-450m, Contracts.Billed(Contracts.TenPercent, ledger, correction).Payable);
        var caughtUp = application with
        {
            Oracle = [new OraclePosted("L1", 9_000m, 900m)],
            CatchUp = new CatchUpDecision(1_000m, 1, "K. Controller", "failed in part"),
            Header = new CertifiedHeader { PreviousCertificates = 8_100m },
        };
        Assert.Equal(5_400m, Contracts.Billed(Contracts.TenPercent, ledger, caughtUp).Payable);
    }

    // E13: the reviewer cuts 8,500 on the header only.
    [Fact]
    public void A_cut_on_the_header_goes_to_the_lines_by_their_work_this_period()
    {
        var ledger = Contracts.Posted(
            160_000m,
            1,
            Contracts.Balance("1", 60_000m, 24_000m, 0m, 2_400m),
            Contracts.Balance("2", 55_000m, 16_500m, 0m, 1_650m),
            Contracts.Balance("3", 45_000m, 9_000m, 0m, 900m)
        );
        var claimed = Contracts.Application(
            2,
            Contracts.Line("1", null, 24_000m, 12_000m),
            Contracts.Line("2", null, 16_500m, 10_500m),
            Contracts.Line("3", null, 9_000m, 8_000m)
        );
        var cut = claimed with
        {
            Cut = new HeaderCut(8_500m, "R. Reviewer", "embeds not on site"),
            Header = new CertifiedHeader { GrossToDate = 71_500m, PaymentDue = 19_800m },
        };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, cut);
        Assert.Equal([12_000m - 3_344.26m, 10_500m - 2_926.23m, 8_000m - 2_229.51m], billed.Lines.Select(line => line.WorkThisPeriod));
        Assert.Equal(71_500m, billed.After.GrossToDate);
        Assert.Equal(19_800m, billed.Payable);
        Assert.Equal(3, billed.Warnings.Count(warning => warning.Code == BillingWarningCode.HeaderCutAllocated));
    }

    [Fact]
    public void A_cut_that_cannot_be_divided_is_refused()
    {
        HeaderCut[] unusable = [new(0m, "R", "why"), new(4_711.06m, "R", "why"), new(1m, "", "why"), new(1m, "R", "")];
        Assert.All(
            unusable,
            cut =>
                Contracts.AssertStopped(BillingReasons.HeaderCutUnusable, Contracts.TenPercent, Contracts.Ledger(35_000m), Seven with { Cut = cut })
        );
        var source = Seven with
        {
            Cut = new HeaderCut(1m, "R", "why"),
            Lines = [.. Seven.Lines.Select(line => line with { WorkRetainageHeld = 0m, StoredRetainageHeld = 0m })],
        };
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            Contracts.Terms(new RetainageTerms.LumpSum(0m)) with
            {
                RetainageSource = RetainageSource.Source,
            },
            Contracts.Ledger(35_000m),
            source
        );
    }

    private static string Held(BillingOutcome.Billed billed) =>
        string.Join(" ", billed.Lines.Select(line => line.After.Retainage.Total.ToString("0.00", CultureInfo.InvariantCulture)));
}
