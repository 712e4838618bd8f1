using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Retainage;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Retainage;

/// <summary>What is left of the retainage by the terms after the releases to date, bucket by bucket.</summary>
public sealed class LastingReleasesTests
{
    // Released from work and stored materials, by the terms on work and stored materials, and what is left of it.
    [Theory]
    [InlineData(0, 0, 100, 50, 100, 50)]
    [InlineData(30, 10, 100, 50, 70, 40)]
    [InlineData(100, 50, 100, 50, 0, 0)]
    [InlineData(120, 0, 100, 50, 0, 30)]
    [InlineData(0, 80, 100, 50, 70, 0)]
    [InlineData(90, 80, 100, 50, 0, 0)]
    [InlineData(95, 80, 100, 50, 0, 0)]
    [InlineData(90, 55, 100, 50, 5, 0)]
    [InlineData(105, 40, 100, 50, 0, 5)]
    [InlineData(200, 0, 100, 50, 0, 0)]
    [InlineData(30, 10, -20, 50, -20, 10)]
    [InlineData(30, 10, 100, -5, 60, -5)]
    [InlineData(30, 10, -20, -5, -20, -5)]
    public void A_release_counts_against_its_own_part_first(
        decimal releasedWork,
        decimal releasedStored,
        decimal work,
        decimal stored,
        decimal leftWork,
        decimal leftStored
    )
    {
        var line = Line("1", new BucketAmounts(releasedWork, releasedStored), new BucketAmounts(7m, 7m, 3m));
        Assert.Equal(new BucketAmounts(leftWork, leftStored, 3m), LastingReleases.Left(line, new BucketAmounts(work, stored)));

        var sheet = Sheet(false, new RetainageTerms.Flat(0.1m), line);
        Assert.Equal(new BucketAmounts(leftWork, leftStored, 3m), LastingReleases.Left(sheet, _ => new BucketAmounts(work, stored))(0));
    }

    // 150.00 were released on line 1, which covers 100.00; the other 50.00 are 37.50 of 150.00 and 12.50 of 50.00.
    [Fact]
    public void What_a_line_does_not_cover_counts_against_the_others_where_they_share_a_total()
    {
        SheetLine[] lines = [Line("1", new BucketAmounts(150m, 0m), default), Line("2", default, default), Line("3", default, default)];
        BucketAmounts[] entitled = [new(100m, 0m), new(100m, 50m), new(50m, 0m)];
        Assert.Equal([new(0m, 0m), new(62.50m, 50m), new(37.50m, 0m)], Left(true, lines, entitled));
        Assert.Equal([new(0m, 0m), new(100m, 50m), new(50m, 0m)], Left(false, lines, entitled));

        // From work first, and the rest from stored materials.
        entitled[1] = new BucketAmounts(10m, 140m);
        Assert.Equal([new(0m, 0m), new(0m, 112.50m), new(37.50m, 0m)], Left(true, lines, entitled));

        // Never more than the others hold; a line below zero gives nothing.
        Assert.Equal(
            [new(0m, 0m), new(0m, 0m), new(-50m, 0m)],
            Left(true, [Line("1", new BucketAmounts(500m, 0m), default), lines[1], lines[2]], [entitled[0], entitled[1], new(-50m, 0m)])
        );
        Assert.Equal([new(-10m, 0m)], Left(true, [Line("1", new BucketAmounts(5m, 0m), default)], [new(-10m, 0m)]));
    }

    [Fact]
    public void Releases_on_several_lines_are_uncovered_together()
    {
        SheetLine[] lines =
        [
            Line("1", new BucketAmounts(120m, 0m), default),
            Line("2", new BucketAmounts(0m, 60m), default),
            Line("3", new BucketAmounts(10m, 0m), new BucketAmounts(0m, 0m, 4m)),
        ];

        // 20.00 and 10.00 are not covered; line 3 holds 90.00 after its own release.
        Assert.Equal([new(0m, 0m), new(0m, 0m), new(60m, 0m, 4m)], Left(true, lines, [new(100m, 0m), new(0m, 50m), new(100m, 0m)]));
    }

    // 20.00 of work and 5.00 of stored materials were released before, 6.00 and 2.00 more now.
    [Fact]
    public void Frozen_retainage_is_what_was_posted_less_what_is_released_now()
    {
        var posted = Contracts.Balance("1", 1_000m, 500m, 100m, -80m, 10m) with { Released = new BucketAmounts(20m, 5m) };
        var line = new SheetLine(posted, null) { Held = new BucketAmounts(1m, 1m, 3m) };
        line.Release(new BucketAmounts(6m, 2m), 8m);
        var sheet = Sheet(true, new RetainageTerms.Frozen(), line);
        Assert.Equal(new BucketAmounts(-86m, 8m, 3m), LastingReleases.Left(sheet, _ => new BucketAmounts(9m, 9m))(0));
    }

    private static IEnumerable<BucketAmounts> Left(bool isHeldInTotal, SheetLine[] lines, BucketAmounts[] entitled)
    {
        var left = LastingReleases.Left(Sheet(isHeldInTotal, new RetainageTerms.LumpSum(1m), lines), index => entitled[index]);
        return Enumerable.Range(0, lines.Length).Select(left).ToList();
    }

    private static SheetLine Line(string id, BucketAmounts released, BucketAmounts held) =>
        new(Contracts.Balance(id, 1_000m, 500m, 0m, 0m) with { Released = released }, null) { Held = held };

    private static BillingSheet Sheet(bool isHeldInTotal, RetainageTerms terms, params SheetLine[] lines)
    {
        var ledger = Contracts.Ledger(1_000m);
        var sheet = new BillingSheet(
            Contracts.Terms(terms),
            ledger,
            Contracts.Application(1),
            Currency.Usd,
            new ChangedSchedule(ledger.Lines, new Dictionary<string, DeletedLine>(), [])
        )
        {
            IsHeldInTotal = isHeldInTotal,
        };
        sheet.Lines.AddRange(lines);
        return sheet;
    }
}
