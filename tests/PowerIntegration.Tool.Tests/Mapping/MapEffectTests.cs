using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Effects;
using PowerIntegration.Tool.Mapping;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>What rows would do to documents that wait: money by currency, and only where a code becomes mapped.</summary>
public sealed class MapEffectTests
{
    private static readonly SegmentCodes Firestopping = new(null, "07-840", "SUB");
    private static readonly SegmentCodes Painting = new(null, "09-900", "SUB");
    private static readonly SegmentCodes Electrical = new(null, "26-240", "SUB");

    [Fact]
    public void A_document_is_freed_where_every_line_has_a_coding_then()
    {
        var electrical = AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.CostCode, "26-240"));
        var effect = Effect(
            AnEnvironment.With(electrical),
            [AnEnvironment.Sound],
            Waiting(100m, "USD", 4, Firestopping, Electrical),
            Waiting(20m, "USD", 4, Firestopping, Painting),
            Waiting(3m, "CAD", 4, Firestopping),
            Waiting(5000m, "USD", 4, Painting),
            Waiting(7000m, "USD", 4, Electrical),
            // Before the rule begins.
            Waiting(9000m, "USD", 0, Firestopping)
        );
        Assert.Equal("3.00 CAD and 120.00 USD", MapEffect.Amounts(effect.Helped));
        Assert.Equal("3.00 CAD and 100.00 USD", MapEffect.Amounts(effect.Freed));
    }

    [Fact]
    public void A_row_that_replaces_a_rule_ends_an_ambiguity()
    {
        // The same codes twice, as drafts of the past could become.
        var one = AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.OracleTask, "closed"));
        var effect = Effect(AnEnvironment.With(one), [AnEnvironment.Sound], Waiting(100m, "USD", 4, Firestopping));
        Assert.Equal("100.00 USD", MapEffect.Amounts(effect.Freed));
    }

    [Fact]
    public void Rows_that_change_nothing_free_nothing()
    {
        var effect = Effect(
            AnEnvironment.With(AnEnvironment.Stored(7, AnEnvironment.Sound)),
            [AnEnvironment.Sound],
            Waiting(100m, "USD", 4, Painting)
        );
        Assert.Empty(effect.Helped);
    }

    private static MapEffect Effect(EnvironmentFacts environment, string[][] rows, params WaitingDocument[] waiting)
    {
        environment = environment with { Waiting = waiting };
        return MapEffect.Of(MapCheck.Of(rows.Select((cells, place) => AnEnvironment.Row(place + 2, cells)), environment), environment);
    }

    private static WaitingDocument Waiting(decimal amount, string currency, int month, params SegmentCodes[] codes) =>
        new(
            "P1",
            new WaitingCost
            {
                Name = "Application",
                Day = new CalendarDate(2025, 12, 31).AddDays(month * 28),
                Amount = amount,
                Currency = currency,
                Codes = codes,
            }
        );
}
