using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Which line takes the cent by which a certified header differs from the sum of its lines.</summary>
public sealed class HeaderPlaceTests
{
    private static readonly ContractTerms LargestLine = Contracts.TenPercent;

    private static readonly ContractTerms FirstLine = Contracts.TenPercent with { ResidualPlace = ResidualPlace.FirstLine };

    private static readonly ContractTerms LargestRemainder = Contracts.TenPercent with { ResidualPlace = ResidualPlace.LargestRemainder };

    private static readonly ContractLine Other = Contracts.Balance("0", 5_000m, 1_000m, 0m, 100m);

    [Fact]
    public void A_cent_of_gross_goes_to_the_largest_line_also_where_remainders_decide_and_the_payment_due_has_it()
    {
        var application = Contracts.Application(1, Contracts.Line("A", 500m, 0m, 10m), Contracts.Line("B", 500m, 0m, 100m)) with
        {
            Header = new CertifiedHeader { GrossToDate = 110.01m, PaymentDue = 99.01m },
        };
        foreach (var terms in new[] { LargestRemainder, LargestLine })
        {
            var billed = Contracts.Billed(terms, Contracts.Ledger(1_000m), application);
            Assert.Equal([10m, 100.01m], billed.Lines.Select(line => line.WorkThisPeriod));
            Assert.Equal(99.01m, billed.Payable);
        }

        Assert.Equal([10.01m, 100m], Contracts.Billed(FirstLine, Contracts.Ledger(1_000m), application).Lines.Select(line => line.WorkThisPeriod));
    }

    [Fact]
    public void A_line_that_the_application_does_not_bill_takes_no_cent()
    {
        var ledger = Contracts.Posted(6_000m, 1, Other, Contracts.Balance("A", 500m, 0m, 0m, 0m), Contracts.Balance("B", 500m, 0m, 0m, 0m));
        var application = Contracts.Application(2, Contracts.Line("A", null, null, 0m), Contracts.Line("B", null, null, 50m)) with
        {
            Header = new CertifiedHeader { RetainageToDate = 105.01m },
        };
        Assert.All([LargestLine, FirstLine], terms => Assert.Equal([100m, 0m, 5.01m], Held(Contracts.Billed(terms, ledger, application))));
        var nothing = Contracts.Application(2, Contracts.Line("A", null, null, 0m)) with
        {
            Header = new CertifiedHeader { RetainageToDate = 100.01m },
        };
        Assert.Equal([100m, 0.01m, 0m], Held(Contracts.Billed(FirstLine, ledger, nothing)));
    }

    [Fact]
    public void Where_the_application_bills_no_line_the_largest_of_the_contract_takes_the_cent()
    {
        var ledger = Contracts.Posted(6_000m, 1, Contracts.Balance("A", 500m, 500m, 0m, 50m), Other);
        var release = Contracts.Application(1) with
        {
            RecordId = "REL",
            Release = new RetainageRelease.Total(30m),
            Header = new CertifiedHeader { RetainageToDate = 120.01m },
        };
        Assert.Equal([40m, 80.01m], Held(Contracts.Billed(LargestLine, ledger, release)));
    }

    [Fact]
    public void Of_two_equal_lines_the_lower_id_takes_the_cent()
    {
        var application = Contracts.Application(
            1,
            Contracts.Line("9", 500m, 0m, 100m),
            Contracts.Line("8", 500m, 0m, 100m),
            Contracts.Line("10", 500m, 0m, 100m)
        ) with
        {
            Header = new CertifiedHeader { GrossToDate = 300.01m },
        };
        Assert.Equal(
            [100m, 100.01m, 100m],
            Contracts.Billed(LargestLine, Contracts.Ledger(1_500m), application).Lines.Select(line => line.WorkThisPeriod)
        );
    }

    [Theory]
    [InlineData(1_000, "10.00 100.01")]
    [InlineData(100, "10.01 10.00")]
    [InlineData(50, "10.01 5.00")]
    public void A_cent_of_retainage_goes_to_the_larger_bucket_of_its_line(int stored, string expected)
    {
        var application = Contracts.Application(1, Contracts.Line("A", 5_000m, 0m, 100m, stored), Contracts.Line("B", 500m, 0m, 10m)) with
        {
            Header = new CertifiedHeader { RetainageToDate = 11.01m + (stored / 10m) },
        };
        var held = Contracts.Billed(LargestLine, Contracts.Ledger(5_500m), application).Lines[0].After.Retainage;
        Assert.Equal(expected, Sentence.Of($"{held.Work:0.00} {held.Stored:0.00}"));
    }

    [Fact]
    public void Remainders_decide_only_where_a_rate_holds_all_of_it()
    {
        var ledger = Contracts.Posted(
            2_000m,
            1,
            Contracts.Balance("A", 1_000m, 1_000m, 0m, 90m) with
            {
                Released = new BucketAmounts(10m, 0m),
            },
            Contracts.Balance("B", 1_000m, 500m, 0m, 50m)
        );
        var application = Contracts.Application(2, Contracts.Line("A", null, null, 0m), Contracts.Line("B", null, null, 0m)) with
        {
            Header = new CertifiedHeader { RetainageToDate = 140.01m },
        };
        Assert.Equal([90.01m, 50m], Held(Contracts.Billed(LargestRemainder, ledger, application)));
        Assert.Equal([90.01m, 50m], Held(Contracts.Billed(LargestRemainder with { Retainage = new RetainageTerms.Frozen() }, ledger, application)));
    }

    [Fact]
    public void With_a_negative_line_or_nothing_held_by_rate_the_largest_line_takes_the_cent()
    {
        var takesBack = Contracts.Application(1, Contracts.Line("A", 1_000m, 0m, 900m), Contracts.Line("B", -500m, 0m, -100m)) with
        {
            Header = new CertifiedHeader { RetainageToDate = 80.01m },
        };
        Assert.Equal([90.01m, -10m], Held(Contracts.Billed(LargestRemainder, Contracts.Ledger(500m), takesBack)));
        var nothing = Contracts.Application(1, Contracts.Line("A", 1_000m, 0m, 100m), Contracts.Line("B", 1_000m, 0m, 200m)) with
        {
            Header = new CertifiedHeader { RetainageToDate = 0.01m },
        };
        Assert.Equal(
            [0.01m, 0m],
            Held(Contracts.Billed(LargestRemainder with { Retainage = new RetainageTerms.Flat(0m) }, Contracts.Ledger(2_000m), nothing))
        );
    }

    [Fact]
    public void A_cent_moves_no_dollars_between_lines_whose_retainage_is_capped_or_overridden()
    {
        ApplicationLine[] lines = [Contracts.Line("A", 1_000m, 0m, 1_000m), Contracts.Line("B", 1_000m, 0m, 1_000m)];
        var capped = LargestRemainder with
        {
            Retainage = new RetainageTerms.PerLine(0.10m, 0.10m, [new LineRate("B", 0.30m, 0.30m)]),
            RetainageCap = new RetainageLimit(LimitBase.Amount, 100m),
        };
        var application = Contracts.Application(1, lines) with { Header = new CertifiedHeader { RetainageToDate = 99.99m } };
        Assert.Equal([49.99m, 50m], Held(Contracts.Billed(capped, Contracts.Ledger(2_000m), application)));

        ApplicationLine[] overridden =
        [
            lines[0] with
            {
                WorkRetainageHeld = 50m,
                StoredRetainageHeld = 0m,
                IsRetainageOverridden = true,
            },
            lines[1] with
            {
                WorkRetainageHeld = 100m,
                StoredRetainageHeld = 0m,
            },
        ];
        var source = Contracts.Application(1, overridden) with { Header = new CertifiedHeader { RetainageToDate = 150.01m } };
        Assert.Equal(
            [50m, 100.01m],
            Held(Contracts.Billed(LargestRemainder with { RetainageSource = RetainageSource.Source }, Contracts.Ledger(2_000m), source))
        );
    }

    [Fact]
    public void Remainders_count_work_and_stored_materials_and_a_line_of_nothing_has_none()
    {
        // Exact are 0.005 and 10.039, 20.056, and 0; rounded 0.01 and 10.04, 20.06, and 0.00, a cent more than the header.
        var application = Contracts.Application(
            1,
            Contracts.Line("A", 500m, 0m, 0.05m, 100.39m),
            Contracts.Line("B", 500m, 0m, 200.56m),
            Contracts.Line("C", 500m, 0m, 0m)
        );
        var billed = Contracts.Billed(
            LargestRemainder,
            Contracts.Ledger(1_500m),
            application with
            {
                Header = new CertifiedHeader { RetainageToDate = 30.10m },
            }
        );
        Assert.Equal([10.04m, 20.06m, 0m], Held(billed));
    }

    [Fact]
    public void A_header_that_agrees_leaves_every_line_as_it_was_rounded()
    {
        decimal[] amounts = [1_234.55m, 987.65m, 333.35m, 48.05m, 7.15m, 0.05m, 2_100.25m];
        ApplicationLine[] lines = [.. amounts.Select((amount, index) => Contracts.Line("L" + index, 5_000m, 0m, amount))];
        var billed = Contracts.Billed(
            LargestRemainder,
            Contracts.Ledger(35_000m),
            Contracts.Application(1, lines) with
            {
                Header = new CertifiedHeader { RetainageToDate = 471.14m },
            }
        );
        Assert.Equal([123.46m, 98.77m, 33.34m, 4.81m, 0.72m, 0.01m, 210.03m], Held(billed));
        Assert.Empty(billed.Warnings);
    }

    private static decimal[] Held(BillingOutcome.Billed billed) => [.. billed.Lines.Select(line => line.After.Retainage.Total)];
}
