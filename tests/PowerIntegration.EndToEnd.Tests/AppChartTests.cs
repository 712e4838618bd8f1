using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Definitions;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Where a chart's parts are in its picture.</summary>
public sealed class AppChartTests
{
    [Fact]
    public void Columns_begin_at_zero_and_are_as_high_as_their_figures()
    {
        var drawing = Of(100m, 50m, -50m);
        Assert.Equal(drawing.Columns[0].Height, drawing.Columns[1].Height * 2, 6);
        Assert.Equal(drawing.Columns[1].Height, drawing.Columns[2].Height, 6);
        Assert.Equal(drawing.Zero, drawing.Columns[1].Y + drawing.Columns[1].Height, 6);
        Assert.Equal(drawing.Zero, drawing.Columns[2].Y, 6);
        Assert.Equal([false, false, true], drawing.Columns.Select(column => column.IsMinus));
        Assert.True(drawing.Columns[0].X + drawing.Columns[0].Width < drawing.Columns[1].X);
    }

    [Fact]
    public void A_line_goes_from_left_to_right_and_higher_for_more()
    {
        var drawing = Of(1m, 3m, 2m);
        Assert.Equal(drawing.Points.Select(point => point.X).Order(), drawing.Points.Select(point => point.X));
        Assert.Equal([1, 2, 0], drawing.Points.Select((point, index) => (point.Y, index)).OrderBy(one => one.Y).Select(one => one.index));
        Assert.Equal(3, drawing.Line.Split(' ').Length);
    }

    [Fact]
    public void Slices_share_the_circle_and_what_is_not_above_zero_has_none()
    {
        var slices = Of(3m, 0m, 1m, -2m).Slices;
        Assert.Equal([(0, 75), (2, 25)], slices.Select(slice => (slice.Part, slice.Percent)));
        Assert.Contains(" 1 1 ", slices[0].Path, StringComparison.Ordinal);
        Assert.Contains(" 0 1 ", slices[1].Path, StringComparison.Ordinal);
        Assert.Single(Of(7m).Slices);
        Assert.Empty(Of(0m).Slices);
    }

    [Fact]
    public void Figures_that_are_all_zero_are_drawn_too()
    {
        var drawing = Of(0m, 0m);
        Assert.All(drawing.Columns, column => Assert.InRange(column.Y, 0, ChartDrawing.Height));
        Assert.All(drawing.Points, point => Assert.Equal(drawing.Zero, point.Y));
    }

    [Fact]
    public void Labels_are_cut_and_thinned_out_so_that_they_do_not_meet()
    {
        var drawing = new ChartDrawing(Model([.. Enumerable.Range(0, 30).Select(number => ((decimal)number, $"A very long label {number}"))]));
        var labels = Enumerable.Range(0, 30).Select(drawing.Label).ToList();
        Assert.InRange(labels.Count(label => label.Length > 0), 1, 12);
        Assert.All(labels, label => Assert.True(label.Length <= 14, label));
    }

    private static ChartDrawing Of(params decimal[] values) => new(Model([.. values.Select(value => (value, "Part"))]));

    private static ChartModel Model(IReadOnlyList<(decimal Value, string Label)> parts) =>
        new(
            "chart",
            "Chart",
            "Category",
            ["Records"],
            [.. parts.Select(part => new ChartPart(part.Label, [new ChartFigure(part.Value, "")]))],
            ChartKind.Column,
            null
        );
}
